"""Long tables solved in parts, so that memory does not grow with length.

A part begins where the path through the one before was cut, and reaches beyond where its own path
will be cut: by then the path no longer depends on what comes after.
"""

from collections.abc import Callable

import numpy as np

from toolkit.align.band import Band, Limits
from toolkit.align.cover import Lexicon
from toolkit.align.features import Side
from toolkit.align.lattice import Sizes

Solved = list[tuple[int, int, Sizes, float]]  # start of a bead, its sizes, how probable it is
Solve = Callable[[Band, bool], Solved]  # whether the end of the part is open

MOST_CELLS = 500_000  # of a part
BEYOND = 96  # rows a part reaches past its cut


def in_parts(limits: Limits, solve: Solve) -> Solved:
    """Return the path through a table; ``solve`` is given each part, and counts from its corner."""
    last = len(limits.low) - 1
    path: Solved = []
    i = j = 0
    while (end := _end(limits, i)) < last:
        part = _moved(solve(limits.part((i, j), end), True), i, j)
        path += [step for step in part if step[0] < end - BEYOND]
        a, b, sizes, _ = path[-1]
        i, j = a + sizes[0], b + sizes[1]
    return path + _moved(solve(limits.part((i, j), last), False), i, j)


def _end(limits: Limits, first: int) -> int:
    """Return the last row of the part from ``first`` on."""
    end = max(limits.reach(first, MOST_CELLS), first + 2 * BEYOND)
    last = len(limits.low) - 1
    return last if end + BEYOND >= last else end


def _moved(part: Solved, i: int, j: int) -> Solved:
    return [(i + a, j + b, sizes, sure) for a, b, sizes, sure in part]


def stretch(one: Side, first: int, last: int) -> Side:
    """Return the segments ``first`` to before ``last``; names keep their numbers and rarity."""
    begin, end = np.searchsorted(one.segment, (first, last))
    return Side(
        one.texts[first:last],
        one.lengths[first:last],
        one.names,
        one.number,
        one.kind[begin:end],
        one.segment[begin:end] - first,
        one.rarity,
    )


def present(lexicon: Lexicon, one: Side) -> Lexicon:
    """Return the entries of a lexicon for the words that a side has."""
    kinds = np.unique(one.kind).tolist()
    return {kind: lexicon[kind] for kind in kinds if kind in lexicon}
