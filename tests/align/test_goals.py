"""What the aligner reaches on real texts, and how far its word holds."""

from pathlib import Path

import pytest

from tests.benchmarks.alignment_gold import (
    Gold,
    Tally,
    crossings,
    documents,
    floor_of,
    halved,
    tally,
)
from toolkit.align import align_segments
from toolkit.languages import by_code


@pytest.mark.parametrize(
    ("group", "floor"),
    [("udhr", 0.985), ("sdg", 0.985), ("un_charter", 0.985), ("unesco_1970", 0.985)],
)
def test_official_texts_reach_the_goal(shared: Path, group: str, floor: float) -> None:
    assert tally(documents(shared, group)).f1 >= floor


def test_half_a_file_is_aligned_as_well_as_a_whole_one(shared: Path) -> None:
    small = [one for one in halved(shared) if len(one.source) + len(one.target) < 300]
    counts = tally(small)
    assert len(small) >= 12
    assert counts.f1 >= 0.985
    assert counts.null_recall >= 0.985


@pytest.fixture(scope="module")
def halves(shared: Path) -> dict[tuple[str, bool], Tally]:
    found = {(group, held): Tally() for group in ("unv1_dev", "unv1_hard_dev") for held in (0, 1)}
    for group in ("unv1_dev", "unv1_hard_dev"):
        for document in documents(shared, group):
            found[group, document.held_out].add(document)
    return {(group, bool(held)): counts for (group, held), counts in found.items()}


@pytest.mark.slow
@pytest.mark.parametrize("held_out", [False, True])
def test_each_half_of_the_corpus_reaches_the_goal(
    halves: dict[tuple[str, bool], Tally], held_out: bool
) -> None:
    easy, hard = halves["unv1_dev", held_out], halves["unv1_hard_dev", held_out]
    assert easy.f1 >= 0.99
    assert hard.f1 >= 0.97
    assert hard.null_recall >= 0.85
    assert abs(easy.f1 - halves["unv1_dev", not held_out].f1) < 0.01
    assert abs(hard.f1 - halves["unv1_hard_dev", not held_out].f1) < 0.01


@pytest.mark.slow
def test_what_is_said_to_be_sure_is_right(halves: dict[tuple[str, bool], Tally]) -> None:
    everything = Tally(beads=[bead for counts in halves.values() for bead in counts.beads])
    said, right = everything.sure(0.9)
    assert said > 6000
    assert right >= 0.98
    doubtful, worst = everything.sure(0.6, 0.9)[1], everything.sure(0.0, 0.6)[1]
    assert right > doubtful > worst


def test_the_floor_is_where_the_first_block_of_beads_is_wrong_too_often() -> None:
    good = [(0.95, True)] * 200 + [(0.9, True)] * 198 + [(0.9, False)] * 2
    assert floor_of([*good, *[(0.8, False)] * 20]) == 0.9
    assert floor_of([(1.0, False)] * 10) == 1.01


@pytest.mark.slow
def test_what_crosses_is_one_bead_and_the_rest_is_left_alone(shared: Path) -> None:
    made = list(crossings(shared))
    counts = tally(made)
    assert counts.f1 >= 0.97
    found = sum(_crossings_found(one) for one in made)
    assert found >= 0.85 * sum(len(pair[0]) > 1 for one in made for pair in one.pairs)


def _crossings_found(document: Gold) -> int:
    found = align_segments(document.source, document.target, by_code("en"), by_code("zh")).beads
    test = {(bead.source, bead.target) for bead in found}
    return sum(len(pair[0]) > 1 for pair in document.pairs & test)


def test_a_clause_that_moved_to_the_next_sentence_makes_one_bead_of_two_and_two() -> None:
    source = [
        "The Lantern Board met in Port Brell.",
        "The Treasurer said that oil prices had doubled, after the stores’ fire of 12 March 2019.",
        "The Chair asked every lamplighter to save wicks and glass.",
        "The meeting closed at noon.",
    ]
    target = [
        "灯笼委员会在布雷尔港举行会议。",
        "财务主任宣布油价翻了一番。",
        "2019年3月12日仓库火灾之后，主席要求每名点灯人节省灯芯和玻璃。",
        "会议于中午闭幕。",
    ]
    beads = align_segments(source, target, by_code("en"), by_code("zh")).beads
    assert [(b.source, b.target) for b in beads] == [
        ((0,), (0,)),
        ((1, 2), (1, 2)),
        ((3,), (3,)),
    ]
