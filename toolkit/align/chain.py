"""Certain points: segments tied by something that stands nowhere else on either side."""

import bisect
from collections.abc import Sequence

from toolkit.align.features import Side
from toolkit.align.lexicon import Pairs

Point = tuple[int, int]


def certain_points(source: Side, target: Side, pairs: Pairs) -> list[Point]:
    """Return pairs of segments that share an anchor, or all their anchors, or a rare word.

    Each must be unique on both sides. Only as far as they rise together: what stands out of
    order is left out.
    """
    left, right = _unique_sets(source), _unique_sets(target)
    points = {(left[key], right[key]) for key in left.keys() & right.keys()}
    here, there = _unique_kinds(source), _unique_kinds(target)
    points |= {(here[s], there[t]) for s, t in pairs if s in here and t in there}
    return rising(sorted(points))


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


def _unique_kinds(one: Side) -> dict[int, int]:
    """Return the segments of the words and anchors that are in one segment only."""
    once = one.counts == 1
    return {
        int(kind): int(segment)
        for kind, segment in zip(one.kind, one.segment, strict=True)
        if once[kind]
    }


def _unique_sets(one: Side) -> dict[tuple[str, ...], int]:
    """Return the segments by their anchors, two or more, where no other has the same."""
    found: dict[tuple[str, ...], list[int]] = {}
    for segment in range(one.size):
        key = tuple(sorted(one.anchors(range(segment, segment + 1))))
        if len(key) > 1:
            found.setdefault(key, []).append(segment)
    return {key: segments[0] for key, segments in found.items() if len(segments) == 1}
