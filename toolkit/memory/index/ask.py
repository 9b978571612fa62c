"""Asking a segment: which of its texts share most of a query's features.

The weights of the rarest features are added up for every text whose length may do, lists first,
then a few maps of bits for the texts whose length is near. For the best of them the other maps
are looked at place by place. What is left is nearly all that the index knows of these texts.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from toolkit.memory.index.features import Kept, Posting
from toolkit.memory.index.slices import Slices
from toolkit.memory.index.weigh import Source, Weighed, chosen, weight_of, with_places

MAP_BUDGET = 800_000  # bits of maps that are added up beside them
WHOLE_MAP_BUDGET = 3_000_000
MOST_LOOKED_AT = 500  # texts for which the other maps are looked at
MOST = 176  # texts that come out of a segment for one query
LEAST_SHARE = 0.30  # of the weight that was added up
MOST_WEIGHT = 255  # of all features together: sums of one byte stay in the processor's cache
WIDEST = 0.68  # shortest to longest of two texts that may be alike
NEAR = 0.84  # the same of two texts that probably are

Numbers = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
Window = tuple[int, int]
Ranked = tuple[int, float]  # number of a text, and the share of the query's weight that it has


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it is asked: see ``build.Built``.

    ``sums`` and ``flags`` are where weights are added up; kept, since fresh memory is slow.
    """

    number: int
    texts: Numbers
    lengths: Numbers
    starts: tuple[int, ...]
    sizes: Numbers
    sums: Bytes
    flags: npt.NDArray[np.bool_]
    slices: Slices

    @classmethod
    def of(cls, number: int, texts: bytes, lengths: bytes) -> Self:
        """Make one from the bytes of ``build.Built``."""
        values, starts = np.frombuffer(lengths, np.uint32).reshape(2, -1)
        places = np.frombuffer(texts, np.uint32)
        many = len(places)
        return cls(
            number=number,
            texts=places,
            lengths=values,
            starts=(*starts.tolist(), many),
            sizes=np.repeat(values, np.diff(starts, append=np.uint32(many))),
            sums=np.zeros(-(-many // 8) * 8, np.uint8),
            flags=np.zeros(many, bool),
            slices=Slices(),
        )


class Asking:
    """One look-up in a segment: quick first, and thorough where that was not enough.

    What the quick one has added up is where the thorough one begins; only one at a time may be
    under way in a segment.
    """

    def __init__(
        self, segment: Segment, weights: Mapping[int, int], length: int | None, source: Source
    ) -> None:
        """Prepare to ask; ``length`` is that of the query, None when length does not matter."""
        self._segment = segment
        self._length = length
        self._window = _window(segment, length, WIDEST)
        self._near = _window(segment, length, NEAR)
        self._lists, self._maps, self._later = chosen(source, weights)
        self._source = source
        breadth = max(1, self._near[1] - self._near[0])
        self._some = max(1, MAP_BUDGET // breadth)
        self._most = max(1, WHOLE_MAP_BUDGET // breadth)

    def quick(self) -> list[Ranked]:
        """Return what is likely among texts of about the same length, the likeliest first."""
        self._segment.sums[slice(*self._near)] = 0
        self._add(self._lists, self._near)
        self._add_maps(self._maps[: self._some])
        given = [*self._lists, *self._maps[: self._some]]
        at = _best_places(self._segment, self._near, weight_of(given), MOST_LOOKED_AT)
        return self._best(at, self._segment.sums[at], self._maps[self._some :], given)

    def thorough(self) -> list[Ranked]:
        """Return what is likely among all texts, the likeliest first; after ``quick``."""
        more, rest = self._maps[self._some : self._most], self._maps[self._most :]
        later = with_places(self._later, self._source)
        self._add(later, self._near)
        self._add_maps(more)
        lists = [*self._lists, *later]
        first, last = self._window
        beside = []
        for side in ((first, self._near[0]), (self._near[1], last)):
            self._segment.sums[slice(*side)] = 0
            self._add(lists, side)
            beside.append(_best_places(self._segment, side, weight_of(lists), MOST_LOOKED_AT // 2))
        given = [*lists, *self._maps[: self._most]]
        within = _best_places(self._segment, self._near, weight_of(given), 2 * MOST_LOOKED_AT)
        at = np.concatenate((*beside, within))
        has = self._segment.sums[at]
        outside = len(at) - len(within)
        _look_at(has[:outside], at[:outside], self._maps[: self._most])
        return self._best(at, has, rest, given)

    def _add(self, lists: Iterable[Weighed], window: Window) -> None:
        _add_lists(self._segment.sums, lists, window)

    def _add_maps(self, maps: Sequence[Weighed]) -> None:
        given = ((np.frombuffer(one.places, np.uint8), one.digit) for one in maps)
        self._segment.slices.add(self._segment.sums, given, *self._near)

    def _best(
        self, at: Places, has: Bytes, maps: Sequence[Weighed], given: Sequence[Weighed]
    ) -> list[Ranked]:
        """Return the texts in these places by what they have, when ``maps`` are looked at too."""
        if not len(at):
            return []
        _look_at(has, at, maps)
        share = has / weight_of((*given, *maps))
        # Of two texts that share as much, the one whose length is nearer is more alike.
        worth = share
        if self._length is not None:
            worth = share + _nearness(self._segment.sizes[at], self._length)
        if len(worth) > MOST:
            most = np.argpartition(-worth, MOST)[:MOST]
            at, share, worth = at[most], share[most], worth[most]
        best = np.lexsort((at, -worth))
        numbers = self._segment.texts[at[best]]
        return list(zip(numbers.tolist(), share[best].tolist(), strict=True))


def _nearness(sizes: Numbers, length: int) -> npt.NDArray[np.float64]:
    """Return the shorter length by the longer one."""
    ratio = sizes / length
    near: npt.NDArray[np.float64] = np.minimum(ratio, 1 / np.maximum(ratio, 1e-9))
    return near


def _add_lists(sums: Bytes, lists: Iterable[Weighed], window: Window) -> None:
    """Add the weight of each list to the places in it."""
    ends = np.array(window, np.uint32)
    alike: dict[int, list[Numbers]] = {}
    for one in lists:
        places = np.frombuffer(one.places, np.uint32)
        start, end = places.searchsorted(ends).tolist()
        alike.setdefault(one.weight, []).append(places[start:end])
    for weight, found in alike.items():
        np.add.at(sums, np.concatenate(found), np.uint8(weight))


def _look_at(has: Bytes, at: Places, maps: Iterable[Weighed]) -> None:
    """Add the weight of each map to those of ``at`` that are in it."""
    byte, bit = at >> 3, (at & 7).astype(np.uint8)
    one_bit = np.uint8(1)
    for one in maps:
        bits = np.frombuffer(one.places, np.uint8)[byte]
        bits >>= bit
        bits &= one_bit
        bits *= np.uint8(one.weight)
        has += bits


def _best_places(segment: Segment, window: Window, weight: int, most: int) -> Places:
    """Return the places in a window with the greatest sums, about ``most``; none without weight.

    All of them have ``LEAST_SHARE`` of ``weight`` at least.
    """
    first, last = window
    if first >= last or not weight:
        return np.empty(0, np.intp)
    sums, flags = segment.sums[first:last], segment.flags[first:last]
    least = np.uint8(math.ceil(weight * LEAST_SHARE))
    at = np.flatnonzero(np.greater_equal(sums, least, out=flags))
    if len(at) > most:
        held = sums[at]
        fewer = np.bincount(held, minlength=MOST_WEIGHT + 1)[::-1].cumsum()
        at = at[held >= MOST_WEIGHT - int(fewer.searchsorted(most))]
    return at + first


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


def _window(segment: Segment, length: int | None, ratio: float) -> Window:
    """Return the range of places of texts whose length may do; whole bytes of a map of bits."""
    if length is None:
        return 0, len(segment.texts)
    # In the array's own type: with a plain int NumPy would first turn the whole array round.
    ends = np.array([length * ratio, length / ratio + 1], np.uint32)
    first, last = segment.lengths.searchsorted(ends).tolist()
    return segment.starts[first] & ~7, segment.starts[last]
