"""Certain points: segments tied by something that stands nowhere else on either side."""

from collections.abc import Sequence

from toolkit.align.features import Side
from toolkit.align.lexicon import Pairs
from toolkit.text.rising import rising as places_rising

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
    return [points[at] for at in places_rising([j for _, j in points])]


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
