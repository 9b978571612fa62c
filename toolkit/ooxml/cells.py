"""Cells of a Word table that are one over several columns or rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.ooxml.records import Wide
from toolkit.ooxml.xml import VAL, Element, child_number, first_child, w

_MOST = 63  # columns that Word has; a hostile file asks for more
_TR_PR, _TC_PR, _V_MERGE = w("trPr"), w("tcPr"), w("vMerge")


@dataclass(slots=True)
class _Cell:
    """A cell by its place, and how many rows of it were met; ``opens``: it may go on below."""

    row: int
    cell: int
    column: int
    across: int
    opens: bool = False
    down: int = 1


def columns_before(row: Element) -> int:
    """Return how many columns of the grid a row leaves out before its first cell."""
    found = child_number(first_child(row, _TR_PR), "gridBefore") or 0
    return min(max(found, 0), _MOST)


def merged_cells(rows: Sequence[tuple[Element, Sequence[Element]]]) -> Iterator[Wide]:
    """Yield what is merged in rows of cells, each row with its cells that are there.

    A row that leaves out columns before its first cell counts as having one empty cell there, as
    wide as they are. What continues a cell that is not above it is a cell of its own.
    """
    found: list[_Cell] = []
    above: dict[int, _Cell] = {}
    for at, (row, cells) in enumerate(rows):
        line = list(_line(at, columns_before(row), cells, above))
        found += [one for one in line if one.row == at]
        above = {one.column: one for one in line if one.opens}
    for one in found:
        if one.across > 1 or one.down > 1:
            yield Wide(one.row, one.cell, one.across, one.down)


def _line(
    at: int, before: int, cells: Sequence[Element], above: Mapping[int, _Cell]
) -> Iterator[_Cell]:
    """Yield the cells of a row; for one that continues a cell above, that one, grown."""
    if before:
        yield _Cell(at, 0, 0, before)
    column = before
    for place, cell in enumerate(cells, int(before > 0)):
        across, merge = _said(cell)
        one = above.get(column)
        if merge == "continue" and one is not None and one.across == across:
            one.down += 1
            yield one
        else:
            yield _Cell(at, place, column, across, opens=bool(merge))
        column += across


def _said(cell: Element) -> tuple[int, str]:
    """Return how many columns a cell takes, and "restart", "continue" or "" for its rows."""
    own = first_child(cell, _TC_PR)
    across = min(max(child_number(own, "gridSpan") or 1, 1), _MOST)
    merge = None if own is None else first_child(own, _V_MERGE)
    return across, "" if merge is None else merge.get(VAL, "continue")
