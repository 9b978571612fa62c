"""The index itself: sums of maps, what is chosen, and what comes out of a segment."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.units import units
from toolkit.memory.index import slices
from toolkit.memory.index.ask import Asking, Segment
from toolkit.memory.index.build import Built, build
from toolkit.memory.index.features import Kept, Posting, features
from toolkit.memory.index.slices import Slices
from toolkit.memory.index.weigh import MOST_FEATURES, chosen, weight_of

TEXTS = [(number, unit.source) for number, unit in enumerate(units(3_000), start=1)]


class Held:
    """The postings of a segment that was just built."""

    def __init__(self, built: Built) -> None:
        self._all = {f: Posting(f, size, kept, raw) for f, size, kept, raw in built.postings}

    def postings(self, wanted: list[int]) -> list[Posting]:
        found = (self._all[one] for one in wanted if one in self._all)
        return [one._replace(places=None) for one in found]

    def places(self, wanted: list[int]) -> dict[int, bytes]:
        return {one: self._all[one].places or b"" for one in wanted if one in self._all}


@pytest.fixture(scope="module")
def built() -> tuple[Segment, Held]:
    made = build(TEXTS)
    assert made is not None
    return Segment.of(1, made.texts, made.lengths), Held(made)


@given(
    st.integers(1, 400),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3)), max_size=20),
    st.integers(0, 7),
    st.integers(0, 2**32),
)
def test_maps_are_added_up_as_numbers_are(
    size: int, maps: list[tuple[float, int]], first: int, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    bits = [(chance.random(size) < share, digit) for share, digit in maps]
    first = min(first * 8, size & ~7)
    sums = np.full(-(-size // 8) * 8, 3, np.uint8)
    packed = [(np.packbits(one, bitorder="little"), digit) for one, digit in bits]
    Slices().add(sums, packed, first, size)
    right = np.full(size, 3)
    for one, digit in bits:
        right[first:] += one[first:] << digit
    assert sums[:size].tolist() == right.tolist()


def test_maps_longer_than_a_piece_are_added_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "PIECE", 64)
    bits = np.arange(300) % 3 == 0
    sums = np.zeros(304, np.uint8)
    adder = Slices()
    for _ in range(2):  # what was worked on once is worked on again
        adder.add(sums, [(np.packbits(bits, bitorder="little"), 1)] * 3, 8, 300)
    assert sums[:300].tolist() == [12 if at >= 8 and at % 3 == 0 else 0 for at in range(300)]


def test_weights_never_pass_what_a_byte_holds(built: tuple[Segment, Held]) -> None:
    words = " ".join(text for _, text in TEXTS[:40])
    lists, maps, later = chosen(built[1], features(words))
    assert len(lists) + len(maps) + len(later) == MOST_FEATURES
    assert 100 < weight_of((*lists, *maps, *later)) <= 255


def test_a_text_of_the_segment_is_found_first_with_all_of_its_weight(
    built: tuple[Segment, Held],
) -> None:
    segment, source = built
    for number, text in random.Random(5).sample(TEXTS, 50):
        asking = Asking(segment, features(text), len(text), source)
        quick = asking.quick()
        assert quick[0] == (number, 1.0) or quick[0][1] == 1.0
        assert dict(asking.thorough()).get(number) == 1.0


def test_a_thorough_look_up_finds_texts_of_quite_other_length(
    built: tuple[Segment, Held],
) -> None:
    segment, source = built
    number, text = max(TEXTS, key=lambda one: len(one[1]))
    part = text[: int(len(text) * 0.75)]
    asking = Asking(segment, features(part), len(part), source)
    assert number not in dict(asking.quick())
    assert number in dict(asking.thorough()[:5])


def test_without_length_only_words_count(built: tuple[Segment, Held]) -> None:
    segment, source = built
    asking = Asking(segment, features("the register of lamps"), None, source)
    asking.quick()
    number, _ = asking.thorough()[0]
    assert "register of lamps" in dict(TEXTS)[number]


def test_what_no_text_has_finds_nothing(built: tuple[Segment, Held]) -> None:
    segment, source = built
    for words, length in (("zzzz qqqq", 9), ("", 0), ("Working Group", 1_000_000)):
        asking = Asking(segment, features(words), length, source)
        assert asking.quick() == []
        assert asking.thorough() == []


def test_all_kinds_of_postings_are_there(built: tuple[Segment, Held]) -> None:
    kinds = {one.kept for one in built[1]._all.values()}
    assert {Kept.LISTED, Kept.MAPPED} <= kinds
