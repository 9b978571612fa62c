"""Reports in which fields of Word count paragraphs and recommendations, as some houses have it."""

import io
import re
import zipfile

_MAIN = "word/document.xml"
_PARAGRAPH = re.compile(r"<w:r><w:t>(\d+)\.</w:t><w:tab/></w:r>")
_HEADING = re.compile(
    r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t>(Recommendation |建议 )(\d+)</w:t></w:r>"
    r"(?=</w:p>)"
)


def counted(data: bytes) -> bytes:
    """Return a file of typed numbers with a SEQ field in place of each that begins a paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name == _MAIN:
                text = _PARAGRAPH.sub(_paragraph, part.decode())
                part = _HEADING.sub(_heading, text).encode()
            made.writestr(name, part)
    return out.getvalue()


def _paragraph(found: re.Match[str]) -> str:
    return f"{_field('Paragraph', found[1], '')}<w:r><w:t>.</w:t><w:tab/></w:r>"


def _heading(found: re.Match[str]) -> str:
    looks = found[1] or ""
    words = f'<w:r>{looks}<w:t xml:space="preserve">{found[2]}</w:t></w:r>'
    return words + _field("Advice", found[3], looks)


def _field(name: str, number: str, looks: str) -> str:
    restart = " \\r 1" if number == "1" else ""
    return "".join(
        f"<w:r>{looks}{sign}</w:r>"
        for sign in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> SEQ {name}{restart} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{number}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
