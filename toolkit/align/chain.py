"""Certain points: segments tied by an anchor that stands nowhere else on either side."""

import bisect
from collections.abc import Sequence

from toolkit.align.features import ANCHOR, Side

Point = tuple[int, int]


def certain_points(source: Side, target: Side) -> list[Point]:
    """Return pairs of segments that share an anchor which is unique on both sides.

    Only as far as they rise together: what stands out of order is left out.
    """
    left, right = _unique(source), _unique(target)
    return rising(sorted((left[name], right[name]) for name in left.keys() & right.keys()))


def rising(points: Sequence[Point]) -> list[Point]:
    """Return a longest part of ``points`` (sorted) that rises in both coordinates."""
    ends: list[int] = []  # least last value of a chain of each length
    tails: list[int] = []  # and which point that is
    before: list[int] = []
    for at, (_, j) in enumerate(points):
        size = bisect.bisect_left(ends, j)
        before.append(tails[size - 1] if size else -1)
        ends[size : size + 1], tails[size : size + 1] = [j], [at]
    chain = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chain.append(points[at])
        at = before[at]
    return chain[::-1]


def _unique(one: Side) -> dict[str, int]:
    once = one.counts == 1
    return {
        one.names[kind]: int(segment)
        for kind, segment in zip(one.kind, one.segment, strict=True)
        if once[kind] and one.names[kind].startswith(ANCHOR)
    }
