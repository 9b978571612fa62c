"""The new order of a series: what moves, comes, goes and is joined, before anything is counted."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toolkit.renumber.operations import Moving, Operations
from toolkit.renumber.series import Series


class Slot(NamedTuple):
    """A place in the new order.

    ``source`` is the index of an item in its series, None for a new one; ``taken`` are the
    indexes of items merged into it. What is ``dropped`` or ``merged_away`` holds its place so that
    others can stand behind it. ``like`` is the item that a new one looks like, ``split`` whether
    it is a second part of that. What moves or comes stands right behind the staying item before
    it, with ``ahead`` right before the staying item after it.
    """

    source: int | None = None
    taken: tuple[int, ...] = ()
    dropped: bool = False
    merged_away: bool = False
    like: int = 0
    split: bool = False
    moved: bool = False
    ahead: bool = False


def slots_of(series: Series, asked: Operations, place: Mapping[int, int]) -> list[Slot]:
    """Return the slots of a series in their new order.

    ``place`` gives the index of the item that each number in ``asked`` means.
    """
    slots = _in_old_order(series, asked, place)
    for one in asked.move:
        _move(series, slots, place, one)
    for number in asked.split:
        at = _at(slots, place[number])
        slots.insert(at + 1, Slot(like=place[number], split=True, ahead=slots[at].ahead))
    for number in asked.insert:
        at = 0 if number == 0 else _at(slots, place[number]) + 1
        while number and at < len(slots) and slots[at].source is None:
            at += 1
        ahead = number == 0 or slots[at - 1].ahead
        slots.insert(at, Slot(like=place.get(number, 0), ahead=ahead))
    return slots


def _in_old_order(series: Series, asked: Operations, place: Mapping[int, int]) -> list[Slot]:
    dropped = {place[number] for number in asked.drop}
    taken: dict[int, tuple[int, ...]] = {}
    for first, *others in asked.merge:
        into = place[first]
        taken[into] = (*taken.get(into, ()), *(place[number] for number in others))
    away = {at for own in taken.values() for at in own}
    return [
        Slot(at, taken.get(at, ()), at in dropped, at in away) for at in range(len(series.items))
    ]


def _move(series: Series, slots: list[Slot], place: Mapping[int, int], asked: Moving) -> None:
    """Move a slot; one that stands where it is to stand is left."""
    item = place[asked.item]
    if asked.anchor == 0:
        others = (slot.source for slot in slots if slot.source != item)
        anchor, ahead = next(others, None), True
    else:
        anchor, ahead = place[asked.anchor], asked.ahead
    if anchor is None or _stands(series, slots, item, anchor, ahead=ahead):
        return
    slot = slots.pop(_at(slots, item))
    at = _at(slots, anchor)
    beside = slots[at]
    ahead = beside.ahead if beside.moved else ahead
    to = at if asked.ahead or asked.anchor == 0 else at + 1
    slots.insert(to, slot._replace(moved=True, ahead=ahead))


def _stands(series: Series, slots: Sequence[Slot], item: int, anchor: int, *, ahead: bool) -> bool:
    """Return whether an item that has not moved stands beside its anchor already."""
    at, other = _at(slots, item), _at(slots, anchor)
    if slots[at].moved or slots[other].moved:
        return False
    one, two = series.items[item], series.items[anchor]
    if ahead:
        return other == at + 1 and one.stop == two.start
    return other == at - 1 and two.stop == one.start


def _at(slots: Sequence[Slot], source: int) -> int:
    return next(at for at, one in enumerate(slots) if one.source == source)
