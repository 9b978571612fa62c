"""The index itself: sums of maps, what is chosen, and what comes out of a segment."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.units import units
from toolkit.memory.index import slices
from toolkit.memory.index.ask import Asking, Segment
from toolkit.memory.index.build import Built, build
from toolkit.memory.index.features import Kept, Posting, features
from toolkit.memory.index.marks import BLOCK, Marks, rows_of
from toolkit.memory.index.slices import Slices
from toolkit.memory.index.weigh import MOST_FEATURES, chosen, weight_of

TEXTS = [(number, unit.source) for number, unit in enumerate(units(3_000), start=1)]


class Held:
    """The postings of a segment that was just built."""

    def __init__(self, built: Built) -> None:
        self._all = {f: Posting(f, size, kept, raw) for f, size, kept, raw in built.postings}
        mapped = {f: one.places or b"" for f, one in self._all.items() if one.kept is Kept.MAPPED}
        self.marked = np.fromiter(mapped, np.uint32).tobytes()
        self._rows = list(rows_of(list(mapped.values()), built.size))

    def postings(self, wanted: list[int]) -> list[Posting]:
        found = (self._all[one] for one in wanted if one in self._all)
        return [one._replace(places=None) for one in found]

    def places(self, wanted: list[int]) -> dict[int, bytes]:
        return {one: self._all[one].places or b"" for one in wanted if one in self._all}

    def rows(self, blocks: list[int]) -> dict[int, bytes]:
        return {one: self._rows[one] for one in blocks}


class Blocks:
    """Rows, and which of them were asked for."""

    def __init__(self, rows: list[bytes]) -> None:
        self._rows = rows
        self.asked: list[list[int]] = []

    def rows(self, blocks: Sequence[int]) -> dict[int, bytes]:
        self.asked.append(list(blocks))
        return {one: self._rows[one] for one in blocks}


@pytest.fixture(scope="module")
def built() -> tuple[Segment, Held]:
    made = build(TEXTS)
    assert made is not None
    held = Held(made)
    return Segment.of(1, made.texts, made.lengths, held.marked), held


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


@given(st.integers(1, 200), st.integers(0, 150), st.integers(0, 2**32), st.integers(0, 5))
def test_marks_say_of_each_text_what_the_maps_say_of_each_feature(
    texts: int, features: int, seed: int, digits: int
) -> None:
    chance = np.random.default_rng(seed)
    maps = chance.random((features, texts)) < 0.5
    packed = [np.packbits(one, bitorder="little").tobytes() for one in maps]
    asked = [(one, one % (digits + 1)) for one in range(0, features, 40)]
    at = np.flatnonzero(chance.random(texts) < 0.5)
    has = np.zeros(len(at), np.uint8)
    source = Blocks(list(rows_of(packed, texts)))
    Marks.of(range(features), texts).add(has, at, asked, source)
    right = sum((maps[one][at] * (1 << digit) for one, digit in asked), np.zeros(len(at), int))
    assert has.tolist() == right.tolist()


def test_rows_are_fetched_a_block_at_a_time_and_once() -> None:
    texts = 2 * BLOCK + 5
    bits = np.arange(texts) % 3 == 0
    source = Blocks(list(rows_of([np.packbits(bits, bitorder="little").tobytes()], texts)))
    marks = Marks.of([7], texts)
    for _ in range(2):
        at = np.array([0, 1, texts - 1, texts - 5], np.intp)
        has = np.zeros(4, np.uint8)
        marks.add(has, at, [(7, 1)], source)
        assert has.tolist() == [2 * bool(bits[one]) for one in at]
    assert source.asked == [[0, 2]]


def test_weights_never_pass_what_a_byte_holds(built: tuple[Segment, Held]) -> None:
    words = " ".join(text for _, text in TEXTS[:40])
    lists, later, maps = chosen(built[1], features(words))
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


def test_what_is_better_than_a_good_answer_and_of_other_length_is_found_beside(
    built: tuple[Segment, Held],
) -> None:
    segment, source = built
    number, text = max(TEXTS, key=lambda one: len(one[1]))
    part = text[: int(len(text) * 0.82)]
    asking = Asking(segment, features(part), len(part), source)
    assert number not in dict(asking.quick())
    assert number in dict(asking.beside(0.8)[:5])
    assert asking.beside(0.84) == []
