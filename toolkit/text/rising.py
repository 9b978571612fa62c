"""What stays in order when things are put in another order."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

_Key = TypeVar("_Key", int, tuple[int, int], tuple[str, ...])


def rising(keys: Sequence[_Key], *, strictly: bool = True) -> list[int]:
    """Return the places, in order, of a longest part of ``keys`` that rises; n log n time.

    Not ``strictly``: that never falls.

    >>> rising([3, 1, 2, 9, 4]), rising([1, 1]), rising([1, 1], strictly=False)
    ([1, 2, 4], [1], [0, 1])
    """
    place_of = bisect_left if strictly else bisect_right
    tails: list[_Key] = []  # the least last key of a rise of each length
    ends: list[int] = []  # and where that stands
    before: list[int] = []
    for at, key in enumerate(keys):
        length = place_of(tails, key)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [key]
        ends[length : length + 1] = [at]
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
