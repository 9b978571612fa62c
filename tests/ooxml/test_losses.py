"""What a Word file holds beyond words is counted, and nothing else is."""

import io
import zipfile

import pytest

from toolkit.model import Block, Document, Kind, Profile
from toolkit.ooxml.losses import more_than_words
from toolkit.workflows.editing.word_losses import losses
from toolkit.writers import docx


def report() -> bytes:
    block = Block(id="b1", kind=Kind.PARAGRAPH, text="The Group met.", label="1.", number=1)
    return docx.write(Document(profile=Profile.REPORT, language="en", blocks=(block,)))


def with_body(insert: str) -> bytes:
    """Return a plain report with mark-up put before its first paragraph with words."""
    source = zipfile.ZipFile(io.BytesIO(report()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", f"<w:body>{insert}".encode(), 1)
            made.writestr(name, data)
    return out.getvalue()


def test_a_plain_report_loses_nothing() -> None:
    assert more_than_words(report(), "r.docx") == {}
    assert not list(losses(report(), "r.docx"))
    assert not list(losses(b"# Text", "r.md"))


CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{}</w:tr></w:tbl>"
RUN = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>x</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("insert", "found"),
    [
        (TABLE.format(CELL.format('<w:gridSpan w:val="2"/>')), {}),
        (
            TABLE.format(f"<w:tc><w:tcPr/>{TABLE.format(CELL.format(''))}<w:p/></w:tc>"),
            {"tables inside tables": 1},
        ),
        (RUN.format('<w:u w:val="single"/>'), {"words set under or struck through": 1}),
        (RUN.format('<w:u w:val="none"/>'), {}),
        (RUN.format('<w:highlight w:val="yellow"/>'), {"highlighted or coloured words": 1}),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>", {"content controls": 1}),
        (
            '<w:p><w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr></w:p>',
            {"landscape pages": 1},
        ),
    ],
)
def test_each_kind_is_counted(insert: str, found: dict[str, int]) -> None:
    assert more_than_words(with_body(insert), "r.docx") == found


def test_tracked_changes_are_told() -> None:
    words = '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    (one,) = losses(with_body(words), "r.docx")
    assert (one.code, one.values["count"], one.file) == ("RDR402", "1", "r.docx")
