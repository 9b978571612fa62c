"""Cells of a table that are one over several columns or rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model.blocks import Block, Merged


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A cell of a table laid out: ``block.rows[row][cell]``, from ``column`` of the grid on.

    ``covered``: it is empty and part of a merged cell above, which shows in its place.
    """

    row: int
    cell: int
    column: int
    across: int = 1
    down: int = 1
    covered: bool = False


def laid_out(block: Block) -> list[list[Laid]]:
    """Return the cells of a table, row by row, as many in each as ``block.rows`` has.

    A merged cell ends above a cell that has words or a note of its own, or other borders, so that
    whoever leaves out what is covered loses nothing.
    """
    merged = {(one.row, one.cell): one for one in block.merged}
    held = _held(block) if block.merged else frozenset()
    grid: list[list[Laid]] = []
    open_cells: dict[int, Laid] = {}
    for row, cells in enumerate(block.rows):
        line = list(_line(row, cells, merged, open_cells, held))
        for one in line:
            above = open_cells.get(one.column)
            if one.covered and above is not None:
                above = replace(above, down=above.down + 1)
                grid[above.row][above.cell] = open_cells[one.column] = above
        grid.append(line)
        open_cells = _still_open(line, open_cells, merged)
    return grid


def spans_of(one: Laid) -> dict[str, str]:
    """Return the attributes by which HTML and its kin say how far a cell goes."""
    spans = {"colspan": one.across, "rowspan": one.down}
    return {name: str(count) for name, count in spans.items() if count > 1}


def head_rows(grid: Sequence[Sequence[Laid]]) -> int:
    """Return how many rows the head of a table has: as many as the highest cell of its first."""
    deep = max((one.down for row in grid[:1] for one in row), default=1)
    return deep if deep < len(grid) else 1


def width_of(grid: Sequence[Sequence[Laid]]) -> int:
    """Return how many columns a table has."""
    return max((row[-1].column + row[-1].across for row in grid if row), default=0)


def _line(
    row: int,
    cells: Sequence[str],
    merged: dict[tuple[int, int], Merged],
    open_cells: dict[int, Laid],
    held: frozenset[tuple[int, int]],
) -> Iterator[Laid]:
    column = 0
    for place, text in enumerate(cells):
        own = merged.get((row, place))
        above = open_cells.get(column)
        covered = above is not None and own is None and not text and (row, place) not in held
        across = above.across if covered and above else own.across if own else 1
        yield Laid(row=row, cell=place, column=column, across=across, covered=covered)
        column += across


def _still_open(
    line: Sequence[Laid],
    before: dict[int, Laid],
    merged: dict[tuple[int, int], Merged],
) -> dict[int, Laid]:
    """Return the merged cells that the row below has a part in, by their column."""
    found: dict[int, Laid] = {}
    for one in line:
        first = before[one.column] if one.covered else one
        own = merged.get((first.row, first.cell))
        if own is not None and first.down < own.down:
            found[one.column] = first
    return found


def _held(block: Block) -> frozenset[tuple[int, int]]:
    """Return the places of the empty cells that have a note."""
    marks = {note.at for note in block.notes}
    found: set[tuple[int, int]] = set()
    start = 0
    for row, cells in enumerate(block.rows):
        for place, text in enumerate(cells):
            if not text and start in marks:
                found.add((row, place))
            start += len(text) + 1
    return frozenset(found)
