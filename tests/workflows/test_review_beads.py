"""Beads round a reviewer's groups: every segment stays in exactly one."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from toolkit.align.bead import Bead
from toolkit.workflows.review.beads import Group, in_order, rebuild

Indexes = tuple[int, ...]


def bead(source: Indexes, target: Indexes, sure: float = 0.5) -> Bead:
    return Bead(
        source=source,
        target=target,
        source_texts=tuple(f"s{i}" for i in source),
        target_texts=tuple(f"t{j}" for j in target),
        confidence=sure,
    )


def make(group: Group) -> Bead:
    return bead(group.source, group.target, 1.0)


def fill(source: Indexes, target: Indexes) -> Iterator[Bead]:
    """Pair what can be paired, one to one, and leave the rest alone."""
    for k in range(max(len(source), len(target))):
        yield bead(source[k : k + 1], target[k : k + 1], 0.3)


def shape(beads: tuple[Bead, ...]) -> list[tuple[Indexes, Indexes]]:
    return [(one.source, one.target) for one in beads]


ONE_TO_ONE = [bead((i,), (i,)) for i in range(6)]


def test_a_group_that_is_there_changes_nothing() -> None:
    assert rebuild(ONE_TO_ONE, [Group((2,), (2,))], make, fill) == tuple(ONE_TO_ONE)


def test_what_a_group_leaves_is_aligned_between_the_groups() -> None:
    beads = [bead((0, 1), (0,)), bead((2,), (1, 2)), bead((3,), (3,))]
    found = rebuild(beads, [Group((1, 2), (1,))], make, fill)
    assert shape(found) == [((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((3,), (3,))]
    assert [one.confidence for one in found] == [0.3, 1.0, 0.3, 0.5]


def test_groups_that_cross_stand_in_source_order() -> None:
    found = rebuild(ONE_TO_ONE, [Group((1,), (3,)), Group((3,), (1,))], make, fill)
    assert shape(found) == [
        ((0,), (0,)), ((1,), (3,)), ((2,), (2,)), ((3,), (1,)), ((4,), (4,)), ((5,), (5,)),
    ]  # fmt: skip


def test_an_omission_stands_after_the_target_before_it() -> None:
    beads = [bead((), (0,)), bead((0,), (1,)), bead((), (2,)), bead((1,), ())]
    assert shape(tuple(in_order(reversed(beads)))) == [
        ((), (0,)), ((0,), (1,)), ((), (2,)), ((1,), ()),
    ]  # fmt: skip


@st.composite
def regroupings(draw: st.DrawFn) -> tuple[list[Bead], list[Group], int, int]:
    """Return beads over both sides in order, and disjoint groups of any shape."""
    beads: list[Bead] = []
    n = m = 0
    for left, right in draw(
        st.lists(st.sampled_from([(1, 1), (2, 1), (1, 2), (1, 0), (0, 1), (2, 2)]), max_size=12)
    ):
        beads.append(bead(tuple(range(n, n + left)), tuple(range(m, m + right))))
        n, m = n + left, m + right
    owner = st.integers(-4, 5)  # below 0: in no group
    source = draw(st.lists(owner, min_size=n, max_size=n))
    target = draw(st.lists(owner, min_size=m, max_size=m))
    groups = [
        Group(
            tuple(i for i, one in enumerate(source) if one == number),
            tuple(j for j, one in enumerate(target) if one == number),
        )
        for number in range(6)
    ]
    return beads, [group for group in groups if group.source or group.target], n, m


@given(regroupings())
def test_any_regrouping_keeps_every_segment_exactly_once(
    case: tuple[list[Bead], list[Group], int, int],
) -> None:
    beads, groups, n, m = case
    found = rebuild(beads, groups, make, fill)
    assert sorted(i for one in found for i in one.source) == list(range(n))
    assert sorted(j for one in found for j in one.target) == list(range(m))
    assert {(g.source, g.target) for g in groups} <= set(shape(found))
    touched = {("s", i) for g in groups for i in g.source} | {
        ("t", j) for g in groups for j in g.target
    }
    for one in beads:
        if not touched & ({("s", i) for i in one.source} | {("t", j) for j in one.target}):
            assert one in found
