"""What a query is looked up by: its features with their weights, and where those are.

Weights are powers of two, so that maps of bits can be added up without turning them into bytes.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from toolkit.memory.index.features import Kept, Posting

BUDGET = 60_000  # places that are added up at first, the rarest features before the others
WHOLE_BUDGET = 200_000  # the same for a thorough look-up
ROOM = 176  # for weights before each is rounded, up or down, to a power of two
MOST_FEATURES = 160


class Source(Protocol):
    """Where the postings of a segment are fetched from."""

    def postings(self, features: Sequence[int]) -> Sequence[Posting]:
        """Return what there is of these features, short ones with their places."""

    def places(self, features: Sequence[int]) -> Mapping[int, bytes]:
        """Return the places of these features."""

    def rows(self, blocks: Sequence[int]) -> Mapping[int, bytes]:
        """Return the rows of these blocks: see ``marks``."""


class Weighed(NamedTuple):
    """A feature of a query, and how much it weighs: 1 << ``digit``."""

    feature: int
    digit: int
    places: bytes | None  # of the texts that have it, None while they were not fetched


class Chosen(NamedTuple):
    """The features of a query that are looked at, the rarest first.

    There is time for ``lists`` at first, and for those ``later`` in a thorough look-up.
    """

    lists: list[Weighed]
    later: list[Weighed]
    maps: list[Weighed]


def chosen(source: Source, weights: Mapping[int, int]) -> Chosen:
    """Return what a query is looked up by; nothing has been fetched that need not be."""
    left = WHOLE_BUDGET
    kept: list[Posting] = []
    for one in sorted(source.postings(list(weights)), key=itemgetter(1, 0)):
        if one.kept is Kept.LISTED and (one.size <= left or not kept):
            left -= one.size
            kept.append(one)
        elif one.kept is Kept.MAPPED:
            kept.append(one)
    del kept[MOST_FEATURES:]
    digits = _digits([weights[one.feature] for one in kept])
    found = Chosen([], [], [])
    left = BUDGET
    for one, digit in zip(kept, digits, strict=True):
        weighed = Weighed(one.feature, digit, one.places)
        if one.kept is Kept.MAPPED:
            found.maps.append(weighed)
        else:
            left -= one.size
            (found.lists if left >= 0 or not found.lists else found.later).append(weighed)
    return found


def with_places(given: Sequence[Weighed], source: Source) -> list[Weighed]:
    """Return them with their places, which are fetched where they were left out."""
    missing = [one.feature for one in given if one.places is None]
    there = source.places(missing) if missing else {}
    return [
        one
        if one.places is not None
        else Weighed(one.feature, one.digit, there.get(one.feature, b""))
        for one in given
    ]


def _digits(weights: Sequence[int]) -> list[int]:
    """Return weights as powers of two whose sum a byte holds, in about the same proportions."""
    scale = min(1.0, (ROOM - len(weights)) / max(1, sum(weights)))
    digit = {one: round(math.log2(max(1.0, one * scale))) for one in set(weights)}
    return [digit[one] for one in weights]


def weight_of(given: Iterable[Weighed]) -> int:
    """Return what features weigh together."""
    return sum(1 << one.digit for one in given)
