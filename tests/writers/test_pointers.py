"""References that Word keeps up to date: where the fields stand and where they lead."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from papers import told

from tests.conftest import SAMPLES
from tests.validity import faults, schema_faults
from toolkit.model import Block, Document, Kind, Note, Profile, Remark
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.workflows.documents.reading import load
from toolkit.writers.docx import Marks, write


def numbered(number: int, text: str, **more: object) -> Block:
    return Block(
        id=f"p{number}", kind=Kind.PARAGRAPH, text=text, label=f"{number}.", number=number,
        path=f"para {number}", **more,
    )  # fmt: skip


def paper(*blocks: Block, language: str = "en") -> Document:
    return Document(profile=Profile.REPORT, language=language, blocks=blocks)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [one for one in archive.namelist() if one.endswith(".xml")]
        return {name: archive.read(name).decode() for name in names}


def fields(data: bytes, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """Return the block that each field leads to, with what the field shows."""
    found = re.findall(
        r"> REF _Ref_([a-z0-9]+)_\d+ ([^<]*)<.*?separate.*?<w:t>([^<]*)</w:t>", parts(data)[part]
    )
    return [(f"{target} {switches.strip()}", shown) for target, switches, shown in found]


def test_a_number_that_word_counts_is_asked_for_and_a_typed_one_is_repeated() -> None:
    document = paper(
        numbered(1, "See paragraphs 2 and 3 bis, and recommendation 1."),
        numbered(2, "Two."),
        Block(id="x", kind=Kind.RECOMMENDATION, text="Do.", label="Recommendation 1", number=1,
              path="rec 1"),
    )  # fmt: skip
    found = fields(write(document, numbers="live"))
    assert found == [("p2 \\n \\h", "2"), ("x \\h", "1")]


def test_the_number_of_a_label_that_is_typed_stands_in_a_bookmark_alone() -> None:
    annex = Block(id="a", kind=Kind.HEADING, text="Lists", label="Annex II", number=2, level=1,
                  path="annex II")  # fmt: skip
    first = Block(id="f", kind=Kind.HEADING, text="", label="Annex I", number=1, level=1,
                  path="annex I")  # fmt: skip
    document = paper(numbered(1, "Set out in annex II."), first, annex)
    data = write(document, numbers="live")
    assert fields(data) == [("a \\h", "II")]
    marked = r"<w:bookmarkStart [^>]*_Ref_a_[^>]*/><w:r><w:t>II</w:t></w:r><w:bookmarkEnd"
    assert re.search(marked, parts(data)["word/document.xml"])
    assert faults(data) == []


def test_subparagraphs_are_led_to_their_own_paragraphs() -> None:
    document = paper(
        numbered(1, "See paragraph 2 (a) (ii) and (b)."),
        numbered(2, "Check:"),
        Block(id="ia", kind=Kind.ITEM, text="Oil:", label="(a)", number=1, level=1,
              path="para 2/(a)"),
        Block(id="ii", kind=Kind.ITEM, text="New;", label="(i)", number=1, level=2,
              path="para 2/(a)/(i)"),
        Block(id="iii", kind=Kind.ITEM, text="Old;", label="(ii)", number=2, level=2,
              path="para 2/(a)/(ii)"),
        Block(id="ib", kind=Kind.ITEM, text="Wicks.", label="(b)", number=2, level=1,
              path="para 2/(b)"),
    )  # fmt: skip
    found = fields(write(document, numbers="live"))
    assert found == [
        ("p2 \\n \\h", "2"), ("ia \\n \\h", "(a)"), ("iii \\n \\h", "(ii)"), ("ib \\n \\h", "(b)"),
    ]  # fmt: skip


def test_notes_and_cells_point_too() -> None:
    document = paper(
        numbered(1, "One.", notes=(Note(number="1", at=4, text="See paragraph 2."),)),
        numbered(2, "Two."),
        Block(id="t", kind=Kind.TABLE, text="What\tWhere\nOil\tparagraph 1",
              rows=(("What", "Where"), ("Oil", "paragraph 1"))),
    )  # fmt: skip
    data = write(document, numbers="live")
    assert fields(data, "word/footnotes.xml") == [("p2 \\n \\h", "2")]
    assert fields(data) == [("p1 \\n \\h", "1")]
    assert faults(data) == []


def test_what_leads_out_or_nowhere_stays_text() -> None:
    text = "See article 2, paragraph 9 below, resolution 1/2, paragraph 2, and A/RES/1/2, para. 2."
    assert fields(write(paper(numbered(1, text), numbered(2, "Two.")), numbers="live")) == []


def test_a_number_that_is_printed_otherwise_than_its_label_stays_text() -> None:
    document = paper(
        numbered(1, "See recommendation 5."),
        Block(id="x", kind=Kind.RECOMMENDATION, text="Do.", label="Recommendation V", number=5,
              path="rec 5"),
    )  # fmt: skip
    data = write(document, numbers="live")
    assert fields(data) == []
    assert "See recommendation 5." in re.sub("<[^>]*>", "", parts(data)["word/document.xml"])
    assert "fldChar" not in parts(data)["word/document.xml"]


def test_typed_drafts_have_neither_fields_nor_bookmarks() -> None:
    data = write(paper(numbered(1, "See paragraph 2."), numbered(2, "Two.")), numbers="typed")
    assert "REF" not in parts(data)["word/document.xml"]
    assert "bookmark" not in parts(data)["word/document.xml"]


@pytest.mark.parametrize("marks", ["comments", "colour", "none"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_samples_are_sound_and_read_back_with_live_references(
    shared: Path, language: str, marks: Marks
) -> None:
    for path in sorted(SAMPLES.glob(f"CSIW*.{language}.md")):
        document = load(str(path)).document
        first = next(one for one in document.blocks if one.kind is Kind.PARAGRAPH)
        remarks = [Remark(block_id=first.id, start=0, end=9, text="see", tone="exact")]
        data = write(document, numbers="live", remarks=remarks, marks=marks)
        assert fields(data), path.name
        assert faults(data) == [], path.name
        assert schema_faults(data, shared) == [], path.name
        found = READER.read(data, "a.docx", ReadOptions()).document
        assert told(found.blocks) == told(document.blocks), path.name
