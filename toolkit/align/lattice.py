"""Best path over the cells of a band, and how probable each of its beads is.

``scores`` maps a bead's sizes (k, l) to the natural logarithm of its worth for every cell it
may start from (flat arrays over the band, -inf where it cannot). A bead (0, 1) stays in its row.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band

Floats = NDArray[np.float64]
Sizes = tuple[int, int]
Scores = Mapping[Sizes, Floats]


def best_path(band: Band, scores: Scores) -> list[tuple[int, int, Sizes]]:
    """Return the beads (i, j, sizes) of the path with the greatest sum, in order."""
    table = _sweep(band, scores, np.maximum)
    i, j = len(band.low) - 1, int(band.high[-1])
    path = []
    while i or j:
        sizes = max(scores, key=lambda kind: _reach(band, table, scores, (i, j), kind))
        i, j = i - sizes[0], j - sizes[1]
        path.append((i, j, sizes))
    return path[::-1]


def chances(band: Band, scores: Scores, path: Sequence[tuple[int, int, Sizes]]) -> list[float]:
    """Return for each bead of a path the probability that it is right, given all other paths."""
    ahead = _sweep(band, scores, np.logaddexp)
    behind = _sweep(band.reversed(), _from_end(band, scores), np.logaddexp)[::-1]
    found = []
    for i, j, sizes in path:
        here, there = band.at(i, j), band.at(i + sizes[0], j + sizes[1])
        worth = ahead[here] + scores[sizes][here] + behind[there] - ahead[-1]
        found.append(float(min(1.0, np.exp(worth))))
    return found


def _sweep(band: Band, scores: Scores, join: np.ufunc) -> Floats:
    """Fill the table row by row; ``join`` is maximum for the best path, logaddexp for the sum."""
    table = np.full(band.cells, -np.inf)
    table[0] = 0.0
    down = [(sizes, worth) for sizes, worth in scores.items() if sizes[0]]
    for i in range(len(band.low)):
        row = table[band.row(i)]
        for sizes, worth in down:
            if sizes[0] <= i:
                _arrive(band, table, worth, (i, *sizes), join)
        skip = scores[0, 1][band.row(i)][:-1]
        total = np.concatenate(([0.0], np.cumsum(skip)))
        row[:] = join.accumulate(row - total) + total
    return table


def _arrive(
    band: Band,
    table: Floats,
    worth: Floats,
    step: tuple[int, int, int],
    join: np.ufunc,
) -> None:
    i, down, right = step
    first = max(int(band.low[i]), int(band.low[i - down]) + right)
    last = min(int(band.high[i]), int(band.high[i - down]) + right)
    if first > last:
        return
    to = int(band.start[i]) + first - int(band.low[i])
    start = int(band.start[i - down]) + first - right - int(band.low[i - down])
    size = last - first + 1
    came = table[start : start + size] + worth[start : start + size]
    table[to : to + size] = join(table[to : to + size], came)


def _reach(band: Band, table: Floats, scores: Scores, cell: Sizes, sizes: Sizes) -> float:
    i, j = cell[0] - sizes[0], cell[1] - sizes[1]
    if i < 0 or j < 0 or not band.low[i] <= j <= band.high[i]:
        return -np.inf
    at = band.at(i, j)
    return float(table[at] + scores[sizes][at])


def _from_end(band: Band, scores: Scores) -> dict[Sizes, Floats]:
    turned = {}
    for sizes, worth in scores.items():
        here, there = band.moved(*sizes)
        turned[sizes] = np.full(band.cells, -np.inf)
        turned[sizes][there] = worth[here]
        turned[sizes] = turned[sizes][::-1]
    return turned
