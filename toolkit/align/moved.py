"""Passages that stand elsewhere in the other version.

The lattice cannot cross, so a chapter that was moved comes out of it as a stretch without a
counterpart on each side. Such stretches are compared with each other, and paired where they
correspond.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.align.bead import Bead
from toolkit.align.chain import rising

Again = Callable[[range, range], Sequence[Bead]]
"""Aligns two stretches of segments; its beads count from the beginnings of these."""

LEAST = 4  # segments of a stretch that is worth looking for
MOST_STRETCHES = 8  # on each side, the longest
MOST_TRIES = 16
MOST_ROUNDS = 3
MOST_CELLS = 4_000_000  # of all tries
UNLIKE = 3.0  # times as many segments: too many to be the same passage
ENOUGH = 0.6  # how much of the shorter stretch must be paired, weighed by how sure it is


@dataclass(frozen=True, slots=True)
class Move:
    """Beads, by position, that stand elsewhere in the translation: ``first`` to ``last``.

    ``after`` is the position of the bead whose target comes before theirs; None at the beginning.
    """

    first: int
    last: int
    after: int | None


def with_moved(beads: Sequence[Bead], again: Again) -> tuple[Bead, ...]:
    """Return the beads with moved passages paired; ``again`` is asked what they look like.

    What a chance pair has cut off from a passage is found once the rest of it is paired.
    """
    for _ in range(MOST_ROUNDS):
        found = _paired(beads, again)
        if len(found) == len(beads):
            break
        beads = found
    return tuple(beads)


def _paired(beads: Sequence[Bead], again: Again) -> Sequence[Bead]:
    """Return the beads with the longest passages paired that can be; the same if there are none."""
    left, right = (_longest(_stretches(beads, side)) for side in (0, 1))
    found: list[Bead] = []
    taken: tuple[list[range], list[range]] = ([], [])
    for ours, theirs in _tries(left, right):
        if ours in taken[0] or theirs in taken[1]:
            continue
        part = again(ours, theirs)
        if _corresponds(part, ours, theirs):
            found += [_shifted(bead, ours.start, theirs.start) for bead in part]
            taken[0].append(ours)
            taken[1].append(theirs)
    if not found:
        return beads
    gone = {i for part in taken[0] for i in part}, {j for part in taken[1] for j in part}
    kept = (b for b in beads if gone[0].isdisjoint(b.source) and gone[1].isdisjoint(b.target))
    return in_order([*kept, *found])


def in_order(beads: Iterable[Bead]) -> list[Bead]:
    """Return beads in source order, a 0-1 bead after the one with the target before it."""
    known = list(beads)
    ends = sorted((j, bead.source[0]) for bead in known if bead.source for j in bead.target)
    targets = [j for j, _ in ends]

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.source:
            return bead.source[0], 0, 0
        before = bisect_right(targets, bead.target[0])
        return (ends[before - 1][1] if before else -1), 1, bead.target[0]

    return sorted(known, key=place)


def moves(beads: Sequence[Bead]) -> tuple[Move, ...]:
    """Return the passages out of order, each as long as it is in order within itself.

    Of two passages that changed places the shorter one has moved.
    """
    paired = [at for at, bead in enumerate(beads) if bead.source and bead.target]
    starts = [(beads[at].source[0], beads[at].target[0]) for at in paired]
    still = set(rising(sorted(starts)))
    away = [at for at, start in zip(paired, starts, strict=True) if start not in still]
    if not away:
        return ()
    by_target = sorted(paired, key=lambda at: beads[at].target[0])
    order = {at: place for place, at in enumerate(by_target)}
    return tuple(
        Move(run[0], run[-1], by_target[order[run[0]] - 1] if order[run[0]] else None)
        for run in _runs(away, order)
    )


def _runs(away: Sequence[int], order: dict[int, int]) -> Iterator[list[int]]:
    """Yield stretches of positions whose targets follow each other."""
    run = [away[0]]
    for before, at in pairwise(away):
        if order[at] == order[before] + 1:
            run.append(at)
        else:
            yield run
            run = [at]
    yield run


def _stretches(beads: Sequence[Bead], side: int) -> Iterator[range]:
    """Yield the stretches of segments of a side that have no counterpart."""
    alone = sorted(
        (bead.source, bead.target)[side][0]
        for bead in beads
        if (bead.source, bead.target)[side] and not (bead.target, bead.source)[side]
    )
    start = 0
    for k, index in enumerate(alone):
        if k + 1 == len(alone) or alone[k + 1] != index + 1:
            yield range(alone[start], index + 1)
            start = k + 1


def _longest(stretches: Iterable[range]) -> list[range]:
    known = sorted((one for one in stretches if len(one) >= LEAST), key=len, reverse=True)
    return known[:MOST_STRETCHES]


def _tries(left: Sequence[range], right: Sequence[range]) -> Iterator[tuple[range, range]]:
    """Yield what may correspond, the most alike in length first, within bounds."""
    pairs = [(a, b) for a in left for b in right if _unlikeness(a, b) <= UNLIKE]
    pairs.sort(key=lambda pair: (_unlikeness(*pair), -len(pair[0])))
    cells = 0
    for ours, theirs in pairs[:MOST_TRIES]:
        cells += len(ours) * len(theirs)
        if cells <= MOST_CELLS:
            yield ours, theirs


def _unlikeness(ours: range, theirs: range) -> float:
    return max(len(ours), len(theirs)) / min(len(ours), len(theirs))


def _corresponds(part: Sequence[Bead], ours: range, theirs: range) -> bool:
    paired = [bead for bead in part if bead.source and bead.target]
    sure = sum(bead.confidence * min(len(bead.source), len(bead.target)) for bead in paired)
    return len(paired) >= LEAST and sure >= ENOUGH * min(len(ours), len(theirs))


def _shifted(bead: Bead, i: int, j: int) -> Bead:
    source, target = tuple(k + i for k in bead.source), tuple(k + j for k in bead.target)
    return replace(bead, source=source, target=target)
