"""Pairs that have no rival: believed only where their words or figures speak for them."""

import pytest

from toolkit.align import align_segments
from toolkit.align.aids import Aids
from toolkit.align.bead import Bead
from toolkit.languages import by_code


def only(source: str, target: str, aids: Aids | None = None) -> Bead:
    langs = by_code("en"), by_code("zh")
    (bead,) = align_segments([source], [target], *langs, aids or Aids()).beads
    return bead


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The lighthouse keeper has kept bees since the ferry stopped.", "只有一行。"),
        ("The Committee elected its Rapporteur.", "每艘船舶应携带两盏灯和缆绳。"),
        (
            "The lighthouse keeper has kept bees since the ferry stopped running.",
            "每艘船舶应携带两盏灯和一条至少四十米长的缆绳。",
        ),
    ],
)
def test_a_pair_without_a_rival_is_doubtful_when_nothing_speaks_for_it(
    source: str, target: str
) -> None:
    assert only(source, target).confidence < 0.9


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Committee noted the report.", "委员会注意到该报告。"),
        ("The pilot waited for the flood to pass.", "引航员等待洪水过去。"),
        ("In 2019, 44 vessels were inspected.", "2019年检查了44艘船舶。"),
    ],
)
def test_a_translation_without_a_rival_is_believed(source: str, target: str) -> None:
    assert only(source, target).confidence >= 0.9


@pytest.mark.parametrize(
    ("source", "target"),
    [("Article 3", "第三条"), ("Article 12", "第十二条"), ("Rule 156", "第一五六条")],
)
def test_numbers_of_articles_tie_headings_across_numeral_systems(source: str, target: str) -> None:
    bead = only(source, target)
    assert bead.anchors == (source.split()[1],)
    assert bead.confidence >= 0.9
