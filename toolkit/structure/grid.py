"""Tables in plain text: rows whose cells stand apart and one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from toolkit.languages import Language
from toolkit.model import Note
from toolkit.numbering.label import readings
from toolkit.structure.para import Para, Role
from toolkit.structure.pieces import further, joined, part
from toolkit.text.columns import columns

_GAP: Final = re.compile(r" *\t[ \t]*| {2,}|\u3000{2,}")
_LONGEST_CELL: Final = 60
_MOST_COLUMNS: Final = 20
_FULL: Final = 0.8  # of a column's width: where a cell's line may have been wrapped


@dataclass(frozen=True, slots=True)
class _Cell:
    """Words with the columns ``start`` to ``end`` of the page that they take."""

    start: int
    end: int
    words: Para


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line, and where it stands: paragraph, and offsets in its text."""

    para: int
    start: int
    end: int
    cells: tuple[_Cell, ...]


def with_tables(paras: Sequence[Para], language: Language) -> list[Para]:
    """Return paragraphs with the tables in them as such.

    A row may have been wrapped in its cells, and cells may be empty, where the columns stand
    clear of each other. Two columns need a third row. A list of items with a gap behind each
    label is no table.
    """
    out: list[Para] = []
    done: tuple[int, int] = (0, 0)  # paragraph and offset up to which all is taken
    for run in _runs(paras, language):
        table = _table(run, paras, language)
        if table is not None:
            out += _between(paras, done, (run[0].para, run[0].start))
            out.append(table)
            done = (run[-1].para, run[-1].end)
    return [*out, *_between(paras, done, (len(paras), 0))]


def _between(paras: Sequence[Para], start: tuple[int, int], end: tuple[int, int]) -> Iterator[Para]:
    """Yield what stands between two places; a paragraph of which nothing is left goes."""
    for at in range(start[0], min(end[0] + 1, len(paras))):
        para = paras[at]
        low = start[1] if at == start[0] else 0
        high = end[1] if at == end[0] else len(para.text)
        if low == 0 and at != end[0]:
            yield para
        elif para.text[low:high]:
            place = further(para.place, para.text.count("\n", 0, low) + (low > 0))
            cut = part(para, low, high, first=low == 0)
            if cut.text:
                yield replace(cut, place=place)


# -- rows --------------------------------------------------------------------------------------
def _runs(paras: Sequence[Para], language: Language) -> Iterator[list[_Row]]:
    """Yield lines that may be the rows of one table, at least the first of them in cells."""
    run: list[_Row] = []
    for row in _rows(paras, language):
        if row is not None and run and (len(row.cells) > 1 or _is_below(row, run)):
            run.append(row)
            continue
        yield from _split(run)
        run = [row] if row is not None and len(row.cells) > 1 else []
    yield from _split(run)


def _split(run: list[_Row]) -> Iterator[list[_Row]]:
    """Yield a run without the lines of one cell at its end that go on with no cell."""
    while run and len(run[-1].cells) == 1 and not _is_wrapped(run[-1], run[-2]):
        run.pop()
    if len(run) > 1:
        yield run


def _is_below(row: _Row, run: Sequence[_Row]) -> bool:
    """Return whether a line of one cell stands below a cell of the line above."""
    cell = row.cells[0]
    return row.para == run[-1].para and any(
        abs(cell.start - one.start) <= 1 for above in run[-2:] for one in above.cells
    )


def _is_wrapped(row: _Row, above: _Row) -> bool:
    """Return whether a line of one cell goes on with a cell, by its words or its column."""
    cell = row.cells[0]
    return cell.start > above.cells[0].end or cell.words.text[0].islower()


def _rows(paras: Sequence[Para], language: Language) -> Iterator[_Row | None]:
    """Yield the lines as rows, None for what no table goes over."""
    for at, para in enumerate(paras):
        spoken = para.rows or para.label is not None or para.role not in (None, Role.BODY)
        if spoken or not _GAP.search(para.text):
            yield None
            continue
        start = 0
        for line in para.text.split("\n"):
            if line.strip():
                row = _Row(at, start, start + len(line), _cells(para, start, line))
                yield row if _may_be_row(row, language) else None
            start += len(line) + 1


def _may_be_row(row: _Row, language: Language) -> bool:
    """Return whether all cells are short, and no label alone makes the first of two."""
    if any(len(cell.words.text) > _LONGEST_CELL for cell in row.cells) or any(
        "....." in cell.words.text or "……" in cell.words.text for cell in row.cells
    ):
        return False
    return len(row.cells) > 2 or not readings(f"{row.cells[0].words.text} ", language)[0]


def _cells(para: Para, start: int, line: str) -> tuple[_Cell, ...]:
    cells: list[_Cell] = []
    at = len(line) - len(line.lstrip())
    stripped = line.rstrip()
    column = columns(line[:at])
    for gap in [*_GAP.finditer(stripped, at), None]:
        end = gap.start() if gap else len(stripped)
        width = columns(line[at:end])
        words = part(para, start + at, start + end, first=not cells)
        cells.append(_Cell(column, column + width, replace(words, role=None)))
        column += width + (columns(gap[0]) if gap else 0)
        at = gap.end() if gap else end
    return tuple(cells)


# -- from rows to a table ----------------------------------------------------------------------
def _table(run: Sequence[_Row], paras: Sequence[Para], language: Language) -> Para | None:
    most = max(len(row.cells) for row in run)
    full = [row for row in run if len(row.cells) == most]
    if not 2 <= most <= _MOST_COLUMNS or len(full) < (3 if most == 2 else 2):
        return None
    if len(full) == len(run):
        grid = [[cell.words for cell in row.cells] for row in run]
    else:
        placed = _placed(run, full, language)
        if placed is None:
            return None
        grid = placed
    return _made(grid, paras[run[0].para], run[0])


def _placed(
    run: Sequence[_Row], full: Sequence[_Row], language: Language
) -> list[list[Para]] | None:
    """Return the cells by rows and columns, None where a line fits no columns."""
    spans = [
        (min(c.start for c in column), max(c.end for c in column))
        for column in zip(*(row.cells for row in full), strict=True)
    ]
    if any(left[1] >= right[0] for left, right in pairwise(spans)):
        return None
    grid: list[list[Para]] = []
    ends: list[int] = []
    for row in run:
        places = [_column(cell, spans) for cell in row.cells]
        if len(row.cells) == len(spans) - 1 and row is run[0]:
            places = list(range(1, len(spans)))  # its indent is gone: the corner is empty
        if None in places or len(set(places)) < len(places):
            return None
        cells = dict(zip((one for one in places if one is not None), row.cells, strict=True))
        if grid and _goes_on(cells, grid[-1], ends, spans, language):
            for place, cell in cells.items():
                pieces = [one for one in (grid[-1][place], cell.words) if one.text]
                grid[-1][place] = joined(pieces, language)
        else:
            grid.append([cells[at].words if at in cells else _NOTHING for at in range(len(spans))])
        ends = [cells[at].end if at in cells else 0 for at in range(len(spans))]
    return grid


_NOTHING: Final = Para(text="")


def _column(cell: _Cell, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return the one column that a cell stands in."""
    found = [
        at for at, (low, high) in enumerate(spans) if cell.start < high + 1 and cell.end > low - 1
    ]
    return found[0] if len(found) == 1 else None


def _goes_on(
    cells: dict[int, _Cell],
    above: Sequence[Para],
    ends: Sequence[int],
    spans: Sequence[tuple[int, int]],
    language: Language,
) -> bool:
    """Return whether a line goes on with the cells above: they were full, or its words say so."""
    if len(cells) == len(spans):
        return False
    if 0 not in cells:
        return all(above[at].text for at in cells)
    first = cells[0].words.text
    if len(cells) > 1 or not above[0].text:
        return bool(first[0].islower() and language.spaced)
    low, high = spans[0]
    return first[0].islower() or ends[0] - low >= _FULL * (high - low)


def _made(grid: Sequence[Sequence[Para]], para: Para, first: _Row) -> Para:
    """Return a table; its notes stand in its cells joined by tabs and line feeds."""
    notes: list[Note] = []
    at = 0
    for row in grid:
        for cell in row:
            notes += [replace(note, at=note.at + at) for note in cell.notes]
            at += len(cell.text) + 1
    return replace(
        para,
        text="",
        role=Role.TABLE,
        rows=tuple(tuple(cell.text for cell in row) for row in grid),
        notes=tuple(notes),
        marks=(),
        place=further(para.place, para.text.count("\n", 0, first.start)),
    )
