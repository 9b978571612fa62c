"""What a query is looked up by: its features with their weights, and where those are.

Weights are powers of two, so that maps of bits can be added up without turning them into bytes.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
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


class Weighed(NamedTuple):
    """A feature of a query, and how much it weighs."""

    digit: int
    posting: Posting

    @property
    def weight(self) -> int:
        """A power of two."""
        return 1 << self.digit

    @property
    def places(self) -> bytes:
        """The places of the texts that have it, as the segment keeps them."""
        return self.posting.places or b""


def chosen(
    source: Source, weights: Mapping[int, int]
) -> tuple[list[Weighed], list[Weighed], list[Weighed]]:
    """Return the lists there is time for at first, the maps, and the lists for later.

    The rarest are first in each. The last have no places yet.
    """
    left = WHOLE_BUDGET
    kept: list[Posting] = []
    for one in sorted(source.postings(list(weights)), key=lambda one: (one.size, one.feature)):
        if one.kept is Kept.LISTED and (one.size <= left or not kept):
            left -= one.size
            kept.append(one)
        elif one.kept is Kept.MAPPED:
            kept.append(one)
    kept = kept[:MOST_FEATURES]
    digits = _digits({one.feature: weights[one.feature] for one in kept})
    lists: list[Weighed] = []
    maps: list[Weighed] = []
    later: list[Weighed] = []
    left = BUDGET
    for one in kept:
        weighed = Weighed(digits[one.feature], one)
        if one.kept is Kept.MAPPED:
            maps.append(weighed)
        else:
            left -= one.size
            (lists if left >= 0 or not lists else later).append(weighed)
    now = with_places([*lists, *maps], source)
    return now[: len(lists)], now[len(lists) :], later


def with_places(given: Sequence[Weighed], source: Source) -> list[Weighed]:
    """Return them with their places, which are fetched where they were left out."""
    missing = [one.posting.feature for one in given if one.posting.places is None]
    there = source.places(missing) if missing else {}
    return [
        one
        if one.posting.places is not None
        else Weighed(one.digit, one.posting._replace(places=there.get(one.posting.feature, b"")))
        for one in given
    ]


def _digits(weights: Mapping[int, int]) -> dict[int, int]:
    """Return weights as powers of two whose sum a byte holds, in about the same proportions."""
    scale = min(1.0, (ROOM - len(weights)) / max(1, sum(weights.values())))
    return {one: round(math.log2(max(1.0, weight * scale))) for one, weight in weights.items()}


def weight_of(given: Iterable[Weighed]) -> int:
    """Return what features weigh together."""
    return sum(one.weight for one in given)
