"""Tables that converters draw in Markdown, or leave in HTML, as rows of pipe tables.

Pandoc draws grids (``+---+``) and tables between rules of dashes, whose cells run over lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

from toolkit.text.columns import columns

_GRID: Final = re.compile(r" {0,3}\+(?:[-=:]+\+)+[ \t]*$")
_RULE: Final = re.compile(r" {0,3}-{6,}[ \t]*$")
_SPANS: Final = re.compile(r" {0,3}-{2,}(?: +-{2,})+[ \t]*$")
TABLE_TAG: Final = (
    r"</?(?:table|caption|thead|tbody|tfoot|tr|t[dh]|colgroup|col)(?: [^<>\n]{0,500})?/?>"
)
"""The tags of a table."""
_HTML: Final = re.compile(r" {0,3}<table(?:[ >]|$)", re.IGNORECASE)
_HTML_END: Final = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_HEAD: Final = 6  # lines of a head between the first rule and the one that shows the columns
_WIDEST: Final = 10_000  # columns of a line
_LONGEST: Final = 5_000  # lines of one table
_MOST_COLUMNS: Final = 100


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table found: how many lines it takes, its rows as rows of a pipe table.

    Without rows it only looked like one.
    """

    taken: int
    rows: list[str]


def drawn_table(lines: Sequence[str], at: int) -> Drawn | None:
    """Return the table that is drawn from a line on, None where the line begins none."""
    line = lines[at]
    for begins, read in ((_GRID, _grid), (_RULE, _ruled), (_HTML, _html)):
        if begins.match(line):
            return read(lines, at) or Drawn(0, [])
    return None


# -- grids ---------------------------------------------------------------------------------
def _grid(lines: Sequence[str], at: int) -> Drawn | None:
    end = at + 1
    while end < min(len(lines), at + _LONGEST) and lines[end].lstrip()[:1] in ("+", "|"):
        end += 1
    if not _GRID.match(lines[end - 1]) or end - at < 3:
        return None
    edges = [place for place, sign in enumerate(lines[at]) if sign == "+"]
    if len(edges) > _MOST_COLUMNS + 1:
        return None
    spans = [(left + 1, right) for left, right in pairwise(edges)]
    rows: list[str] = []
    held: list[str] = []
    for line in lines[at + 1 : end]:
        if line.lstrip().startswith("+"):
            rows += [_row(held, spans)] if held else []
            held = []
        else:
            held.append(line)
    return Drawn(end - at, rows) if rows else None


# -- tables between rules of dashes ----------------------------------------------------------
def _ruled(lines: Sequence[str], at: int) -> Drawn | None:
    """Read a table whose head stands between a rule and one with gaps; a rule ends it."""
    reach = range(at + 1, min(len(lines), at + 1 + _HEAD))
    shown = next((one for one in reach if _SPANS.match(lines[one])), None)
    if shown is None:
        return None
    below = range(shown + 1, min(len(lines), shown + _LONGEST))
    end = next((one for one in below if _RULE.match(lines[one])), None)
    starts = [found.start() for found in re.finditer("-+", lines[shown])]
    if end is None or len(starts) > _MOST_COLUMNS:
        return None
    spans = list(pairwise([*starts, _WIDEST]))
    head = _row(lines[at + 1 : shown], spans)
    return Drawn(end + 1 - at, [head, *_parted(lines[shown + 1 : end], spans)])


def _parted(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the rows that blank lines part."""
    held: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            held.append(line)
        elif held:
            yield _row(held, spans)
            held = []


def _row(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> str:
    """Return lines as one row; what stands in one column is one cell."""
    cells = [
        " ".join(filter(None, (_between(line, start, end).strip() for line in lines)))
        for start, end in spans
    ]
    return _piped(cells)


def _between(line: str, start: int, end: int) -> str:
    """Return what stands between two columns of a line; Han take two."""
    if line.isascii():
        return line[start:end]
    found: list[str] = []
    at = 0
    for sign in line:
        if start <= at < end:
            found.append(sign)
        at += columns(sign)
    return "".join(found)


def _piped(cells: Sequence[str]) -> str:
    return "|" + "|".join(re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in cells) + "|"


# -- HTML ------------------------------------------------------------------------------------
def _html(lines: Sequence[str], at: int) -> Drawn | None:
    reach = range(at, min(len(lines), at + _LONGEST))
    end = next((one for one in reach if _HTML_END.search(lines[one])), None)
    if end is None:
        return None
    text = "\n".join(lines[at : end + 1])
    close = list(_HTML_END.finditer(text))[-1].end()
    if text[close:].strip():
        return None
    parser = _Rows()
    parser.feed(text)
    rows = [_piped(row) for row in parser.rows() if row]
    return Drawn(end + 1 - at, rows) if rows else None


class _Rows(HTMLParser):
    """Gathers the cells of a table; mark-up inside a cell goes, its words stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[list[list[str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a row or a cell."""
        if tag in ("tr", "table") or not self._rows:
            self._rows.append([])
        if tag in ("td", "th", "caption"):
            self._rows[-1].append([])
            self._open = True
        elif tag in ("br", "p", "li", "div"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("td", "th", "caption"):
            self._open = False

    def handle_data(self, data: str) -> None:
        """Take words, which stand in a cell of their own where no cell is open."""
        if not self._rows:
            self._rows.append([])
        if not self._open:
            if not data.strip():
                return
            self._rows[-1].append([])
        self._rows[-1][-1].append(data)

    def rows(self) -> Iterator[list[str]]:
        """Yield the words of the cells, row by row."""
        for row in self._rows:
            yield [" ".join("".join(cell).split()) for cell in row]
