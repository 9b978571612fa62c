"""Asking a segment: which of its texts share most of a query's features."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BUDGET = 250_000  # places that are added up for one query, the rarest features first
MOST = 512  # texts that come out of a segment for one query
LEAST_SHARE = 0.30  # of the weight that was looked at
MOST_WEIGHT = 32_000
WIDEST = 0.65  # shortest to longest of two texts that may be alike

Numbers = npt.NDArray[np.uint32]
Sizes = Callable[[Sequence[int]], Sequence[tuple[int, int, bool]]]
Lists = Callable[[Sequence[int]], Sequence[tuple[int, bytes]]]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it is asked: see ``build.Built``."""

    number: int
    texts: Numbers
    lengths: Numbers
    starts: Numbers
    sums: npt.NDArray[np.uint16]  # where weights are added up; kept, since fresh memory is slow

    @classmethod
    def of(cls, number: int, texts: bytes, lengths: bytes) -> "Segment":
        """Make one from the bytes of ``build.Built``."""
        values, starts = np.frombuffer(lengths, np.uint32).reshape(2, -1)
        places = np.frombuffer(texts, np.uint32)
        return cls(number, places, values, starts, np.zeros(len(places), np.uint16))


def likely(
    segment: Segment, weights: Mapping[int, int], length: int | None, sizes: Sizes, lists: Lists
) -> list[tuple[int, float]]:
    """Return (number of a text, share of the query's weight it has), the likeliest first.

    ``length`` is that of the query, None when length does not matter. ``sizes`` gives feature,
    number of texts, and whether there is a list; ``lists`` gives feature and places.
    """
    first, last = _window(segment, length)
    known = sorted((size, feature) for feature, size, listed in sizes(list(weights)) if listed)
    chosen: list[int] = []
    left = BUDGET
    for size, feature in known:
        if size > left and chosen:
            break
        left -= size
        chosen.append(feature)
    if not chosen or first >= last:
        return []
    given = _small({feature: weights[feature] for feature in chosen})
    total = sum(given.values())
    _add_up(segment.sums, lists(chosen), given, np.array([first, last], np.uint32))
    sums = segment.sums[first:last]
    at = np.flatnonzero(sums >= np.uint16(math.ceil(total * LEAST_SHARE)))
    share = sums[at] / total
    # Of two texts that share as much, the one whose length is nearer is more alike.
    worth = share if length is None else share + _nearness(segment, at + first, length)
    best = np.argsort(-worth, kind="stable")[:MOST]
    numbers = segment.texts[at[best] + first].tolist()
    return list(zip(numbers, share[best].tolist(), strict=True))


def holding(segment: Segment, groups: Sequence[Sequence[bytes]]) -> list[int]:
    """Return the numbers of the texts that are in some list of every group, rising."""
    found: Numbers | None = None
    for group in groups:
        parts = [np.frombuffer(data, np.uint32) for data in group]
        one = np.unique(np.concatenate(parts)) if parts else np.empty(0, np.uint32)
        found = one if found is None else np.intersect1d(found, one, assume_unique=True)
    if found is None:
        return []
    numbers: list[int] = np.sort(segment.texts[found]).tolist()
    return numbers


def _window(segment: Segment, length: int | None) -> tuple[int, int]:
    if length is None:
        return 0, len(segment.texts)
    # In the array's own type: with a plain int NumPy would first turn the whole array round.
    ends = np.array([length * WIDEST, length / WIDEST + 1], np.uint32)
    starts = (*segment.starts.tolist(), len(segment.texts))
    first, last = np.searchsorted(segment.lengths, ends)
    return starts[first], starts[last]


def _nearness(
    segment: Segment, places: npt.NDArray[np.intp], length: int
) -> npt.NDArray[np.float64]:
    """Return the shorter length by the longer one, for the texts in these places."""
    step = np.searchsorted(segment.starts, places.astype(np.uint32), side="right") - 1
    ratio = segment.lengths[step] / length
    near: npt.NDArray[np.float64] = np.minimum(ratio, 1 / np.maximum(ratio, 1e-9))
    return near


def _small(weights: dict[int, int]) -> dict[int, int]:
    """Return weights whose sum 16 bits hold, in about the same proportions."""
    divisor = 1 + sum(weights.values()) // MOST_WEIGHT
    return {feature: max(1, weight // divisor) for feature, weight in weights.items()}


def _add_up(
    sums: npt.NDArray[np.uint16],
    found: Sequence[tuple[int, bytes]],
    weights: Mapping[int, int],
    ends: Numbers,
) -> None:
    """Put into ``sums``, for each place in the window, the weight of the features it has."""
    sums[ends[0] : ends[1]] = 0
    for feature, data in found:
        places = np.frombuffer(data, np.uint32)
        first, last = places.searchsorted(ends)
        sums[places[first:last]] += np.uint16(weights[feature])
