"""Sentence alignment of plain lists: laws that always hold, and what it reaches on real texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.align import Alignment, align_segments
from toolkit.languages import by_code

EN, ZH = by_code("en"), by_code("zh")

ENGLISH = st.sampled_from(
    [
        "The Lantern Board met in 2019.",
        "It elected two lamplighters.",
        "Wicks should be trimmed daily.",
        "",
        "   ",
        "12.",
        "Oil, 1,193 barrels, arrived on 3 May 2018.",
    ]
)
CHINESE = st.sampled_from(
    [
        "灯笼委员会于2019年举行会议。",
        "它选举了两名点灯人。",
        "灯芯应每日修剪。",
        "",
        "　",
        "12.",
        "2018年5月3日运到1,193桶油。",
    ]
)


@given(st.lists(ENGLISH, max_size=12), st.lists(CHINESE, max_size=12))
def test_every_index_is_in_exactly_one_bead_ascending(source: list[str], target: list[str]) -> None:
    beads = align_segments(source, target, EN, ZH).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))


@given(st.lists(ENGLISH, max_size=12), st.lists(CHINESE, max_size=12))
def test_an_omitted_segment_is_a_bead_of_its_own(source: list[str], target: list[str]) -> None:
    for bead in align_segments(source, target, EN, ZH).beads:
        assert bead.source or bead.target
        if not bead.source or not bead.target:
            assert len(bead.source) + len(bead.target) == 1


@given(st.lists(ENGLISH, max_size=12), st.lists(CHINESE, max_size=12))
def test_texts_and_confidence_belong_to_the_indexes(source: list[str], target: list[str]) -> None:
    for bead in align_segments(source, target, EN, ZH).beads:
        assert bead.source_texts == tuple(source[i] for i in bead.source)
        assert bead.target_texts == tuple(target[j] for j in bead.target)
        assert 0 <= bead.confidence <= 1


def test_a_blank_line_pairs_with_nothing() -> None:
    source = ["The Lantern Board met in 2019.", "", "  ", "It elected two lamplighters.", ""]
    target = ["", "灯笼委员会于2019年举行会议。", "它选举了两名点灯人。"]
    beads = align_segments(source, target, EN, ZH).beads
    kinds = [(b.source, b.target) for b in beads]
    assert kinds == [
        ((), (0,)),
        ((0,), (1,)),
        ((1,), ()),
        ((2,), ()),
        ((3,), (2,)),
        ((4,), ()),
    ]


def test_a_blank_line_inside_a_group_belongs_to_it() -> None:
    source = ["The Board met in May 2019,", "", "and elected two lamplighters for the harbour."]
    target = ["委员会于2019年5月举行会议，并为港口选举了两名点灯人。"]
    (bead,) = align_segments(source, target, EN, ZH).beads
    assert (bead.source, bead.target) == ((0, 1, 2), (0,))


def test_both_directions_give_the_same_beads() -> None:
    source = ["Wicks should be trimmed daily.", "The Board met in 2019.", "It was dark."]
    target = ["灯芯应每日修剪。", "委员会于2019年举行会议。"]
    there = align_segments(source, target, EN, ZH).beads
    back = align_segments(target, source, ZH, EN).beads
    assert [(b.source, b.target) for b in there] == [(b.target, b.source) for b in back]


def test_an_omitted_sentence_is_not_swallowed_by_its_neighbour() -> None:
    source = [
        "The Board adopted the report on street lamps.",
        "The Treasurer objected to the price of whale oil.",
        "The meeting closed on 4 June 2018.",
    ]
    target = ["委员会通过了关于路灯的报告。", "会议于2018年6月4日闭幕。"]
    kinds = [(b.source, b.target) for b in align_segments(source, target, EN, ZH).beads]
    assert kinds == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_two_sentences_may_be_one_in_translation_with_their_anchors() -> None:
    source = ["The Board received 1,193 lamps.", "It returned 27 of them to the makers."]
    target = ["委员会收到1,193盏灯，并将其中27盏退还给制造商。"]
    (bead,) = align_segments(source, target, EN, ZH).beads
    assert bead.kind == "2-1"
    assert {"1193", "27"} <= set(bead.anchors)


def test_an_empty_side_leaves_only_omissions() -> None:
    assert [b.kind for b in align_segments(["a", "b"], [], EN, ZH).beads] == ["1-0", "1-0"]
    assert [b.kind for b in align_segments([], ["一"], EN, ZH).beads] == ["0-1"]
    assert align_segments([], [], EN, ZH) == Alignment(())
    assert align_segments([], [], EN, ZH).confidence == 0


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def test_a_wrong_pair_shows_in_the_confidence(shared: Path) -> None:
    data = shared / "data"
    english = _lines(data / "udhr" / "udhr.en.txt")
    right = align_segments(english, _lines(data / "udhr" / "udhr.zh.txt"), EN, ZH)
    other = _lines(data / "un_charter" / "charter_1_3.zh.txt")
    assert right.confidence > 0.9
    assert align_segments(english, other, EN, ZH).confidence < 0.5


@pytest.mark.slow
def test_ten_thousand_lines_with_a_hole_stay_bounded() -> None:
    source = [f"Lamp number {n} burned for {n * 7 % 9973} hours." for n in range(10_000)]
    target = [f"第{n}号灯燃烧了{n * 7 % 9973}小时。" for n in range(10_000) if not 4000 <= n < 6000]
    beads = align_segments(source, target, EN, ZH).beads
    omitted = [i for b in beads if not b.target for i in b.source]
    assert len(set(omitted) & set(range(4000, 6000))) > 1900
    assert sum(1 for b in beads if b.source and b.target and b.confidence > 0.5) > 7900
