"""Translations that come back: nothing lost on the way, and what is not as it was sent is told."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.test_formats import FORMATS, writer
from tests.validity import faults, schema_faults
from toolkit.errors import UsageError, WriteRefusedError
from toolkit.exchange.registry import read_exchange
from toolkit.inline import Segment
from toolkit.languages import by_code
from toolkit.model.desk import Answered, Translation
from toolkit.ooxml.changes import ReplaceText
from toolkit.ooxml.package import pack, unpack
from toolkit.ooxml.revising import WordText
from toolkit.workflows.desk.remembered import units_of
from toolkit.workflows.desk.returning import Returned, bring_back
from toolkit.workflows.desk.segments import Desk, bilingual, lay_out, put_together, regrouped
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import Loaded, load, loaded

ADDENDUM = "CSIW_COP_WG.3_2026_L.1_Add.1.en.docx"
LINKED = "A_80_604_Add.1.docx"
HAN = "工作组审议了航道安全问题并通过了有关引航和救助的各项建议"
ORDER = "甲乙丙丁戊己庚辛壬癸"
REAL = ["A_80_604_Add.1", "A_80_604_Add.6", "cma2021"]


def said(desk: Desk) -> dict[str, Translation]:
    """Every segment in invented Chinese, with all its codes."""
    made = {}
    for number, one in enumerate(desk.segments):
        words = f"{HAN[number % 20 :]}{ORDER[number % 10] * (number // 10 + 1)}"
        target = Segment(words.ljust(len(one.source.text), "灯"), one.source.codes)
        made[one.id] = Translation(target=target, answered=Answered.REVIEWED, score=100)
    return made


def sent(desk: Desk, translations: dict[str, Translation], name: str = "xliff-1.2") -> bytes:
    return writer(name)(bilingual(desk, translations))


def returned(original: Loaded, data: bytes, name: str = "back.xlf", **more: bool) -> Returned:
    return bring_back(original, read_exchange(data, name), name, **more)


def codes_of(back: Returned) -> list[str]:
    return [one.code for one in back.findings]


# -- nothing lost ----------------------------------------------------------------------------
@pytest.mark.parametrize("name", FORMATS)
def test_a_sample_that_went_and_came_back_is_the_same_document(name: str, samples: Path) -> None:
    same_document(load(str(samples / ADDENDUM)), name)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "name"),
    [(REAL[0], "xliff-1.2"), (REAL[0], "po"), (REAL[1], "xliff-2.1"), (REAL[2], "xliff-1.2")],
)
def test_a_real_file_that_went_and_came_back_is_the_same_document(
    file: str, name: str, shared: Path
) -> None:
    data = same_document(load(str(shared / "data" / "un-docx" / f"{file}.docx")), name)
    if name == "xliff-2.1":
        assert faults(data) == []
        assert schema_faults(data, shared) == []


def same_document(original: Loaded, name: str) -> bytes:
    desk = lay_out(original, by_code("zh"))
    whole = said(desk)
    translations = {one: whole[one] for at, one in enumerate(whole) if at % 7}
    back = returned(original, sent(desk, translations, name), FORMATS[name][0])
    assert dict(back.translations) == translations
    made = put_together(back.desk, back.translations)
    assert made == put_together(desk, translations)
    untouched = returned(original, sent(desk, {}, name), FORMATS[name][0])
    assert put_together(untouched.desk, untouched.translations) == put_together(desk, {})
    return made


def test_segments_that_went_as_one_come_back_as_one(samples: Path) -> None:
    original = load(str(samples / ADDENDUM))
    desk = lay_out(original, by_code("zh"))
    (first, second) = [one.id for one in desk.segments if one.path == "III/A/para 4"][:2]
    joined = f"{first}-{second.rpartition('.')[2]}"
    grouped = regrouped(desk, [joined])
    one = Translation(target=Segment("两句合一。"), answered=Answered.REVIEWED, score=100)
    back = returned(original, sent(grouped, {joined: one}))
    assert back.translations == {joined: one}
    assert len(back.desk.segments) == len(desk.segments) - 1


# -- what is not as it was sent ----------------------------------------------------------------
@pytest.fixture
def addendum(samples: Path) -> Loaded:
    return load(str(samples / ADDENDUM))


@pytest.fixture
def linked(shared: Path) -> Loaded:
    return load(str(shared / "data" / "un-docx" / LINKED))


Edit = Callable[[str], str]


def after(original: Loaded, edit: Edit, **more: bool) -> Returned:
    """Bring a whole translation back whose XLIFF was edited on the way."""
    desk = lay_out(original, by_code("zh"))
    text = sent(desk, said(desk)).decode()
    edited = edit(text)
    assert edited != text
    return returned(original, edited.encode(), **more)


def unit(text: str, number: int) -> str:
    """Return the element of the n-th segment."""
    return re.findall(r"<trans-unit .*?</trans-unit>\n", text, re.DOTALL)[number]


def test_a_partial_translation_is_taken_and_the_rest_counted(addendum: Loaded) -> None:
    back = after(addendum, lambda text: re.sub(r"<target.*?</target>\n", "", text, count=5))
    assert codes_of(back) == ["EXC105"]
    assert back.findings[0].values["count"] == "5"
    assert back.counts()["untranslated"] == 5


def test_a_copy_of_the_source_is_no_translation(addendum: Loaded) -> None:
    def copied(text: str) -> str:
        one = unit(text, 3)
        source = re.search(r"<source>(.*)</source>", one)
        assert source is not None
        copy = f"<target>{source[1]}</target>"
        plain = one.replace(' approved="yes"', "")
        return text.replace(one, re.sub(r"<target.*</target>", lambda _: copy, plain))

    back = after(addendum, copied)
    assert back.counts()["untranslated"] == 1


def test_units_in_another_order_are_put_in_their_places(addendum: Loaded) -> None:
    def turned(text: str) -> str:
        head, *groups = re.split(r"(?=<group )", text)
        last, end = groups[-1].split("</body>")
        return "".join([head, last, *reversed(groups[:-1]), "</body>", end])

    back = after(addendum, turned)
    assert codes_of(back) == ["EXC108"]
    desk = lay_out(addendum, by_code("zh"))
    assert dict(back.translations) == said(desk)


def test_changed_ids_are_known_by_the_words(addendum: Loaded) -> None:
    back = after(addendum, lambda text: text.replace('id="p', 'id="x'))
    assert set(codes_of(back)) <= {"EXC109", "EXC199", "EXC108"}
    assert back.counts()["untranslated"] == 0


def test_an_unknown_segment_is_named_with_its_line(addendum: Loaded) -> None:
    extra = "<trans-unit id='q1'><source>Not ours.</source><target>不是。</target></trans-unit>"
    back = after(addendum, lambda text: text.replace("</body>", f"{extra}</body>"))
    (finding,) = back.findings
    assert finding.code == "EXC101"
    assert "Not ours." in finding.message
    assert re.search(r"line \d\d+", finding.message)


def test_an_edited_source_is_named_and_its_translation_left(addendum: Loaded) -> None:
    back = after(addendum, lambda text: text.replace("Recommendations</source>", "Advice</source>"))
    (finding,) = back.findings
    assert finding.code == "EXC102"
    assert "“Advice”" in finding.message
    assert "“Recommendations”" in finding.message
    assert back.counts()["untranslated"] == 1


def test_a_segment_twice_with_two_translations_is_named(addendum: Loaded) -> None:
    def twice(text: str) -> str:
        one = unit(text, 4)
        return text.replace(one, one + re.sub(r">[^<]*</target>", ">另一译文</target>", one))

    back = after(addendum, twice)
    assert codes_of(back) == ["EXC107"]
    assert "另一译文" in back.findings[0].message


def test_segments_that_did_not_come_back_are_counted(addendum: Loaded) -> None:
    back = after(addendum, lambda text: text.replace(unit(text, 6), ""))
    assert codes_of(back) == ["EXC106"]


def test_what_needs_review_is_in_the_document_and_not_in_the_memory(addendum: Loaded) -> None:
    def doubted(text: str) -> str:
        doubt = 'state="needs-review-translation"'
        one = unit(text, 5)
        other = one.replace('state="final"', doubt).replace(' approved="yes"', "")
        return text.replace(one, other)

    back = after(addendum, doubted)
    assert codes_of(back) == ["EXC110"]
    segment = back.desk.segments[5]
    assert back.translations[segment.id].answered is Answered.FUZZY
    assert segment.source.text not in {one.source for one in units_of(back)}


def test_lost_codes_are_told_and_put_where_the_words_tell(linked: Loaded) -> None:
    pattern = re.compile(r"(?<=<target).*?(?=</target>)", re.DOTALL)

    def bare(text: str) -> str:
        return pattern.sub(lambda one: re.sub(r"<(bpt|ept).*?</\1>", "", one[0]), text)

    back = after(linked, bare)
    assert set(codes_of(back)) == {"EXC103"}
    assert any("link" in one.message for one in back.findings)
    made = put_together(back.desk, back.translations)
    assert faults(made) == []
    links = [one for one in back.desk.segments if any(c.type == "link" for c in one.source.codes)]
    kept = [back.translations[one.id].target for one in links]
    assert all(one and any(c.type == "link" for c in one.codes) for one in kept)


def test_added_codes_are_told_and_left_out(linked: Loaded) -> None:
    def added(text: str) -> str:
        return text.replace("</target>", '<ph id="99">&lt;br/&gt;</ph></target>', 1)

    back = after(linked, added)
    assert codes_of(back) == ["EXC104"]
    desk = lay_out(linked, by_code("zh"))
    assert dict(back.translations) == said(desk)


def test_a_pair_of_codes_that_stands_around_nothing_is_told_and_put_where_the_words_tell() -> None:
    source = (
        "# Report\n\n1. The Group recalled *paragraph 12* of its report.\n\n"
        "2. The lamps were *lit* at dusk.\n\n3. Ships waited.\n"
    )
    original = loaded(Input(path="report.md", data=source.encode()))
    desk = lay_out(original, by_code("zh"))
    recalled, lit = [one for one in desk.segments if one.source.codes]
    words = {recalled.id: "工作组忆及其报告第 12 段。", lit.id: "黄昏时点亮了灯。"}
    made = {
        one.id: Translation(
            target=Segment(words[one.id], tuple(replace(code, at=0) for code in one.source.codes)),
            answered=Answered.REVIEWED,
            score=100,
        )
        for one in (recalled, lit)
    }
    back = returned(original, sent(desk, made))
    told = [one for one in back.findings if one.code == "EXC116"]
    assert [one.place for one in told] == [recalled.place, lit.place]
    assert "Not carried over" in told[1].message
    assert back.translations[lit.id].target == Segment(words[lit.id])


# -- the document has changed --------------------------------------------------------------------
def changed(original: Loaded) -> Loaded:
    """The document after an editor replaced a word in two paragraphs."""
    text = WordText.open(original.input.data, "x.docx")
    found = [one for one in text.paragraphs if "should" in one.text][:2]
    edits = [
        ReplaceText(one.index, one.text.index("should"), one.text.index("should") + 6, "must")
        for one in found
    ]
    return loaded(Input("changed.docx", text.apply(edits)))


def test_a_document_that_has_changed_is_refused_and_the_places_named(addendum: Loaded) -> None:
    desk = lay_out(addendum, by_code("zh"))
    data = sent(desk, said(desk))
    other = changed(addendum)
    with pytest.raises(WriteRefusedError, match=r"changed\.docx has changed") as caught:
        returned(other, data)
    message = str(caught.value)
    assert "at 2 places" in message
    assert "must" in message
    assert "should" in message
    back = returned(other, data, take_changed=True)
    assert codes_of(back) == ["EXC111", "EXC111"]
    assert back.counts()["untranslated"] == 2


def test_a_paragraph_put_in_since_leaves_all_others_translated(addendum: Loaded) -> None:
    desk = lay_out(addendum, by_code("zh"))
    parts = unpack(addendum.input.data, "x.docx")
    body = parts["word/document.xml"].decode()
    paragraph = re.search(
        r"<w:p>(?:(?!<w:p>).)*?<w:t[^>]*>States parties(?:(?!</w:p>).)*</w:p>", body
    )
    assert paragraph is not None
    new = re.sub(r"(<w:t[^>]*>)[^<]*", r"\1Nobody sent this out.", paragraph[0])
    parts["word/document.xml"] = body.replace(paragraph[0], new + paragraph[0]).encode()
    other = loaded(Input("longer.docx", pack(parts)))
    data = sent(desk, said(desk))
    with pytest.raises(WriteRefusedError, match=r"at one place: .*new: “Nobody sent this out"):
        returned(other, data)
    back = returned(other, data, take_changed=True)
    assert codes_of(back) == ["EXC106"]
    assert back.counts()["untranslated"] == 1
    assert [one.target for one in back.translations.values()] == [
        one.target for one in said(desk).values()
    ]


def test_a_document_saved_anew_with_the_same_words_is_taken(addendum: Loaded) -> None:
    desk = lay_out(addendum, by_code("zh"))
    parts = unpack(addendum.input.data, "x.docx")
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"2026", b"2027")
    other = loaded(Input("again.docx", pack(parts)))
    assert other.input.sha256 != addendum.input.sha256
    assert returned(other, sent(desk, said(desk))).findings == ()


def test_another_document_is_refused(addendum: Loaded, samples: Path) -> None:
    desk = lay_out(addendum, by_code("zh"))
    other = load(str(samples / "CSIW_COP_WG.3_2026_L.1_Add.2.en.docx"))
    with pytest.raises(WriteRefusedError, match=rf"is a translation of {re.escape(ADDENDUM)}; "):
        returned(other, sent(desk, said(desk)))


def test_a_document_in_the_other_language_is_refused(addendum: Loaded, samples: Path) -> None:
    desk = lay_out(addendum, by_code("zh"))
    other = load(str(samples / ADDENDUM.replace(".en.", ".zh.")))
    with pytest.raises(UsageError, match="translation from en"):
        returned(other, sent(desk, {}))


def test_a_file_that_does_not_say_its_language_asks_for_it(addendum: Loaded) -> None:
    table = b"source\ttarget\r\nRecommendations\t\xe5\xbb\xba\xe8\xae\xae\r\n"
    with pytest.raises(UsageError, match="use --to"):
        returned(addendum, table, "x.tsv")
    file = read_exchange(table, "x.tsv")
    back = bring_back(addendum, file, "x.tsv", target=by_code("zh"))
    assert back.counts()["reviewed"] == 1


def test_units_for_the_memory_are_reviewed_with_their_places(addendum: Loaded) -> None:
    back = after(addendum, lambda text: text + "\n")
    units = {one.source: one for one in units_of(back)}
    segment = next(one for one in back.desk.segments if one.path == "III/A/para 4")
    one = units[segment.source.text]
    assert (one.status, one.confidence, one.path) == ("reviewed", None, "III/A/para 4")
    assert one.symbol == "CSIW/COP/WG.3/2026/L.1/Add.1"
    assert one.created == "2026-09-08"
    assert one.previous == segment.previous
    assert "Vienna, 7–9 September 2026" not in units


def test_a_text_goes_out_under_its_own_format_and_comes_back_as_a_word_file(samples: Path) -> None:
    original = load(str(samples / ADDENDUM.replace(".docx", ".md")))
    desk = lay_out(original, by_code("zh"))
    data = sent(desk, said(desk))
    assert b'datatype="x-markdown"' in data
    back = returned(original, data)
    assert back.findings == ()
    assert put_together(back.desk, back.translations) == put_together(desk, said(desk))
