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


@dataclass(frozen=True, slots=True)
class Band:
    """The limits of every row.

    Row i (0 to n, a position between source segments) has the cells ``low[i]`` to ``high[i]``
    (both included) of the m + 1 target positions; ``start[i]`` is where it begins in flat arrays.
    Consecutive rows overlap, so that every row can be reached.
    """

    low: Ints
    high: Ints
    start: Ints

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.start[-1])

    @property
    def rows(self) -> Ints:
        """The row of every cell."""
        return np.repeat(np.arange(len(self.low)), self.high - self.low + 1)

    @property
    def columns(self) -> Ints:
        """The target position of every cell."""
        return np.arange(self.cells) - (self.start[:-1] - self.low)[self.rows]

    def moved(self, down: int, right: int) -> tuple[Ints, Ints]:
        """Pair every cell with the one ``down`` rows and ``right`` columns further.

        Returns the flat indexes of those cells whose partner is in the band, and of the partners.
        """
        rows, columns = self.rows + down, self.columns + right
        inside = (rows >= 0) & (rows < len(self.low))
        kept = np.where(inside, rows, 0)
        inside &= (columns >= self.low[kept]) & (columns <= self.high[kept])
        here = np.flatnonzero(inside)
        there = self.start[rows[here]] + columns[here] - self.low[rows[here]]
        return here, there

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

    def reversed(self) -> "Band":
        """Return the band of the same table read from its end; flat arrays are just reversed."""
        m = int(self.high[-1])
        widths = (self.high - self.low + 1)[::-1]
        start = np.concatenate(([0], np.cumsum(widths)))
        return Band(m - self.high[::-1], m - self.low[::-1], start)

    def row(self, i: int) -> slice:
        """Return where row ``i`` lies in flat arrays."""
        return slice(int(self.start[i]), int(self.start[i + 1]))


def make_band(low: Ints, high: Ints, m: int) -> Band:
    """Return a band of these limits, mended so that it is connected and holds both corners."""
    low = np.clip(np.minimum.accumulate(low[::-1])[::-1], 0, m)
    high = np.clip(np.maximum.accumulate(high), 0, m)
    low[0], high[-1] = 0, m
    high[:-1] = np.maximum(high[:-1], low[1:])
    low[1:] = np.minimum(low[1:], high[:-1])
    return Band(low, high, np.concatenate(([0], np.cumsum(high - low + 1))))


def around(points: Sequence[tuple[int, int]], n: int, m: int, width: int) -> Band:
    """Return a band ``width`` to either side of the line through ``points``.

    ``points`` are positions (i, j) that are thought to correspond, ascending in both; the
    corners are added. Small tables come back whole.
    """
    if (n + 1) * (m + 1) <= FULL:
        return make_band(np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64), m)
    line = [(0, 0), *(p for p in points if 0 < p[0] < n), (n, m)]
    at = np.interp(np.arange(n + 1), [p[0] for p in line], [p[1] for p in line])
    return make_band((at - width).astype(np.int64), (at + width).astype(np.int64), m)
