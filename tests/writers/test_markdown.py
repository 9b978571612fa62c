"""Our Markdown reads back as the document it was written from."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.writers.papers import paper
from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind, Mark, MarkKind, Note, Origin, Profile
from toolkit.readers.registry import read_bytes
from toolkit.writers.markdown import write
from toolkit.writers.markdown_inline import escaped


def bare(document: Document) -> Document:
    """Return a document without what no writing can keep: its file and its lines."""
    blocks = tuple(replace(block, place="") for block in document.blocks)
    return replace(document, origin=Origin(), blocks=blocks)


def again(document: Document) -> Document:
    return read_bytes(write(document).encode(), "again.md").document


def golden() -> list[Path]:
    return sorted((Path(__file__).parent.parent / "golden").glob("lamps.*.*"))


@pytest.mark.parametrize("path", [p for p in golden() if p.suffix != ".dump"], ids=lambda p: p.name)
def test_a_document_is_written_and_read_back_equal(path: Path) -> None:
    document = read_bytes(path.read_bytes(), str(path)).document
    assert bare(again(document)) == bare(document)


def test_the_samples_are_written_and_read_back_equal(samples: Path) -> None:
    paths = sorted(samples.glob("*/*.??.md")) + sorted(samples.glob("*.??.md"))
    assert paths
    for path in paths:
        document = read_bytes(path.read_bytes(), str(path)).document
        assert bare(again(document)) == bare(document), path


def test_the_real_reports_and_the_contracts_example_come_back_equal(shared: Path) -> None:
    for name in (
        "reports/final-report.zh.md",
        "reports/draft-addendum-2.zh.txt",
        "examples/addendum.en.md",
    ):
        document = read_bytes((shared / name).read_bytes(), name).document
        assert bare(again(document)) == bare(document), name


def test_the_contracts_example_is_written_as_it_stands(shared: Path) -> None:
    data = (shared / "examples" / "addendum.en.md").read_bytes()
    assert write(read_bytes(data, "example.md").document).encode() == data


def paragraph(text: str, notes: tuple[Note, ...] = (), marks: tuple[Mark, ...] = ()) -> Document:
    block = Block(
        id="b1",
        kind=Kind.PARAGRAPH,
        text=text,
        label="1.",
        number=1,
        path="para 1",
        notes=notes,
        marks=marks,
    )
    return Document(profile=Profile.OTHER, language="en", blocks=(block,))


words = st.text(alphabet="ab c*_[](){}=\\`&<>#;|^!~-.:灯，。\u00a0", min_size=1, max_size=40).map(
    lambda text: f"They {text.strip()} end.".replace("  ", " ")
)


@given(words)
def test_any_words_come_back_as_they_were(text: str) -> None:
    assert again(paragraph(text)).blocks[0].text == text


@given(words, st.integers(0, 200), st.text("xy*[ ", min_size=1, max_size=9))
def test_a_note_comes_back_at_its_place(text: str, at: int, words_of_note: str) -> None:
    at = min(at, len(text))
    note = Note(number="1", at=at, text=f"See {words_of_note.strip()} there.".replace("  ", " "))
    found = again(paragraph(text, (note,))).blocks[0]
    assert (found.text, [(n.number, n.at) for n in found.notes]) == (text, [("1", at)])
    assert " ".join(found.notes[0].text.split()) == " ".join(note.text.split())


@pytest.mark.parametrize("kind", list(MarkKind))
def test_marks_come_back_at_their_words(kind: MarkKind) -> None:
    target = "https://example.org/x" if kind is MarkKind.LINK else ""
    mark = Mark(kind=kind, start=4, end=7, target=target)
    document = paragraph("The old lamp burns.", marks=(mark,))
    assert again(document).blocks[0].marks == (mark,)


@pytest.mark.parametrize(
    "text",
    [
        "2. is a number.",
        "(a) is a letter.",
        "Recommendation 5",
        "Annex II",
        "# is a sign.",
        "- is a dash.",
        "| is a stroke.",
        "no capital and no stop",
        "II. is a king",
        "",
    ],
)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    first = paragraph("They met and they spoke of lamps")
    block = Block(id="b2", kind=Kind.TEXT, text=text or "Words.", path="para 1")
    document = replace(first, blocks=(*first.blocks, block))
    assert bare(again(document)).blocks == document.blocks


def test_two_notes_of_one_number_stay_two() -> None:
    notes = (Note(number="*", at=4, text="One."), Note(number="*", at=9, text="Two."))
    assert again(paragraph("They spoke.", notes)).blocks[0].notes == notes


def test_a_table_comes_back_with_its_cells() -> None:
    rows = (("Name", "Oil | wick"), ("*Star*", "12"), ("", "x"))
    block = Block(id="b1", kind=Kind.TABLE, text="\n".join("\t".join(r) for r in rows), rows=rows)
    document = Document(profile=Profile.OTHER, language="en", blocks=(block,))
    assert again(document).blocks[0].rows == rows


@pytest.mark.parametrize(("language", "name"), [("en", "United Nations"), ("zh", "联合国")])
def test_the_organization_is_named_in_the_language_of_the_document(
    language: str, name: str
) -> None:
    text = write(paper(language))
    assert text.startswith(f"{name}    XYZ/COP/WG.1/2030/L.1/Add.2\n")


def test_the_date_is_in_english_in_every_language() -> None:
    path = next(p for p in golden() if p.name == "lamps.zh.clean.md")
    text = write(read_bytes(path.read_bytes(), str(path)).document)
    assert "\n4 June 2030\nChinese\n" in text
    assert f"## 二. 建议{by_code('zh').masthead.continued[0]}\n" in text


def test_braces_of_formulas_and_templates_need_no_escape() -> None:
    for text in (r"half is \frac{a}{b}", "dear {{ name }}", "本组{建议}", 'as {"a": 1} says'):
        assert escaped(text) == text
    for text in ("[Oil]{.x}", "(old){.x}", "the lamps {.x}", "{#oil}"):
        assert escaped(text) == text.replace("{", "\\{")
