"""Rows of a review out of the cells of a table, whatever file they were in."""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.errors import UsageError
from toolkit.workflows.review.rows import COLUMNS, Row

REQUIRED = ("id", "status", "source", "target", "source segments", "target segments", "key")

FORMULA = "\0formula"
"""Stands for a formula: no text holds this."""

_HEADER_WITHIN = 20  # rows

Cells = Iterator[tuple[int, Sequence[str]]]


def first_review(sheets: Iterable[Cells]) -> tuple[Row, ...]:
    """Return the rows that are not blank of the first sheet with the header of a review.

    Raises:
        UsageError: there is none, it lacks a column, or a cell has a formula.
    """
    for cells in sheets:
        names = _header(cells)
        if names:
            return tuple(_rows(cells, names))
    raise UsageError(
        "this is no review: there is no row with the columns "
        f"{', '.join(REQUIRED)}. Make one with undraft align --format xlsx or review."
    )


def _header(cells: Cells) -> list[str]:
    """Take rows up to the header and return its names; empty when there is none.

    Raises:
        UsageError: it lacks a column.
    """
    for line, row in cells:
        names = [cell.strip().lower() for cell in row]
        if len(set(names) & set(REQUIRED)) >= len(REQUIRED) // 2:
            missing = [name for name in REQUIRED if name not in names]
            if missing:
                raise UsageError(
                    f"row {line}: the column {missing[0]} is missing; a review needs "
                    f"{', '.join(REQUIRED)}."
                )
            return names
        if line >= _HEADER_WITHIN:
            break
    return []


def _rows(cells: Cells, names: Sequence[str]) -> Iterator[Row]:
    for line, row in cells:
        if any(cell.strip() for cell in row):
            values = dict(zip(names, row, strict=False))
            fields = {name.replace(" ", "_"): values.get(name, "") for name in COLUMNS}
            if FORMULA in fields.values():
                raise UsageError(
                    f"row {line}: there is a formula in a cell; write it as text, with an "
                    "apostrophe before it."
                )
            yield Row(**fields, line=line)
