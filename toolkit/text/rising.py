"""What stays in order when things are put in another order."""

from bisect import bisect_left
from collections.abc import Sequence


def rising(values: Sequence[int]) -> set[int]:
    """Return the places of a longest rising run among values; takes n log n time.

    >>> sorted(rising([3, 1, 2, 9, 4]))
    [1, 2, 4]
    """
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(tails, value)
        back.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        ends[place : place + 1] = [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = back[at]
    return found
