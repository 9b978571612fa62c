"""Words of Word files with few codes, new words in their place, and nothing lost on the way."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.ooxml.wordxml import p, part, r, word
from tests.validity import faults, schema_faults
from toolkit.inline import Segment, shown
from toolkit.ooxml.stripping import strip_marks
from toolkit.ooxml.translating import LineBefore, NewWords, WordTranslation

NOTES = part("footnotes", f'<w:footnote w:id="1">{p("A note.")}</w:footnote>')
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
LINK = f'<w:hyperlink w:anchor="x">{r("the annex")}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("12")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def opened(body: str, **parts: str) -> WordTranslation:
    return WordTranslation.open(word(body, **parts), "small.docx")


def _main(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def first(file: WordTranslation) -> Segment:
    return file.coded(0, 0, len(file.lines[0].words.text))


def put(file: WordTranslation, target: Segment, **how: str) -> WordTranslation:
    length = len(file.lines[0].words.text)
    data = file.apply([NewWords(0, 0, length, target, **how)], han=True, author="Undraft")
    return WordTranslation.open(data, "small.docx")


def test_runs_that_look_the_same_are_one_whatever_else_they_say() -> None:
    body = p(r("Flo", '<w:lang w:val="en-GB"/>') + r("ods and ", "<w:noProof/>") + r("ice"))
    assert first(opened(body)) == Segment("Floods and ice")


def test_a_paragraph_wholly_in_italics_needs_no_code() -> None:
    assert first(opened(p(r("Pilots", "<w:i/>") + r(" and crews", "<w:i/><w:iCs/>")))).codes == ()


def test_words_that_look_otherwise_links_notes_and_fields_have_a_code() -> None:
    body = p(r("The ") + r("Petrel", "<w:i/>") + r(", see ") + LINK + NOTE + r(" and ") + FIELD)
    found = first(opened(body, footnotes=NOTES))
    assert shown(found) == "The ⟦1⟧Petrel⟦/1⟧, see ⟦2⟧the annex⟦/2⟧⟦3/⟧ and ⟦4⟧12⟦/4⟧"
    assert [code.type for code in found.codes if code.kind != "close"] == [
        "italic",
        "link",
        "note",
        "field",
    ]


def test_new_words_take_the_codes_along() -> None:
    body = p(r("Please see ") + LINK + r(" of ") + r("Petrel", "<w:b/>") + r("."))
    file = opened(body)
    old = first(file)
    opening, closing, bold, plain = old.codes
    places = ((bold, 2), (plain, 7), (opening, 12), (closing, 14))
    moved = Segment(
        "关于彼得雷尔号的报告，见附件全文。", tuple(replace(code, at=at) for code, at in places)
    )
    again = put(file, moved)
    assert shown(first(again)) == "关于⟦1⟧彼得雷尔号⟦/1⟧的报告，见⟦2⟧附件⟦/2⟧全文。"


def test_a_note_a_picture_and_a_bookmark_without_a_code_are_kept() -> None:
    mark = '<w:bookmarkStart w:id="4" w:name="here"/>{}<w:bookmarkEnd w:id="4"/>'
    break_ = '<w:r><w:br w:type="page"/></w:r>'
    file = opened(p(mark.format(r("One ") + NOTE + r("two"))) + p(break_ + r("x")), footnotes=NOTES)
    data = file.apply([NewWords(0, 0, 7, Segment("一二"))], han=True)
    for kept in (b"footnoteReference", b'w:name="here"', b"bookmarkEnd", b'w:type="page"'):
        assert kept in _main(data)
    assert _main(data).index(b"bookmarkStart") < _main(data).index("一二".encode())


def test_lines_without_new_words_keep_their_bytes() -> None:
    kept = p(r("Kept", '<w:rFonts w:ascii="Odd"/>'))
    data = opened(kept + p("Changed")).apply([NewWords(1, 0, 7, Segment("改"))], han=True)
    assert kept.encode() in _main(data)


def test_a_mark_is_shown_and_taken_off_again() -> None:
    file = opened(p("One two"))
    marked = file.apply(
        [NewWords(0, 0, 3, Segment("一"), comment="Why"), NewWords(0, 4, 7, None, fill="F4CCCC")],
        han=True,
        author="Undraft",
    )
    assert b"commentRangeStart" in _main(marked)
    assert b"F4CCCC" in _main(marked)
    done = strip_marks(marked, "x.docx", "Undraft", frozenset({"F4CCCC"}))
    assert (done.comments, done.colours) == (1, 1)
    assert b"comment" not in _main(done.data)
    assert b"F4CCCC" not in _main(done.data)
    assert strip_marks(done.data, "x.docx", "Undraft", frozenset({"F4CCCC"})).data == done.data


def test_marks_of_other_people_stay() -> None:
    marked = opened(p("One")).apply(
        [NewWords(0, 0, 3, None, comment="Mine")], han=False, author="A reviser"
    )
    assert strip_marks(marked, "x.docx", "Undraft", frozenset()).data == marked


def test_a_line_can_be_put_before_another() -> None:
    data = opened(p("Original: English")).apply([], [LineBefore(0, "Chinese")], han=True)
    texts = [line.words.text for line in WordTranslation.open(data, "x").lines]
    assert texts == ["Chinese", "Original: English"]


LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:noProof/>"])
WORDS = st.text(st.sampled_from("ab é漢 ."), min_size=1, max_size=6)
RUNS = st.lists(st.tuples(WORDS, LOOKS, st.booleans()), min_size=1, max_size=7)


@given(RUNS)
@example([("a", "", False), ("..", "<w:b/>", False)])
@example([("a", "", False), ("a ", "", True), (".", "<w:b/>", False)])
def test_words_put_back_as_they_were_read_say_and_look_the_same(
    runs: list[tuple[str, str, bool]],
) -> None:
    inner = [r(text, look) for text, look, _ in runs]
    linked = [
        f'<w:hyperlink w:anchor="x">{one}</w:hyperlink>' if link else one
        for one, (_, _, link) in zip(inner, runs, strict=True)
    ]
    file = opened(p("".join(linked)))
    old = first(file)
    again = put(file, old)
    assert again.lines[0].words.text == file.lines[0].words.text
    assert [(c.at, c.kind, c.native) for c in first(again).codes] == [
        (c.at, c.kind, c.native) for c in old.codes
    ]


@pytest.mark.parametrize("name", ["A_80_604_Add.2", "A_80_604_Add.5"])
def test_real_files_come_back_with_every_word_when_all_lines_are_set_anew(
    name: str, shared: Path
) -> None:
    data = (shared / "data" / "un-docx" / f"{name}.docx").read_bytes()
    file = WordTranslation.open(data, name)
    changes = []
    for line in file.lines:
        text = line.words.text
        words = text.strip()
        if words and not line.fixed:
            at = text.index(words)
            new = file.coded(line.words.index, at, at + len(words))
            changes.append(NewWords(line.words.index, at, at + len(words), new))
    made = file.apply(changes, han=False)
    again = WordTranslation.open(made, name)
    assert [one.words.text for one in again.lines] == [one.words.text for one in file.lines]
    assert faults(made) == []
    assert schema_faults(made, shared) == []
