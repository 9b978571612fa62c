"""Large reports of an invented working group, made as Word files without any library for it."""

import io
import zipfile
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Final

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P: Final = "http://schemas.openxmlformats.org/package/2006"
_HEAD: Final = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_SENTENCES: Final = (
    "The Working Group took note of the survey of inland lights for 2025.",
    "Several speakers reported that the buoys placed in 2019 were still in service.",
    "Reference was made to document CSIW/COP/WG.3/2025/6, paragraph 14, and to its annex.",
    "At its 2nd meeting, on 8 September 2026, the Working Group heard three panellists.",
    "One speaker stressed that States parties should keep registers of lamps and lenses.",
    "It was recalled that resolution 12/4 had asked the secretariat for a report.",
    "The secretariat said that 46 replies had come in, 12 of them after the deadline.",
    "Ways to share spare parts across borders were discussed at length.",
)
_MASTHEAD: Final = (
    "United Nations",
    "CSIW/COP/WG.3/2026/6",
    "Distr.: General",
    "21 September 2026",
    "Original: English",
)
_TITLE: Final = (
    "Conference of the States Parties to the Convention on Shared Inland Waterways",
    "Working Group on Lights and Beacons",
    "Tenth session",
    "Vienna, 7–9 September 2026",
)


def report(paragraphs: int, *, runs: int = 3, every: int = 5) -> bytes:
    """Return a DOCX with so many paragraphs, each in so many runs.

    Every 20th is a heading and every fourth an item with a typed label, the others are numbered
    by Word; one in ``every`` has a footnote, one in ten a link. The masthead is in the header of
    the first page.
    """
    body = "".join(_body(paragraphs, runs, every))
    notes = "".join(_note(at) for at in range(0, paragraphs, every))
    return _zipped(
        {
            "[Content_Types].xml": _types(
                "document", "styles", "numbering", "footnotes", "header1"
            ),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml", "")),
            "word/_rels/document.xml.rels": _relations(
                ("styles", "styles.xml", ""),
                ("numbering", "numbering.xml", ""),
                ("footnotes", "footnotes.xml", ""),
                ("header", "header1.xml", ""),
                ("hyperlink", "https://lights.example.org/list", ' TargetMode="External"'),
            ),
            "word/document.xml": f"<w:document {_HEAD}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
            "word/footnotes.xml": f"<w:footnotes {_HEAD}>{notes}</w:footnotes>",
            "word/header1.xml": f"<w:hdr {_HEAD}>{''.join(map(_plain, _MASTHEAD))}</w:hdr>",
        }
    )


def simple(paragraphs: int) -> bytes:
    """Return a DOCX of bare paragraphs: one run each, nothing else."""
    return _bare("".join(_plain(_SENTENCES[at % 8]) for at in range(paragraphs)))


def table(rows: int, columns: int) -> bytes:
    """Return a DOCX with one table."""
    cells = "".join(f"<w:tc>{_plain(f'Lamp {at}')}</w:tc>" for at in range(columns))
    return _bare(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * rows}</w:tbl>")


def _bare(body: str) -> bytes:
    return _zipped(
        {
            "[Content_Types].xml": _types("document"),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml", "")),
            "word/document.xml": f"<w:document {_HEAD}><w:body>{body}</w:body></w:document>",
        }
    )


def _body(paragraphs: int, runs: int, every: int) -> Iterator[str]:
    yield from map(_plain, _TITLE)
    yield _plain("Report on the tenth session", '<w:pStyle w:val="Title"/>')
    for at in range(paragraphs):
        yield _paragraph(at, runs, every)
    yield ('<w:sectPr><w:headerReference w:type="first" r:id="rId4"/><w:titlePg/></w:sectPr>')


def _paragraph(at: int, runs: int, every: int) -> str:
    if at % 20 == 0 and every > 1:
        return _plain(f"{_roman(at // 20 + 1)}. Lights of reach {at // 20 + 1}", _style("Heading1"))
    text = " ".join(islice(cycle(_SENTENCES), at % 8, at % 8 + 2 + at % 3))
    inner = _runs(text, runs, at)
    if at % every == 0:
        inner += f'<w:r><w:footnoteReference w:id="{at + 2}"/></w:r>'
    if at % 10 == 0:
        inner += f'<w:hyperlink r:id="rId5">{_run(" See the list of lights.")}</w:hyperlink>'
    if at % 4 == 3:
        return f"<w:p>{_run(f'({chr(97 + at // 4 % 5)})')}<w:r><w:tab/></w:r>{inner}</w:p>"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr>{inner}</w:p>"


def _runs(text: str, runs: int, at: int) -> str:
    size = -(-len(text) // runs)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    sets = ["", "<w:i/>" if at % 3 == 0 else "", ""]
    return "".join(_run(piece, sets[turn % 3]) for turn, piece in enumerate(pieces))


def _run(text: str, properties: str = "") -> str:
    head = f'<w:rPr>{properties}<w:lang w:val="en-GB"/></w:rPr>'
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _plain(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(text)}</w:p>"


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def _note(at: int) -> str:
    text = f"See CSIW/COP/WG.3/2025/L.{at + 1}, para. {at % 40 + 1}."
    sign = "<w:r><w:footnoteRef/></w:r>"
    return f'<w:footnote w:id="{at + 2}"><w:p>{sign}{_run(text)}</w:p></w:footnote>'


def _roman(value: int) -> str:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"))
    signs += ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for worth, sign in signs:
        count, value = divmod(value, worth)
        out += sign * count
    return out


def _styles() -> str:
    names = {"Normal": "Normal", "Title": "Title", "Heading1": "heading 1"}
    inner = "".join(
        f'<w:style w:type="paragraph" w:default="{int(key == "Normal")}" w:styleId="{key}">'
        f'<w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return f"<w:styles {_HEAD}>{inner}</w:styles>"


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    return (
        f'<w:numbering {_HEAD}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _relations(*arrows: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
        for at, (kind, target, mode) in enumerate(arrows, start=1)
    )
    return f'<Relationships xmlns="{_P}/relationships">{inner}</Relationships>'


def _types(*parts: str) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main", "header1": "header"}
    inner = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kinds.get(name, name)}+xml"/>'
        for name in parts
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()
