"""Beads put together anew round the groups that a reviewer made."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from toolkit.align.bead import Bead
from toolkit.align.moved import in_order

Indexes = tuple[int, ...]
Fill = Callable[[Indexes, Indexes], Iterable[Bead]]
Owners = tuple[dict[int, int], dict[int, int]]  # by side: of which group an index is


@dataclass(frozen=True, slots=True)
class Group:
    """Segments that belong together because a reviewer said so; one side may be empty."""

    source: Indexes
    target: Indexes


def rebuild(
    beads: Sequence[Bead], groups: Sequence[Group], make: Callable[[Group], Bead], fill: Fill
) -> tuple[Bead, ...]:
    """Return beads among which every group is one, made by ``make`` unless it was there.

    Beads that no group cuts into stay as they are, in their order. What groups leave of the
    others is given to ``fill``, one gap between groups at a time, which returns beads for it.
    Groups share no segment; every segment of ``beads`` stays in exactly one.
    """
    there = {(bead.source, bead.target) for bead in beads}
    fresh = [group for group in groups if (group.source, group.target) not in there]
    homes = _owners(beads)
    owners = _owners(fresh)
    cut = sorted({homes[side][i] for side in (0, 1) for i in owners[side]})
    made: dict[int, list[Bead]] = {}
    for group in fresh:
        home = homes[0][group.source[0]] if group.source else homes[1][group.target[0]]
        made.setdefault(home, []).append(make(group))
    result: list[Bead] = []
    done = 0
    for first, last in _runs(cut):
        result += beads[done:first]
        part = beads[first : last + 1]
        fixed = chain.from_iterable(made.get(at, ()) for at in range(first, last + 1))
        result += in_order([*fixed, *_gaps(part, owners, fill)])
        done = last + 1
    return (*result, *beads[done:])


def _owners(parts: Iterable[Bead | Group]) -> Owners:
    source: dict[int, int] = {}
    target: dict[int, int] = {}
    for number, part in enumerate(parts):
        source.update(dict.fromkeys(part.source, number))
        target.update(dict.fromkeys(part.target, number))
    return source, target


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of every run of consecutive numbers."""
    start = 0
    for k, number in enumerate(numbers):
        if k + 1 == len(numbers) or numbers[k + 1] != number + 1:
            yield numbers[start], number
            start = k + 1


def _gaps(part: Sequence[Bead], owners: Owners, fill: Fill) -> Iterator[Bead]:
    """Yield the beads for what groups leave of a run of beads."""
    source = sorted(i for bead in part for i in bead.source)
    target = sorted(j for bead in part for j in bead.target)
    fences = _fences(source, target, owners)
    slots = _slots(source, owners[0], fences[0]), _slots(target, owners[1], fences[1])
    for slot in sorted(slots[0].keys() | slots[1].keys()):
        yield from fill(tuple(slots[0].get(slot, ())), tuple(slots[1].get(slot, ())))


def _fences(
    source: Sequence[int], target: Sequence[int], owners: Owners
) -> tuple[list[int], list[int]]:
    """Return where the groups with both sides in a run begin; nothing where groups cross."""
    first = _firsts(source, owners[0]), _firsts(target, owners[1])
    both = sorted((first[0][group], first[1][group]) for group in first[0].keys() & first[1].keys())
    ends = [j for _, j in both]
    return ([i for i, _ in both], ends) if ends == sorted(ends) else ([], [])


def _firsts(indexes: Sequence[int], owner: Mapping[int, int]) -> dict[int, int]:
    return {owner[i]: i for i in reversed(indexes) if i in owner}


def _slots(
    indexes: Sequence[int], owner: Mapping[int, int], fences: Sequence[int]
) -> dict[int, list[int]]:
    """Return the indexes that no group has, by the number of fences before them."""
    slots: dict[int, list[int]] = {}
    for i in indexes:
        if i not in owner:
            slots.setdefault(bisect_left(fences, i), []).append(i)
    return slots
