"""Best path over the cells of a band, and how probable each of its beads is.

``scores`` maps a bead's sizes (k, l) to the natural logarithm of its worth for every cell it
may start from (flat arrays over the band, -inf where it cannot). A bead (0, 1) stays in its row.
A path runs from the first cell to the last; with ``open_end`` to any cell of the last row, which is
how a part of a longer table is solved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Sizes = tuple[int, int]
Scores = Mapping[Sizes, Floats]
Path = list[tuple[int, int, Sizes]]


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where beads lead: by bead that moves down (a row each) and cell, its other end.

    ``before`` is where the bead that ends in a cell starts, with its worth in ``came``;
    ``after`` is where one that starts there ends, with its worth in ``goes``. There is one cell
    more than the band has, for ends outside it.
    """

    before: Ints
    came: Floats
    after: Ints
    goes: Floats


def best_path(band: Band, scores: Scores, *, open_end: bool = False) -> Path:
    """Return the beads (i, j, sizes) of the path with the greatest sum, in order."""
    moves = _moves(band, scores, back=False)
    table = _forward(band, scores, moves, np.maximum)
    i, j = len(band.low) - 1, int(band.high[-1])
    if open_end:
        j = int(band.low[i]) + int(np.argmax(table[band.row(i)]))
    path = []
    while i or j:
        sizes = max(scores, key=lambda kind: _reach(band, table, scores, (i, j), kind))
        i, j = i - sizes[0], j - sizes[1]
        path.append((i, j, sizes))
    return path[::-1]


def chances(
    band: Band,
    scores: Scores,
    path: Sequence[tuple[int, int, Sizes]],
    *,
    open_end: bool = False,
) -> list[float]:
    """Return for each bead of a path the probability that it is right, given all other paths."""
    moves = _moves(band, scores, back=True)
    ahead = _forward(band, scores, moves, np.logaddexp)
    behind = _backward(band, scores, moves, open_end=open_end)
    whole = behind[0]
    found = []
    for i, j, sizes in path:
        here, there = band.at(i, j), band.at(i + sizes[0], j + sizes[1])
        worth = ahead[here] + scores[sizes][here] + behind[there] - whole
        found.append(float(min(1.0, np.exp(worth))))
    return found


def _moves(band: Band, scores: Scores, *, back: bool) -> _Moves:
    """Work out the moves; those that lead on only where they are needed to come ``back``."""
    down = [sizes for sizes in scores if sizes[0]]
    shape = len(down), band.cells
    before, came = np.full(shape, band.cells), np.full(shape, -np.inf)
    after, goes = (np.full(shape, band.cells), np.full(shape, -np.inf)) if back else (before, came)
    for number, sizes in enumerate(down):
        here, there = band.moved(*sizes)
        before[number, there], came[number, there] = here, scores[sizes][here]
        if back:
            after[number, here], goes[number, here] = there, scores[sizes][here]
    return _Moves(before, came, after, goes)


def _forward(band: Band, scores: Scores, moves: _Moves, join: np.ufunc) -> Floats:
    """Fill the table row by row; ``join`` is maximum for the best path, logaddexp for the sum."""
    table = np.full(band.cells + 1, -np.inf)
    table[0] = 0.0
    for i in range(len(band.low)):
        row = band.row(i)
        if i:
            table[row] = join.reduce(table[moves.before[:, row]] + moves.came[:, row], axis=0)
        total = np.concatenate(([0.0], np.cumsum(scores[0, 1][row][:-1])))
        table[row] = join.accumulate(table[row] - total) + total
    return table[:-1]


def _backward(band: Band, scores: Scores, moves: _Moves, *, open_end: bool) -> Floats:
    """Fill the table from the end: the sum of all ways from a cell to the end of the path."""
    table = np.full(band.cells + 1, -np.inf)
    last = len(band.low) - 1
    table[band.row(last) if open_end else band.cells - 1] = 0.0
    for i in range(last, -1, -1):
        row = band.row(i)
        if i < last:
            ways = table[moves.after[:, row]] + moves.goes[:, row]
            table[row] = np.logaddexp.reduce(ways, axis=0)
        skip = scores[0, 1][row][:-1][::-1]
        total = np.concatenate(([0.0], np.cumsum(skip)))
        table[row] = (np.logaddexp.accumulate(table[row][::-1] - total) + total)[::-1]
    return table[:-1]


def _reach(band: Band, table: Floats, scores: Scores, cell: Sizes, sizes: Sizes) -> float:
    i, j = cell[0] - sizes[0], cell[1] - sizes[1]
    if i < 0 or j < 0 or not band.low[i] <= j <= band.high[i]:
        return -np.inf
    at = band.at(i, j)
    return float(table[at] + scores[sizes][at])
