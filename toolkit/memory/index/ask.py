"""Asking a segment: which of its texts share most of a query's features."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BUDGET = 250_000  # places that are added up for one query, the rarest features first
MOST = 800  # texts that come out of a segment for one query
LEAST_SHARE = 0.30  # of the weight that was looked at
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

    @classmethod
    def of(cls, number: int, texts: bytes, lengths: bytes) -> "Segment":
        """Make one from the bytes of ``build.Built``."""
        values, starts = np.frombuffer(lengths, np.uint32).reshape(2, -1)
        return cls(number, np.frombuffer(texts, np.uint32), values, starts)


def likely(
    segment: Segment, weights: Mapping[int, int], length: int | None, sizes: Sizes, lists: Lists
) -> list[tuple[int, float]]:
    """Return (number of a text, share of the query's weight it has), most first.

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
    total = float(sum(weights[feature] for feature in chosen))
    shares = _added(lists(chosen), weights, first, last)
    at = np.flatnonzero(shares >= total * LEAST_SHARE)
    if len(at) > MOST:
        at = at[np.argpartition(shares[at], -MOST)[-MOST:]]
    at = at[np.argsort(-shares[at], kind="stable")]
    numbers = segment.texts[at + first].tolist()
    return list(zip(numbers, (shares[at] / total).tolist(), strict=True))


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


def _added(
    found: Sequence[tuple[int, bytes]], weights: Mapping[int, int], first: int, last: int
) -> npt.NDArray[np.float64]:
    """Return for each place in the window the weight of the features it has."""
    ends = np.array([first, last], np.uint32)
    parts, sizes, given = [], [], []
    for feature, data in found:
        places = np.frombuffer(data, np.uint32)
        a, b = places.searchsorted(ends)
        if b > a:
            parts.append(places[a:b])
            sizes.append(b - a)
            given.append(float(weights[feature]))
    if not parts:
        return np.zeros(last - first)
    places = np.concatenate(parts)
    places -= np.uint32(first)
    shares: npt.NDArray[np.float64] = np.bincount(
        places, np.repeat(given, sizes), last - first
    ).astype(np.float64, copy=False)
    return shares
