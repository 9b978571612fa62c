"""Segments cut in pieces, translations beside other sources, and documents without segments."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.exchange.test_formats import FORMATS, writer
from tests.workflows.test_returning import ADDENDUM, codes_of, returned, said, sent
from toolkit.inline import Segment
from toolkit.languages import by_code
from toolkit.model.desk import Answered, Translation
from toolkit.workflows.desk.segments import Desk, bilingual, lay_out, put_together, regrouped
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import Loaded, load, loaded

SPACE = "urn:oasis:names:tc:xliff:document:2.0"


@pytest.fixture
def addendum(samples: Path) -> Loaded:
    return load(str(samples / ADDENDUM))


def cut(data: bytes, *, drop: bool = False) -> tuple[bytes, list[str]]:
    """Cut every unit without codes in two between words; without ``drop`` nothing is lost."""
    root = etree.fromstring(data)
    done = []
    for unit in root.iter(f"{{{SPACE}}}unit"):
        (first,) = unit.findall(f"{{{SPACE}}}segment")
        source, target = first.find(f"{{{SPACE}}}source"), first.find(f"{{{SPACE}}}target")
        if len(source) or len(target) or len(source.text.split()) < 4 or len(target.text) < 8:
            continue
        second = etree.SubElement(unit, f"{{{SPACE}}}segment", dict(first.attrib), id="more")
        head, tail = source.text.split(maxsplit=2)[:2], source.text.split(maxsplit=2)[2]
        etree.SubElement(second, source.tag).text = tail
        if not drop:
            etree.SubElement(second, target.tag).text = target.text[4:]
        source.text, target.text = " ".join(head), target.text[:4]
        done.append(unit.get("id"))
    return etree.tostring(root), done


def test_the_pieces_of_a_segment_are_one_again(addendum: Loaded) -> None:
    desk = lay_out(addendum, by_code("zh"))
    whole = said(desk)
    data, done = cut(sent(desk, whole, "xliff-2.1"))
    assert len(done) > 30
    back = returned(addendum, data)
    assert dict(back.translations) == whole
    assert codes_of(back) == []


def test_a_segment_that_lost_a_piece_is_not_confirmed(addendum: Loaded) -> None:
    desk = lay_out(addendum, by_code("zh"))
    data, done = cut(sent(desk, said(desk), "xliff-2.1"), drop=True)
    back = returned(addendum, data)
    assert {back.translations[one].answered for one in done} == {Answered.FUZZY}
    assert "EXC110" in codes_of(back)


def test_a_translation_with_a_sentence_of_the_source_left_is_not_confirmed() -> None:
    sentences = "The lamps are lit at dusk.", "They are put out by the keepers before dawn."
    paper = f"# Report\n\n1. {' '.join(sentences)}\n"
    original = loaded(Input(path="report.md", data=paper.encode()))
    desk = lay_out(original, by_code("zh"))
    first, second = [one.id for one in desk.segments if one.kind == "paragraph"]
    joined = f"{first}-{second.rpartition('.')[2]}"
    half = {joined: Segment(f"黄昏时点灯。{sentences[1]}")}
    grouped = regrouped(desk, [joined])
    back = returned(original, sent(grouped, reviewed(half)))
    assert codes_of(back) == ["EXC118", "EXC105"]
    assert (back.findings[0].values["count"], back.findings[0].values["all"]) == ("1", "2")
    assert back.translations[joined].answered is Answered.FUZZY
    whole = {joined: Segment("黄昏时点灯，天亮前由 The Old Keepers of the Lamp 熄灭。")}
    assert codes_of(returned(original, sent(grouped, reviewed(whole)))) == ["EXC105"]


def reviewed(targets: dict[str, Segment]) -> dict[str, Translation]:
    return {
        name: Translation(target=one, answered=Answered.REVIEWED, score=100)
        for name, one in targets.items()
    }


def numbered(desk: Desk, beside: Callable[[int], int]) -> bytes:
    """A table whose translation of a row has the figures of the source of another."""
    sources = [one.source.text for one in desk.segments]
    made = {}
    for at, one in enumerate(desk.segments):
        figures = " ".join(re.findall(r"\d+", sources[beside(at) % len(sources)]))
        words = Segment(f"本段有数字 {figures}。")
        made[one.id] = Translation(target=words, answered=Answered.REVIEWED, score=100)
    return sent(desk, made, "tsv")


@pytest.fixture
def draft(samples: Path) -> Loaded:
    return load(str(samples / "CSIW_COP_WG.3_2026_L.1.en.docx"))


@pytest.mark.parametrize("beside", [lambda at: at + 1, lambda at: at * 37], ids=["on", "shuffled"])
def test_translations_beside_other_sources_are_not_confirmed(
    beside: Callable[[int], int], draft: Loaded
) -> None:
    desk = lay_out(draft, by_code("zh"))
    back = returned(draft, numbered(desk, beside), "back.tsv")
    assert "EXC115" in codes_of(back)
    assert back.counts()["reviewed"] == 0
    assert len(back.translations) == len(desk.segments)


def test_translations_beside_their_own_sources_are_confirmed(draft: Loaded) -> None:
    desk = lay_out(draft, by_code("zh"))
    back = returned(draft, numbered(desk, lambda at: at), "back.tsv")
    assert not {"EXC115", "EXC117"} & set(codes_of(back))
    assert back.counts()["reviewed"] == len(desk.segments)


@pytest.mark.parametrize("step", [1, -1, 2])
def test_a_stretch_that_has_slipped_is_told_and_only_it_is_not_confirmed(
    step: int, draft: Loaded
) -> None:
    desk = lay_out(draft, by_code("zh"))
    gone = range(30, 50)
    data = numbered(desk, lambda at: at + step if at in gone else at)
    back = returned(draft, data, "back.tsv")
    (finding,) = [one for one in back.findings if one.code == "EXC117"]
    said = [back.translations[one.id] for one in desk.segments]
    doubted = [at for at, one in enumerate(said) if one.answered is Answered.FUZZY]
    figured = [at for at in gone if re.search(r"\d", said[at].target.text)]
    assert set(figured[1:-1]) <= set(doubted) <= set(range(24, 56))
    assert doubted == list(range(doubted[0], doubted[-1] + 1))
    assert finding.place == desk.segments[doubted[0]].place
    assert finding.values["all"] == str(len(doubted))


def test_two_sentences_in_the_other_order_are_no_slip(draft: Loaded) -> None:
    desk = lay_out(draft, by_code("zh"))
    data = numbered(desk, lambda at: at + 1 if at % 6 == 0 else at - 1 if at % 6 == 1 else at)
    back = returned(draft, data, "back.tsv")
    assert not {"EXC115", "EXC117"} & set(codes_of(back))


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_of_figures_alone_comes_back_as_it_went(name: str) -> None:
    figures = Input(path="figures.md", data=b"## I.\n\n| 1 | 2 |\n| --- | --- |\n| 3 | 4 |\n")
    original = loaded(figures)
    desk = lay_out(original, by_code("zh"))
    assert desk.segments == ()
    data = writer(name)(bilingual(desk, {}))
    back = returned(original, data, FORMATS[name][0])
    assert back.counts() == {"reviewed": 0, "unconfirmed": 0, "untranslated": 0}
    assert put_together(back.desk, back.translations) == put_together(desk, {})
