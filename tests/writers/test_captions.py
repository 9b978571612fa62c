"""Captions stand on two lines: what is counted, and below it the title."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.validity import faults, schema_faults
from tests.writers.papers import paper
from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind, Mark, MarkKind, Note, Profile, Remark
from toolkit.ooxml.freezing import freeze
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.writers import docx, html
from toolkit.writers.captions import on_two_lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def captioned(language: str, text: str, **more: object) -> Document:
    rows = (("a", "b"), ("c", "1"))
    blocks = (
        Block(id="b1", kind=Kind.CAPTION, text=text, **more),
        Block(id="b2", kind=Kind.TABLE, text="a\tb\nc\t1", rows=rows),
    )
    return replace(paper(language), profile=Profile.REPORT, blocks=blocks)


def lines(data: bytes) -> list[tuple[str, bool]]:
    """Return the lines of the caption with whether each is set without bold."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    paragraph = next(one for one in body.iter(f"{W}p") if one.xpath(".//*[local-name()='br']"))
    plain = {
        run: bool(run.xpath("./*/*[local-name()='b'][@*='0']")) for run in paragraph.iter(f"{W}r")
    }
    return [
        ("\n" if one.tag == f"{W}br" else one.text or "", plain[one.getparent()])
        for one in paragraph.iter(f"{W}t", f"{W}br")
    ]


@pytest.mark.parametrize(
    ("language", "label", "title"),
    [
        ("en", "Table 1", "Lamps by harbour"),
        ("zh", "表 1", "各港口的灯具"),
        ("zh", "表 12", "2021-2025 年的灯具"),
        ("en", "Figure IV", "A lamp"),
    ],
)
def test_label_and_title_have_a_line_each_and_read_back_as_they_were(
    language: str, label: str, title: str, shared: Path
) -> None:
    document = captioned(language, f"{label} {title}")
    data = docx.write(document)
    assert lines(data) == [(label, True), ("\n", True), (title, False)]
    back = READER.read(data, "r.docx", ReadOptions()).document.blocks
    found = [(one.kind, one.text, one.marks) for one in back if one.kind is Kind.CAPTION]
    assert found == [(Kind.CAPTION, f"{label} {title}", ())]
    assert not [*faults(data), *schema_faults(data, shared)]
    assert f">{label}<br>\n{title}</p>" in html.write(document)


@pytest.mark.parametrize(
    "text", ["Lamps by harbour", "Table 1", "Table 1: Lamps", "Table 1  Lamps", "Tables of lamps"]
)
def test_what_has_no_label_or_no_title_stays_on_one_line(text: str) -> None:
    document = captioned("en", text)
    assert on_two_lines(document.blocks[0], by_code("en")) == (document.blocks[0], 0)
    assert f'<p class="caption" id="b1">{text}</p>' in html.write(document)


@pytest.mark.parametrize("at", [0, 7, 8, 13])
def test_notes_looks_and_remarks_stay_at_their_words(at: int) -> None:
    note = Note(number="1", at=at, text="In use.")
    italic = Mark(start=8, end=13, kind=MarkKind.ITALIC)
    document = captioned("en", "Table 1 Lamps", notes=(note,), marks=(italic,))
    remark = Remark(block_id="b1", start=8, end=13, text="From the memory.", tone="exact")
    data = docx.write(document, remarks=(remark,), marks="comments")
    back = READER.read(data, "r.docx", ReadOptions()).document.blocks[0]
    assert (back.text, back.marks) == ("Table 1 Lamps", (italic,))
    assert [one.text for one in back.notes] == ["In use."]
    assert not faults(data)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_word_counts_the_tables_of_a_live_draft_and_references_point_to_them(
    language: str, shared: Path
) -> None:
    first = captioned(language, {"en": "Table 1 Lamps", "zh": "表 1 灯具"}[language]).blocks
    fourth = captioned(language, {"en": "Table 4 Oil", "zh": "表 4 灯油"}[language]).blocks
    said = {"en": "See table 4 below.", "zh": "见下文表 4。"}[language]
    text = Block(id="b0", kind=Kind.PARAGRAPH, text=said, label="1.", number=1, path="para 1")
    more = [replace(one, id=f"x{one.id}") for one in fourth]
    document = replace(paper(language), profile=Profile.REPORT, blocks=(text, *first, *more))
    data = docx.write(document, numbers="live")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    codes = [(one.text or "").split() for one in body.iter(f"{W}instrText") if one.text]
    assert [one for one in codes if one[0] == "SEQ"] == [
        ["SEQ", "Table", "\\*", "ARABIC"],
        ["SEQ", "Table", "\\*", "ARABIC", "\\r", "4"],
    ]
    pointed = [one[1] for one in codes if one[0] == "REF"]
    assert len(pointed) == 1
    assert pointed[0] in {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    assert not [*faults(data), *schema_faults(data, shared)]
    for one in (data, freeze(data, "r.docx").data):
        back = READER.read(one, "r.docx", ReadOptions()).document.blocks
        assert [block.text for block in back] == [block.text for block in document.blocks]
