"""Files that hold several texts, each of which counts from 1."""

from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.readers.registry import read_bytes
from toolkit.references import find_references
from toolkit.renumber import Counted, Operations, parse_operations, series_of
from toolkit.workflows.renumbering.renumber_map import as_csv
from toolkit.workflows.renumbering.renumbering import Renumbered, Wishes, renumber

_TWO = """# Decisions of the Group on Locks

## Decision on buoys

1. Buoys are lit.

2. See paragraph 1 above.

## Decision on piers

1. Piers are dry.

2. Piers are high (see paragraph 1).

7. See paragraphs 2 and 7, and the annex.

## Annex

1. The list.

2. See paragraph 7.
"""
_SLIP = """# Report of the Group on Locks

## I. Opening

1. It met.

2. It sat.

## II. Debate

1. It spoke.

4. It heard.
"""


def run(folder: Path, text: str, **asked: object) -> Renumbered:
    path = folder / "r.en.md"
    path.write_text(text, encoding="utf-8")
    kind = Counted.PARAGRAPH
    return renumber([str(path)], parse_operations(kind, **asked), Wishes())  # type: ignore[arg-type]


def labels(outcome: Renumbered) -> list[str]:
    lines = (outcome.versions[0].data or b"").decode().split("\n")
    return [line.split(".")[0] for line in lines if line[:1].isdigit()]


def test_each_series_is_numbered_by_itself_and_that_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, _TWO)
    assert labels(outcome) == ["1", "2", "1", "2", "3", "1", "2"]
    assert [one.code for one in outcome.findings] == ["REF211"]
    text = (outcome.versions[0].data or b"").decode()
    assert "See paragraphs 2 and 3, and the annex." in text
    assert "2. See paragraph 3." in text


def test_through_counts_them_in_one(tmp_path: Path) -> None:
    outcome = run(tmp_path, _TWO, through=True)
    assert labels(outcome) == ["1", "2", "3", "4", "5", "1", "2"]
    text = (outcome.versions[0].data or b"").decode()
    assert "(see paragraph 3)" in text
    assert "2. See paragraph 1 above." in text
    assert outcome.findings == ()


def test_a_number_of_several_series_is_refused_with_the_places(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"heading 1/para 1, heading 2/para 1"):
        run(tmp_path, _TWO, drop=["1"])


def test_a_number_that_only_one_series_has_can_be_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no paragraph 9"):
        run(tmp_path, _TWO, drop=["9"])


def test_a_slip_is_no_new_series(tmp_path: Path) -> None:
    outcome = run(tmp_path, _SLIP)
    assert labels(outcome) == ["1", "2", "3", "4"]
    assert outcome.findings == ()


def test_references_lead_into_their_own_series() -> None:
    document = read_bytes(_TWO.encode(), "r.md").document
    paths = [target.path for one in find_references(document) for target in one.targets]
    assert paths == [
        "heading 1/para 1", "heading 2/para 1", "heading 2/para 2", "heading 2/para 7", "annex",
        "heading 2/para 7",
    ]  # fmt: skip
    assert [one.scope for one in series_of(document, Counted.PARAGRAPH)] == ["", "#2", "annex"]


def test_an_annex_that_counts_on_is_left(tmp_path: Path) -> None:
    assert Operations().through is False
    assert labels(run(tmp_path, _TWO.replace("## Annex", "## Annex I"))) == [
        "1", "2", "1", "2", "3", "1", "2",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_put_in_later_gets_a_number_and_the_map_says_so(
    tmp_path: Path, language: str
) -> None:
    texts = {
        "en": "# Report of the Group on Locks\n\n## I. Debate\n\n1. It met (paragraphs 1 to 3).\n\n"
        "2. It sat (see paragraph 2 bis below).\n\n2 bis. It stood.\n\n"
        "3. It spoke of paragraphs 2 and 2 bis above.\n",
        "zh": "# 船闸工作组的报告\n\n## 一. 审议情况\n\n1. 开会（第 1 至 3 段）。\n\n"
        "2. 就座（见下文第 2 段之二）。\n\n2 之二. 起立。\n\n"
        "3. 谈到上文第 2 段和第 2 段之二。\n",
    }
    expected = {
        "en": ("paragraphs 1 to 4", "see paragraph 3 below", "paragraphs 2 and 3 above"),
        "zh": ("第 1 至 4 段", "见下文第 3 段）", "上文第 2 段和第 3 段。"),
    }
    path = tmp_path / f"r.{language}.md"
    path.write_text(texts[language], encoding="utf-8")
    outcome = renumber([str(path)], Operations(kind=Counted.PARAGRAPH), Wishes())
    assert labels(outcome) == ["1", "2", "3", "4"]
    text = (outcome.versions[0].data or b"").decode()
    assert all(words in text for words in expected[language])
    assert "paragraph,I/para 2 bis,2 bis,3,kept" in as_csv(outcome.plan).decode()


_LATER = "# Report of the Group on Locks\n\n## I. Debate\n\n" + "".join(
    f"{label}. {words}.\n\n"
    for label, words in (("1", "It met"), ("2", "It sat"), ("2 bis", "It stood"), ("3", "It left"))
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"drop": ["2"]}, "1. It met. 2. It stood. 3. It left."),
        ({"move": ["2:3"]}, "1. It met. 2. It stood. 3. It left. 4. It sat."),
        ({"pin": ["2"]}, "1. It met. 2. It sat. 3. It stood. 4. It left."),
    ],
    ids=["drop", "move", "pin"],
)
def test_a_number_means_the_item_that_has_it_alone_not_what_was_put_in_later(
    tmp_path: Path, asked: dict[str, list[str]], expected: str
) -> None:
    path = tmp_path / "r.md"
    path.write_text(_LATER, encoding="utf-8")
    operations = parse_operations(Counted.PARAGRAPH, **asked)  # type: ignore[arg-type]
    data = renumber([str(path)], operations, Wishes()).versions[0].data or b""
    assert " ".join(data.decode().split("## I. Debate")[1].split()) == expected


def test_a_number_that_stands_twice_cannot_be_named(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.write_text(_LATER.replace("2 bis", "2"), encoding="utf-8")
    with pytest.raises(UsageError, match="There are 2 paragraphs 2"):
        renumber([str(path)], parse_operations(Counted.PARAGRAPH, drop=["2"]), Wishes())
