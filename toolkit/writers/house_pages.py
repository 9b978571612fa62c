"""Headers, footers, masthead and page of the house, with placeholders for what varies.

The masthead is the table in the header of the first page, as New York sets it: the name of the
organization and the symbol over a thin rule, the organ and the distribution over a thick one. The
emblem is not drawn; its place is left free.
"""

from collections.abc import Mapping
from typing import Any

from toolkit.ooxml.build import field, run, tag, val
from toolkit.ooxml.xml import R_NS, Element

_INDENT, _GAP, _DISTRIBUTION, _NAME = 1267, 245, 3096, 1872
_SYMBOL_INITIAL = 40  # half-points
_THIN, _THICK = 4, 12  # eighths of a point
_PUT = "{{%s}}"


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph of a style; ``properties`` follow the style in ``w:pPr``."""
    return tag("p", tag("pPr", val("pStyle", style), *properties), *content)


def put(name: str) -> str:
    """Return the placeholder for a value."""
    return _PUT % name


def body_root(page: Mapping[str, Any], references: list[tuple[str, str, str]]) -> Element:
    """Return ``word/document.xml``: what stands above the text, ``{{content}}``, and the page.

    ``references`` are (header or footer, first, default or even, id of the relationship).
    """
    lines = (
        ("MastheadBody", "body"),
        ("MastheadBody", "session"),
        ("MastheadLine", "venue"),
        ("MastheadAgenda", "agenda_item"),
        ("MastheadAgendaTitle", "agenda_title"),
        ("DocumentTitle", "title"),
        ("DocumentSubtitle", "subtitle"),
        ("SingleTxt", "content"),
    )
    paragraphs = [paragraph(style, run(put(name))) for style, name in lines]
    return tag("document", tag("body", *paragraphs, _section(page, references)))


def _section(page: Mapping[str, Any], references: list[tuple[str, str, str]]) -> Element:
    section = tag("sectPr")
    for kind, which, relation in references:
        reference = tag(f"{kind}Reference", type=which)
        reference.set(f"{{{R_NS}}}id", relation)
        section.append(reference)
    edges = ("top", "right", "bottom", "left", "header", "footer")
    margins = tag("pgMar", **{edge: str(page[edge]) for edge in edges}, gutter="0")
    section.extend(
        [
            tag("pgSz", w=page["width"], h=page["height"]),
            margins,
            tag("cols", space=720),
            tag("titlePg"),
            tag("docGrid", linePitch=360),
        ]
    )
    return section


def first_header(width: int) -> Element:
    """Return the header of the first page; ``width`` is that of the text."""
    organ = width - _INDENT - _DISTRIBUTION - _GAP
    columns = (_INDENT, _NAME, organ - _NAME, _GAP, _DISTRIBUTION)
    symbol = tag(
        "p",
        tag("pPr", val("pStyle", "MastheadSymbol")),
        run(put("symbol_initial"), val("sz", _SYMBOL_INITIAL), val("szCs", _SYMBOL_INITIAL)),
        run(put("symbol_rest")),
    )
    top = tag(
        "tr",
        tag("trPr", tag("trHeight", val=864, hRule="exact")),
        _cell(_INDENT, 1, _rule(bottom=_THIN), paragraph("Header")),
        _cell(_NAME, 1, _rule(bottom=_THIN), paragraph("MastheadName", run(put("united_nations")))),
        _cell(width - _INDENT - _NAME, 3, _rule(bottom=_THIN), symbol),
    )
    lower = tag(
        "tr",
        tag("trPr", tag("trHeight", val=2880, hRule="exact")),
        _cell(_INDENT, 1, _rule(bottom=_THICK), paragraph("Header"), align=None),
        _cell(organ, 2, _rule(bottom=_THICK), _organ(), align=None),
        _cell(_GAP, 1, _rule(bottom=_THICK), paragraph("Header"), align=None),
        _cell(_DISTRIBUTION, 1, _rule(bottom=_THICK), *_distribution(), align=None),
    )
    return tag("hdr", _table(columns, top, lower), paragraph("Header", properties=(_gap_line(),)))


def _organ() -> Element:
    return paragraph("XLarge", run(put("organ")), properties=(tag("spacing", before=109),))


def _distribution() -> list[Element]:
    space = (tag("spacing", before=240),)
    return [
        paragraph("Distribution", run(f"Distr.: {put('distribution')}"), properties=space),
        paragraph("Distribution", run(put("date"))),
        paragraph("Distribution", run(put("language"))),
        paragraph("Distribution", run(f"Original: {put('original')}")),
    ]


def _gap_line() -> Element:
    return tag("spacing", line=240, lineRule="exact")


def _rule(*, bottom: int) -> Element:
    return tag("tcBorders", tag("bottom", val="single", sz=bottom, space=0, color="auto"))


def _cell(
    width: int, span: int, borders: Element | None, *content: Element, align: str | None = "bottom"
) -> Element:
    properties = tag(
        "tcPr",
        tag("tcW", w=width, type="dxa"),
        val("gridSpan", span) if span > 1 else None,
        borders,
        val("vAlign", align) if align else None,
    )
    return tag("tc", properties, *content)


def _table(columns: tuple[int, ...], *rows: Element, mirrored: bool = False) -> Element:
    properties = tag(
        "tblPr",
        tag("bidiVisual") if mirrored else None,
        tag("tblW", w=sum(columns), type="dxa"),
        tag("tblLayout", type="fixed"),
        tag("tblCellMar", tag("left", w=0, type="dxa"), tag("right", w=0, type="dxa")),
    )
    grid = tag("tblGrid", *(tag("gridCol", w=column) for column in columns))
    return tag("tbl", properties, grid, *rows)


def running_header(width: int, *, even: bool) -> Element:
    """Return the header of later pages: the symbol, left on even and right on odd pages."""
    half = width // 2
    place = (tag("spacing", after=80), val("jc", "left" if even else "right"))
    symbol = paragraph("Header", run(put("symbol"), tag("b")), properties=place)
    cells = [
        _cell(half, 1, _rule(bottom=2), symbol),
        _cell(width - half, 1, _rule(bottom=2), paragraph("Header")),
    ]
    row = tag("tr", tag("trPr", tag("trHeight", val=864, hRule="exact")))
    row.extend(cells if even else reversed(cells))
    return tag("hdr", _table((half, width - half), row), paragraph("Header"))


def running_footer(width: int, *, even: bool) -> Element:
    """Return the footer of later pages: page and number of pages outside, job number inside."""
    half = width // 2
    pages = [*field("PAGE", "2"), run("/"), *field("NUMPAGES", "2")]
    small = (tag("b", val="0"), val("sz", 14), val("szCs", 14))
    outer = paragraph("Footer", *pages, properties=(val("jc", "left" if even else "right"),))
    inner = paragraph(
        "Footer",
        run(put("job_number"), *small),
        properties=(val("jc", "right" if even else "left"),),
    )
    contents = (outer, inner) if even else (inner, outer)
    row = tag("tr", *(_cell(half, 1, None, one, align=None) for one in contents))
    return tag("ftr", _table((half, half), row), paragraph("Footer"))


def first_footer() -> Element:
    """Return the footer of the first page.

    Title-page notes under a short rule, the job number with its stamps, the barcode's text.
    """
    return tag(
        "ftr",
        paragraph("TitleNoteRule", run(put("title_rule"))),
        paragraph("TitleNote", run(put("title_notes"))),
        paragraph("JobNumber", run(put("job_line"))),
        paragraph("Barcode", run(put("barcode")), properties=(tag("spacing", before=80),)),
    )
