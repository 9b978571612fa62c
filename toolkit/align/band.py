"""The cells of the table that are worth filling.

For each source position that is a stretch of target positions. Rows have different widths; the
cells lie in one flat array.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FULL = 250_000  # tables up to this many cells are filled whole
NEIGHBOURS = 4  # points before and after a row that its cells lie between
SLACK = 12  # cells beyond those points


@dataclass(frozen=True, slots=True)
class Band:
    """The limits of every row.

    Row i (0 to n, a position between source segments) has the cells ``low[i]`` to ``high[i]``
    (both included) of the m + 1 target positions; ``start[i]`` is where it begins in flat arrays.
    Consecutive rows overlap, so that every row can be reached. ``rows`` and ``columns`` are the
    row and the target position of every cell. ``origin`` is where the first corner lies in the
    whole table, when this is a part of one.
    """

    low: Ints
    high: Ints
    start: Ints
    rows: Ints
    columns: Ints
    origin: tuple[int, int] = (0, 0)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.start[-1])

    def moved(self, down: int, right: int) -> tuple[Ints, Ints]:
        """Pair every cell with the one ``down`` rows and ``right`` columns further.

        Returns the flat indexes of those cells whose partner is in the band, and of the partners.
        """
        count = len(self.low) - down
        if count <= 0:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        low, high = self.low[:count], self.high[:count]
        first = np.maximum(low, self.low[down:] - right)
        sizes = np.maximum(np.minimum(high, self.high[down:] - right) - first + 1, 0)
        offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        here = np.repeat(self.start[:count] + first - low, sizes) + offset
        there = self.start[down:-1] + first + right - self.low[down:]
        return here, np.repeat(there, sizes) + offset

    def take(self, values: Floats, down: int, right: int) -> Floats:
        """Return for every cell the value ``down`` and ``right`` of it, 0 where that is outside."""
        if not down and not right:
            return values
        found = np.zeros(self.cells)
        here, there = self.moved(down, right)
        found[here] = values[there]
        return found

    def cell(self, rows: Ints, columns: Ints) -> Ints:
        """Return the flat indexes of these cells, -1 for those outside."""
        inside = (columns >= self.low[rows]) & (columns <= self.high[rows])
        return np.where(inside, self.start[rows] + columns - self.low[rows], -1)

    def at(self, row: int, column: int) -> int:
        """Return the flat index of one cell, which must be in the band."""
        return int(self.start[row]) + column - int(self.low[row])

    def row(self, i: int) -> slice:
        """Return where row ``i`` lies in flat arrays."""
        return slice(int(self.start[i]), int(self.start[i + 1]))


@dataclass(frozen=True, slots=True)
class Limits:
    """The lowest and the highest column of every row of a table; a band without its cells."""

    low: Ints
    high: Ints

    def whole(self) -> Band:
        """Return the band of the whole table."""
        return make_band(self.low, self.high, int(self.high[-1]))

    def part(self, first: tuple[int, int], last: int) -> Band:
        """Return the rows from the cell ``first`` to the row ``last``; that cell is its corner."""
        top, left = first
        low, high = self.low[top : last + 1], self.high[top : last + 1]
        edge = max(left, int(high[-1]))
        sides = np.clip(low, left, edge) - left, np.clip(high, left, edge) - left
        return make_band(*sides, edge - left, origin=first)

    def reach(self, top: int, cells: int) -> int:
        """Return the last row of a part from ``top`` on of about so many cells, one at least."""
        widths = np.cumsum(self.high[top:] - self.low[top:] + 1)
        return min(top + max(int(np.searchsorted(widths, cells)), 1), len(self.low) - 1)


def make_band(low: Ints, high: Ints, m: int, *, origin: tuple[int, int] = (0, 0)) -> Band:
    """Return a band of these limits, mended so that it is connected and holds both corners."""
    low, high = _mended(low, high, m)
    widths = high - low + 1
    start = np.concatenate(([0], np.cumsum(widths)))
    rows = np.repeat(np.arange(len(low)), widths)
    columns = np.arange(int(start[-1])) - np.repeat(start[:-1] - low, widths)
    return Band(low, high, start, rows, columns, origin)


def limits(points: Sequence[tuple[int, int]], n: int, m: int, width: int) -> Limits:
    """Return where a path through the table may run.

    ``points`` are positions (i, j) that are thought to correspond, ascending in both; the
    corners are added. Cells are ``width`` to either side of the line through the points, and not
    far outside the box of the nearest points before and after: one point that is wrong does not
    lead the path astray, and where points are many the band is narrow. Small tables come whole.
    """
    if (n + 1) * (m + 1) <= FULL:
        return Limits(np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64))
    line = [(0, 0), *(p for p in points if 0 < p[0] < n), (n, m)]
    i, j = (np.array(column, np.int64) for column in zip(*line, strict=True))
    rows = np.arange(n + 1)
    at = np.interp(rows, i, j).astype(np.int64)
    before = np.searchsorted(i, rows) - NEIGHBOURS
    after = np.searchsorted(i, rows, "right") + NEIGHBOURS - 1
    least, most = j[np.maximum(before, 0)] - SLACK, j[np.minimum(after, len(j) - 1)] + SLACK
    low = np.maximum(at - width, np.minimum(least, at))
    high = np.minimum(at + width, np.maximum(most, at))
    return Limits(*_mended(low, high, m))


def _mended(low: Ints, high: Ints, m: int) -> tuple[Ints, Ints]:
    low = np.clip(np.minimum.accumulate(low[::-1])[::-1], 0, m)
    high = np.clip(np.maximum.accumulate(high), 0, m)
    low[0], high[-1] = 0, m
    high[:-1] = np.maximum(high[:-1], low[1:])
    low[1:] = np.minimum(low[1:], high[:-1])
    return low, high
