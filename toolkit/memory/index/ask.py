"""Asking a segment: which of its texts share most of a query's features."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from toolkit.memory.index.features import Kept, Posting

BUDGET = 80_000  # places that are added up for one query, the rarest features first
MAP_BUDGET = 2_500_000  # bits of maps that are added up beside them
MOST = 256  # texts that come out of a segment for one query
LEAST_SHARE = 0.30  # of the weight that was looked at
MOST_WEIGHT = 255  # of all features together: sums of one byte stay in the processor's cache
MOST_FEATURES = 120
PIECE = 1 << 16  # places that maps are added up for at a time
WIDEST = 0.65  # shortest to longest of two texts that may be alike

Numbers = npt.NDArray[np.uint32]


class Source(Protocol):
    """Where the postings of a segment are fetched from."""

    def postings(self, features: Sequence[int]) -> Sequence[Posting]:
        """Return what there is of these features, short ones with their places."""

    def places(self, features: Sequence[int]) -> Mapping[int, bytes]:
        """Return the places of these features."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it is asked: see ``build.Built``."""

    number: int
    texts: Numbers
    lengths: Numbers
    starts: Numbers
    sums: npt.NDArray[np.uint8]  # where weights are added up; kept, since fresh memory is slow

    @classmethod
    def of(cls, number: int, texts: bytes, lengths: bytes) -> "Segment":
        """Make one from the bytes of ``build.Built``."""
        values, starts = np.frombuffer(lengths, np.uint32).reshape(2, -1)
        places = np.frombuffer(texts, np.uint32)
        return cls(number, places, values, starts, np.zeros(len(places), np.uint8))


def likely(
    segment: Segment, weights: Mapping[int, int], length: int | None, source: Source
) -> list[tuple[int, float]]:
    """Return (number of a text, share of the query's weight it has), the likeliest first.

    ``length`` is that of the query, None when length does not matter.
    """
    first, last = _window(segment, length)
    chosen = _chosen(source.postings(list(weights)), last - first)
    if not chosen or first >= last:
        return []
    given = _small({one.feature: weights[one.feature] for one in chosen})
    total = sum(given.values())
    _add_up(segment.sums, _fetched(chosen, source), given, (first, last))
    sums = segment.sums[first:last]
    at = np.flatnonzero(sums >= np.uint8(math.ceil(total * LEAST_SHARE)))
    share = sums[at] / total
    # Of two texts that share as much, the one whose length is nearer is more alike.
    worth = share if length is None else share + _nearness(segment, at + first, length)
    best = np.argsort(-worth, kind="stable")[:MOST]
    numbers = segment.texts[at[best] + first].tolist()
    return list(zip(numbers, share[best].tolist(), strict=True))


def _chosen(found: Iterable[Posting], window: int) -> list[Posting]:
    """Return the postings to add up: the rarest, as many as there is time for."""
    chosen: list[Posting] = []
    left, maps = BUDGET, MAP_BUDGET
    for one in sorted(found, key=lambda posting: (posting.size, posting.feature)):
        if one.kept is Kept.MAPPED and maps > 0:
            maps -= window
            chosen.append(one)
        elif one.kept is Kept.LISTED and (one.size <= left or not chosen):
            left -= one.size
            chosen.append(one)
    return chosen[:MOST_FEATURES]


def _fetched(chosen: Sequence[Posting], source: Source) -> list[Posting]:
    missing = [one.feature for one in chosen if one.places is None]
    there = source.places(missing) if missing else {}
    return [one._replace(places=one.places or there.get(one.feature, b"")) for one in chosen]


def holding(segment: Segment, groups: Sequence[Sequence[Posting]]) -> Iterator[int]:
    """Yield the numbers of the texts that are in some posting of every group, rising."""
    held = np.ones(len(segment.texts), bool)
    for group in groups:
        some = np.zeros(len(held), bool)
        for one in group:
            if one.kept is Kept.MAPPED:
                raw = np.frombuffer(one.places or b"", np.uint8)
                some |= np.unpackbits(raw, count=len(held), bitorder="little").view(bool)
            else:
                some[np.frombuffer(one.places or b"", np.uint32)] = True
        held &= some
    return map(int, np.sort(segment.texts[held]))


def _window(segment: Segment, length: int | None) -> tuple[int, int]:
    """Return the range of places of texts whose length may do; whole bytes of a map of bits."""
    if length is None:
        return 0, len(segment.texts)
    # In the array's own type: with a plain int NumPy would first turn the whole array round.
    ends = np.array([length * WIDEST, length / WIDEST + 1], np.uint32)
    starts = (*segment.starts.tolist(), len(segment.texts))
    first, last = np.searchsorted(segment.lengths, ends)
    return starts[first] & ~7, starts[last]


def _nearness(
    segment: Segment, places: npt.NDArray[np.intp], length: int
) -> npt.NDArray[np.float64]:
    """Return the shorter length by the longer one, for the texts in these places."""
    step = np.searchsorted(segment.starts, places.astype(np.uint32), side="right") - 1
    ratio = segment.lengths[step] / length
    near: npt.NDArray[np.float64] = np.minimum(ratio, 1 / np.maximum(ratio, 1e-9))
    return near


def _small(weights: dict[int, int]) -> dict[int, int]:
    """Return weights whose sum a byte holds, in about the same proportions, none of them 0."""
    room = MOST_WEIGHT - len(weights)
    divisor = max(1.0, sum(weights.values()) / room)
    return {feature: max(1, int(weight / divisor)) for feature, weight in weights.items()}


def _add_up(
    sums: npt.NDArray[np.uint8],
    found: Sequence[Posting],
    weights: Mapping[int, int],
    window: tuple[int, int],
) -> None:
    """Put into ``sums``, for each place in the window, the weight of the features it has."""
    first, last = window
    ends = np.array(window, np.uint32)
    sums[first:last] = 0
    maps = []
    for one in found:
        weight = np.uint8(weights[one.feature])
        if one.kept is Kept.MAPPED:
            maps.append((np.frombuffer(one.places or b"", np.uint8), weight))
            continue
        places = np.frombuffer(one.places or b"", np.uint32)
        start, end = places.searchsorted(ends)
        sums[places[start:end]] += weight
    # In pieces that stay in the processor's cache, and in memory that is not given back each time.
    for start in range(first, last, PIECE):
        end = min(start + PIECE, last)
        piece = sums[start:end]
        for raw, weight in maps:
            bits = np.unpackbits(
                raw[start // 8 : -(-end // 8)], count=end - start, bitorder="little"
            )
            bits *= weight
            piece += bits
