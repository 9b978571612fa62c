"""Passages that stand elsewhere in the other version, and pairs in bad company."""

import pytest

from toolkit.align import align_segments
from toolkit.align.bead import Bead
from toolkit.align.moved import in_order, moves, with_moved
from toolkit.align.trust import NEAR, trusted
from toolkit.languages import by_code

EN, ZH = by_code("en"), by_code("zh")
ENGLISH = [
    "The Lantern Board met in the harbour hall on 3 May 2019.",
    "It elected a chief lamplighter and two assistants.",
    "Wicks should be trimmed before dusk.",
    "The price of oil had risen by 12 per cent in every district.",
    "Visitors from 14 towns praised the new glass.",
    "The museum keeps 250 lamps of copper.",
    "Fog had closed the harbour for nine days in winter.",
    "The Board thanked the fishermen for their boats.",
    "A school for lamplighters would open in 2021.",
    "The next meeting would be held on the island.",
]
CHINESE = [
    "灯笼委员会于2019年5月3日在港口大厅开会。",
    "委员会选出一名首席点灯人和两名助手。",
    "灯芯应在黄昏前修剪。",
    "各区的油价上涨了12%。",
    "来自14个城镇的参观者赞扬了新玻璃。",
    "博物馆收藏有250盏铜灯。",
    "冬天的雾使港口关闭了九天。",
    "委员会感谢渔民提供船只。",
    "点灯人学校将于2021年开办。",
    "下次会议将在岛上举行。",
]


def bead(source: tuple[int, ...], target: tuple[int, ...], sure: float = 0.95) -> Bead:
    return Bead(
        source=source,
        target=target,
        source_texts=tuple(f"lamp {i}" for i in source),
        target_texts=tuple(f"灯{j}" for j in target),
        confidence=sure,
    )


@pytest.mark.parametrize("at", [0, 5])
def test_a_moved_passage_is_paired_where_it_stands(at: int) -> None:
    order = [*range(5, 10), *range(5)] if at == 5 else [*range(4, 10), *range(4)]
    found = align_segments(ENGLISH, [CHINESE[k] for k in order], EN, ZH).beads
    pairs = {(bead.source, bead.target) for bead in found}
    assert pairs == {((k,), (place,)) for place, k in enumerate(order)}
    (move,) = moves(found)
    assert len({bead.source for bead in found[move.first : move.last + 1]}) == min(at or 4, 5)


def test_nothing_is_moved_between_texts_that_have_nothing_in_common() -> None:
    lamps = [bead((i,), ()) for i in range(6)] + [bead((), (j,)) for j in range(6)]
    asked: list[tuple[range, range]] = []

    def again(ours: range, theirs: range) -> list[Bead]:
        asked.append((ours, theirs))
        return [bead((i,), (i,), 0.3) for i in range(6)]

    assert with_moved(lamps, again) == tuple(lamps)
    assert asked == [(range(6), range(6))]


def test_what_moved_keeps_every_segment_once() -> None:
    beads = [bead((i,), ()) for i in range(5)] + [bead((i,), (i - 5,)) for i in range(5, 9)]
    beads += [bead((), (j,)) for j in range(4, 9)]

    def again(ours: range, theirs: range) -> list[Bead]:
        return [bead((0, 1), (0,)), *(bead((i,), (i - 1,)) for i in range(2, 5)), bead((), (4,))]

    found = with_moved(beads, again)
    assert sorted(i for one in found for i in one.source) == list(range(9))
    assert sorted(j for one in found for j in one.target) == list(range(9))
    assert found[0].target == (4,)
    assert list(found) == in_order(found)


def test_no_more_is_tried_than_bounded() -> None:
    beads = []
    for block in range(40):
        beads += [bead((block * 5 + k,), ()) for k in range(4)]
        beads.append(bead((block * 5 + 4,), (block * 5,)))
        beads += [bead((), (block * 5 + 1 + k,)) for k in range(4)]
    asked = []
    with_moved(beads, lambda ours, theirs: asked.append((ours, theirs)) or [])  # type: ignore[func-returns-value]
    assert len(asked) == 16


def test_the_shorter_of_two_passages_has_moved() -> None:
    order = [0, 1, 6, 7, 2, 3, 4, 5, 8]
    beads = in_order(bead((i,), (j,)) for j, i in enumerate(order))
    (move,) = moves(beads)
    assert [beads[at].source for at in range(move.first, move.last + 1)] == [(6,), (7,)]
    assert move.after is not None
    assert beads[move.after].source == (1,)
    assert moves([bead((i,), (i,)) for i in range(5)]) == ()


def test_a_pair_among_what_does_not_correspond_is_believed_less() -> None:
    lonely = [bead((2 * i,), ()) if i % 2 else bead((2 * i,), (2 * i,)) for i in range(30)]
    mixed = []
    for one in lonely:
        mixed += [one, bead((), (one.source[0] + 1,)), bead((one.source[0] + 1,), ())]
    assert max(one.confidence for one in trusted(mixed) if one.source and one.target) < 0.5
    sound = [bead((i,), (i,)) for i in range(30)]
    assert trusted(sound) == tuple(sound)


def test_a_side_that_was_cut_leaves_the_other_pairs_as_sure_as_they_were() -> None:
    beads = [bead((i,), (i,)) for i in range(20)] + [bead((i,), ()) for i in range(20, 90)]
    assert trusted(beads) == tuple(beads)
    short = [bead((i,), (i,)) for i in range(3)] + [bead((i,), ()) for i in range(3, 3 + NEAR)]
    assert all(one.confidence < 0.5 for one in trusted(short) if one.target)


def test_a_pair_whose_figures_differ_is_doubtful() -> None:
    beads = [bead((i,), (i,), 1.0) for i in range(30)]
    found = trusted(beads, {7})
    assert [one.confidence < 0.9 for one in found] == [i == 7 for i in range(30)]


def test_the_part_of_a_moved_passage_that_a_chance_pair_cut_off_is_found_too() -> None:
    partner = {k: k if k < 4 else k + 1 for k in range(10)}
    beads = [bead((i,), ()) for i in range(10)]
    beads += [bead((), (j,)) for j in (0, 1, 2, 3)] + [bead((10,), (4,), 0.2)]
    beads += [bead((), (j,)) for j in range(5, 11)]

    def again(ours: range, theirs: range) -> list[Bead]:
        pairs = [(i, partner[i]) for i in ours if partner[i] in theirs]
        paired = [bead((i - ours.start,), (j - theirs.start,)) for i, j in pairs]
        alone = [bead((i - ours.start,), ()) for i in ours if partner[i] not in theirs]
        return [*paired, *alone]

    found = with_moved(beads, again)
    assert {(b.source, b.target) for b in found} == {
        *(((i,), (j,)) for i, j in partner.items()),
        ((10,), (4,)),
    }
