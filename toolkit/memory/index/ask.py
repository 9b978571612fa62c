"""Asking a segment: which of its texts share most of a query's features.

The weights of the rarest features are added up for every text whose length is near. Of the best of
them the marks are looked at, which say what they have of the commonest. That does for a query with
a good answer; for others more lists, some maps of bits and texts of other lengths are added up.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from toolkit.memory.index.features import Kept, Posting
from toolkit.memory.index.marks import Marks
from toolkit.memory.index.slices import Slices
from toolkit.memory.index.weigh import Source, Weighed, chosen, weight_of, with_places

TELLING = 0.15  # of the weight; where lists have less, maps are added up, too
MAP_BUDGET = 800_000  # bits of them
WHOLE_MAP_BUDGET = 3_000_000  # bits of maps that a thorough look-up adds up
MOST_LOOKED_AT = 800  # texts whose marks are looked at
MOST = 176  # texts that come out of a segment for one query
LEAST_SHARE = 0.20  # of the weight that was added up
TIED = 2  # times as many as were asked for, at most, where many have the same sum
SAMPLED = 32  # of so many sums one is looked at to see how many are great
MOST_WEIGHT = 255  # of all features together: sums of one byte stay in the processor's cache
WIDEST = 0.68  # shortest to longest of two texts that may be alike
NEAR = 0.84  # the same of two texts that probably are

Numbers = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
Shares = npt.NDArray[np.float64]
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
    marks: Marks

    @classmethod
    def of(cls, number: int, texts: bytes, lengths: bytes, marked: bytes) -> Self:
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
            marks=Marks.of(np.frombuffer(marked, np.uint32).tolist(), many),
        )


class Asking:
    """One look-up in a segment: quick first, and thorough where that was not enough.

    What the quick one has added up is where the thorough one begins; only one at a time may be
    under way in a segment.
    """

    def __init__(
        self,
        segment: Segment,
        weights: Mapping[int, int],
        length: int | None,
        source: Source,
        least: float = 0.0,
        ratio: float = WIDEST,
    ) -> None:
        """Prepare to ask.

        ``length`` is that of the query, None when length does not matter; texts that have less
        than ``least`` of the query's weight do not come out, nor those whose length has not this
        ``ratio`` to it.
        """
        self._least = least
        self._segment = segment
        self._length = length
        self._window = _window(segment, length, ratio)
        self._near = _window(segment, length, NEAR)
        self._source = source
        self._chosen = chosen(source, weights)
        self._lists = with_places(self._chosen.lists, source)
        self._added = 0  # how many of the maps were added up for all texts of near length

    def quick(self) -> list[Ranked]:
        """Return what is likely among texts of about the same length, the likeliest first."""
        self._segment.sums[slice(*self._near)] = 0
        self._add(self._lists, self._near)
        if weight_of(self._lists) < TELLING * weight_of([*self._lists, *self._chosen.maps]):
            self._add_maps(MAP_BUDGET)
        return self._best(*self._looked_at([self._near], self._lists, MOST_LOOKED_AT))

    def thorough(self) -> list[Ranked]:
        """Return what is likely among all texts, the likeliest first; after ``quick``."""
        later = with_places(self._chosen.later, self._source)
        self._add(later, self._near)
        self._add_maps(WHOLE_MAP_BUDGET)
        near = self._looked_at([self._near], [*self._lists, *later], 2 * MOST_LOOKED_AT)
        beside = self._beside(self._window)
        return self._best(
            np.concatenate((near[0], beside[0])), np.concatenate((near[1], beside[1]))
        )

    def beside(self, likeness: float) -> list[Ranked]:
        """Return what may be more than so alike, 0-1, and is of quite another length.

        After ``quick``, whose texts are left out; the likeliest first.
        """
        if self._length is None or likeness >= NEAR:
            return []
        return self._best(*self._beside(_window(self._segment, self._length, likeness)))

    def _beside(self, window: Window) -> tuple[Places, Shares]:
        """Return the best places in a window, without those of near length."""
        self._added = 0
        sides = [(window[0], self._near[0]), (self._near[1], window[1])]
        for side in sides:
            self._segment.sums[slice(*side)] = 0
            self._add(self._lists, side)
        return self._looked_at(sides, self._lists, MOST_LOOKED_AT // 2)

    def _add(self, lists: Iterable[Weighed], window: Window) -> None:
        _add_lists(self._segment.sums, lists, window)

    def _add_maps(self, bits: int) -> None:
        """Add maps to the sums of all texts of near length, as many as there is time for."""
        first, last = self._near
        end = max(1, bits // max(1, last - first))
        more = with_places(self._chosen.maps[self._added : end], self._source)
        given = ((np.frombuffer(one.places or b"", np.uint8), one.digit) for one in more)
        self._segment.slices.add(self._segment.sums, given, first, last)
        self._added += len(more)

    def _looked_at(
        self, windows: Iterable[Window], lists: Sequence[Weighed], most: int
    ) -> tuple[Places, Shares]:
        """Return the best places in each window, and their share of all weight, marks included."""
        maps = self._chosen.maps
        given = weight_of((*lists, *maps[: self._added]))
        at = np.concatenate([_best_places(self._segment, one, given, most) for one in windows])
        has = self._segment.sums[at]
        rest = maps[self._added :]
        self._segment.marks.add(has, at, ((f, digit) for f, digit, _ in rest), self._source)
        return at, has / max(1, given + weight_of(rest))

    def _best(self, at: Places, share: Shares) -> list[Ranked]:
        """Return the most likely texts in these places."""
        enough = share >= self._least
        at, share = at[enough], share[enough]
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


def _nearness(sizes: Numbers, length: int) -> Shares:
    """Return the shorter length by the longer one."""
    ratio = sizes / length
    near: Shares = np.minimum(ratio, 1 / np.maximum(ratio, 1e-9))
    return near


def _add_lists(sums: Bytes, lists: Iterable[Weighed], window: Window) -> None:
    """Add the weight of each list to the places in it."""
    ends = np.array(window, np.uint32)
    alike: dict[int, list[Numbers]] = {}
    for one in lists:
        places = np.frombuffer(one.places or b"", np.uint32)
        start, end = places.searchsorted(ends).tolist()
        alike.setdefault(one.digit, []).append(places[start:end])
    for digit, found in alike.items():
        np.add.at(sums, np.concatenate(found), np.uint8(1 << digit))


def _about(sample: Bytes, most: int) -> int:
    """Return the sum that about ``most`` of a sample have; quicker than ``_bar``."""
    if len(sample) <= most:
        return 0
    bar = int(np.partition(sample, -most)[-most])
    return bar + int(np.count_nonzero(sample >= bar) > TIED * most)


def _bar(sums: Bytes, most: int) -> int:
    """Return the sum that about ``most`` have: some more, unless that were more than ``TIED``."""
    fewer = np.bincount(sums, minlength=MOST_WEIGHT + 1)[::-1].cumsum()
    at = int(fewer.searchsorted(most))
    if at <= MOST_WEIGHT and fewer[at] > TIED * most:
        at -= 1
    return max(0, MOST_WEIGHT - at)


def _best_places(segment: Segment, window: Window, weight: int, most: int) -> Places:
    """Return the places in a window with the greatest sums, about ``most``; none without weight.

    All of them have ``LEAST_SHARE`` of ``weight`` at least.
    """
    first, last = window
    if first >= last or not weight:
        return np.empty(0, np.intp)
    sums, flags = segment.sums[first:last], segment.flags[first:last]
    least = max(math.ceil(weight * LEAST_SHARE), _about(sums[::SAMPLED], most // SAMPLED))
    at = np.flatnonzero(np.greater_equal(sums, np.uint8(least), out=flags))
    if len(at) > most:
        held = sums[at]
        at = at[held >= _bar(held, most)]
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
