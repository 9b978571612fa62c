"""Tables: rules above and below, a head that repeats, figures to the right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.xml import Element
from toolkit.writers.docx_roles import Roles
from toolkit.writers.docx_runs import Ink, Inked, part

_INDENT = 1267  # twips, both sides: that of the text
_NARROWEST, _WIDEST = 8, 40  # characters
_FIGURE = re.compile(r"[-−–(]?[$€£]?\d[\d.,\u0020\u00a0\u202f]*[%)]{0,2}|[-–—]")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes the tables of one document; ``text_width`` is the page's between its margins."""

    roles: Roles
    ink: Ink
    text_width: int

    def table(self, rows: Rows, anchored: Inked) -> Element:
        """Return a table; not all rows may be empty.

        The offsets in ``anchored`` count the cells joined by tabs and the rows by line feeds, as
        the model has the text of a table.
        """
        widths = _widths(rows, self.text_width - 2 * _INDENT)
        figures = _figure_columns(rows)
        made = [
            self._row(row, widths, figures, head=index == 0)
            for index, row in enumerate(_cells(rows, anchored))
        ]
        grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
        return tag("tbl", _properties(sum(widths)), grid, *made)

    def _row(
        self, row: list[Inked], widths: Sequence[int], figures: frozenset[int], *, head: bool
    ) -> Element:
        properties = tag("trPr", tag("cantSplit"), tag("tblHeader") if head else None)
        padded = [*row, *[Inked(text="")] * (len(widths) - len(row))]
        cells = (
            self._cell(inked, widths[column], head=head, right=column in figures)
            for column, inked in enumerate(padded)
        )
        return tag("tr", properties, *cells)

    def _cell(self, inked: Inked, width: int, *, head: bool, right: bool) -> Element:
        style = self.roles["table-head" if head else "table-text"]
        paragraphs = [
            tag(
                "p",
                tag("pPr", val("pStyle", style), val("jc", "right") if right else None),
                *self.ink.runs(line),
            )
            for line in _lines(inked)
        ]
        rule = tag("tcBorders", _border("bottom", 4)) if head else None
        return tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa"), rule), *paragraphs)


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


def _widths(rows: Rows, room: int) -> list[int]:
    """Share the width out by the longest line of each column, within bounds."""
    lengths = [_NARROWEST] * max(len(row) for row in rows)
    for row in rows:
        for column, text in enumerate(row):
            longest = max(len(line) for line in text.split("\n"))
            lengths[column] = max(lengths[column], min(longest, _WIDEST))
    return [room * length // sum(lengths) for length in lengths]


def _figure_columns(rows: Rows) -> frozenset[int]:
    """Return the columns that hold nothing but figures below their head."""
    columns = max(len(row) for row in rows)
    held = {
        column: [row[column] for row in rows[1:] if column < len(row)] for column in range(columns)
    }
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
