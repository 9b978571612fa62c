"""What becomes of every item of a series: its new numbers, and the word for it."""

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.renumber.slots import Slot


class Fate(NamedTuple):
    """What became of an item.

    ``numbers`` are its new ones: none when it is dropped, several when it is split, that of the
    item it was merged into. ``relation`` is the word of the map.
    """

    numbers: tuple[int, ...]
    relation: str


def fates_of(slots: Sequence[Slot], numbers: Sequence[int | None]) -> tuple[Fate, ...]:
    """Return the fate of each item, by its index; ``numbers`` are those of the slots."""
    found: dict[int, Fate] = {}
    others: list[tuple[Slot, tuple[int, ...]]] = []
    for slot, number in zip(slots, numbers, strict=True):
        new: tuple[int, ...] = () if number is None else (number,)
        if slot.source is not None:
            found[slot.source] = Fate(new, _relation(slot))
        if slot.split or slot.taken:
            others.append((slot, new))
    for slot, new in others:
        for at in slot.taken:
            found[at] = Fate(new, "merged")
        if slot.split:
            found[slot.like] = Fate((*found[slot.like].numbers, *new), "split")
    return tuple(found[at] for at in range(len(found)))


def _relation(slot: Slot) -> str:
    if slot.dropped:
        return "dropped"
    if slot.taken:
        return "merged"
    return "moved" if slot.moved else "kept"
