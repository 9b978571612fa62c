"""Tables: rules above and below, a head that repeats, figures to the right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model import Block
from toolkit.model.merged import Laid, head_rows, laid_out, width_of
from toolkit.ooxml.build import tag, val
from toolkit.ooxml.xml import Element
from toolkit.writers.docx_roles import Roles
from toolkit.writers.docx_runs import Ink, Inked, part

_INDENT = 1267  # twips, both sides: that of the text
_NARROWEST, _WIDEST = 8, 40  # characters
_FIGURE = re.compile(r"[-−–(]?[$€£]?\d[\d.,\u0020\u00a0\u202f]*[%)]{0,2}|[-–—]")

Rows = Sequence[Sequence[str]]
Grid = Sequence[Sequence[Laid]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the cells of a row follow: widths in twips, columns of figures, whether it is head."""

    widths: Sequence[int]
    figures: frozenset[int]
    head: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes the tables of one document; ``text_width`` is the page's between its margins."""

    roles: Roles
    ink: Ink
    text_width: int

    def table(self, block: Block, anchored: Inked) -> Element:
        """Return a table; not all rows may be empty.

        The offsets in ``anchored`` count the cells joined by tabs and the rows by line feeds, as
        the model has the text of a table.
        """
        rows, laid = block.rows, laid_out(block)
        widths = _widths(rows, laid, self.text_width - 2 * _INDENT)
        figures = _figure_columns(rows, laid)
        heads = head_rows(laid)
        made = [
            self._row(row, cells, Shape(widths, figures, head=at < heads))
            for at, (row, cells) in enumerate(zip(_cells(rows, anchored), laid, strict=True))
        ]
        grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
        return tag("tbl", _properties(sum(widths)), grid, *made)

    def _row(self, row: list[Inked], laid: Sequence[Laid], shape: Shape) -> Element:
        properties = tag("trPr", tag("cantSplit"), tag("tblHeader") if shape.head else None)
        end = laid[-1].column + laid[-1].across if laid else 0
        rest = [Laid(row=0, cell=at, column=at) for at in range(end, len(shape.widths))]
        words = [*row, *[Inked(text="")] * len(rest)]
        cells = zip(words, [*laid, *rest], strict=True)
        return tag("tr", properties, *(self._cell(inked, one, shape) for inked, one in cells))

    def _cell(self, inked: Inked, one: Laid, shape: Shape) -> Element:
        style = self.roles["table-head" if shape.head else "table-text"]
        side = "right" if one.column in shape.figures and one.across == 1 else None
        side = "center" if shape.head and one.across > 1 else side
        paragraphs = [
            tag(
                "p",
                tag("pPr", val("pStyle", style), val("jc", side) if side else None),
                *self.ink.runs(line),
            )
            for line in _lines(inked)
        ]
        return tag("tc", _cell_properties(one, shape), *paragraphs)


def _cell_properties(one: Laid, shape: Shape) -> Element:
    """Return the properties of a cell, in the order the schema wants."""
    width = sum(shape.widths[one.column : one.column + one.across])
    down = "continue" if one.covered else "restart" if one.down > 1 else None
    return tag(
        "tcPr",
        tag("tcW", w=width, type="dxa"),
        val("gridSpan", one.across) if one.across > 1 else None,
        val("vMerge", down) if down else None,
        tag("tcBorders", _border("bottom", 4)) if shape.head else None,
    )


def _cells(rows: Rows, anchored: Inked) -> Iterator[list[Inked]]:
    whole = replace(anchored, text="\n".join("\t".join(row) for row in rows))
    start = 0
    for row in rows:
        cells: list[Inked] = []
        for text in row:
            cells.append(part(whole, start, start + len(text)))
            start += len(text) + 1
        yield cells


def _lines(inked: Inked) -> Iterator[Inked]:
    """Yield the lines of a cell, each a paragraph."""
    start = 0
    for line in inked.text.split("\n"):
        yield part(inked, start, start + len(line))
        start += len(line) + 1


def _widths(rows: Rows, grid: Grid, room: int) -> list[int]:
    """Share the width out by the longest line of each column, within bounds.

    A cell over several columns counts for none of them.
    """
    lengths = [_NARROWEST] * width_of(grid)
    for row, laid in zip(rows, grid, strict=True):
        for text, one in zip(row, laid, strict=True):
            if one.across == 1:
                longest = max(len(line) for line in text.split("\n"))
                lengths[one.column] = max(lengths[one.column], min(longest, _WIDEST))
    return [room * length // sum(lengths) for length in lengths]


def _figure_columns(rows: Rows, grid: Grid) -> frozenset[int]:
    """Return the columns that hold nothing but figures below their head."""
    held: dict[int, list[str]] = {column: [] for column in range(width_of(grid))}
    for row, laid in zip(rows[1:], grid[1:], strict=True):
        for text, one in zip(row, laid, strict=True):
            held[one.column].append(text)
    return frozenset(
        column
        for column, texts in held.items()
        if any(texts) and all(not text or _FIGURE.fullmatch(text) for text in texts)
    )


def _properties(width: int) -> Element:
    return tag(
        "tblPr",
        tag("tblW", w=width, type="dxa"),
        tag("tblInd", w=_INDENT, type="dxa"),
        tag("tblBorders", _border("top", 4), _border("bottom", 12)),
        tag("tblLayout", type="fixed"),
        tag("tblCellMar", tag("left", w=0, type="dxa"), tag("right", w=170, type="dxa")),
    )


def _border(side: str, size: int) -> Element:
    return tag(side, val="single", sz=size, space=0, color="auto")
