"""The operations that undo a plan."""

from collections.abc import Mapping, Sequence

from toolkit.renumber.operations import Moving, Operations
from toolkit.renumber.plan import Plan
from toolkit.renumber.series import Item, Series


def inverse(plan: Plan, series: Sequence[Series]) -> Operations:
    """Return the operations that undo a plan of moves, additions and pins.

    Raises:
        ValueError: the plan drops or merges something, whose words are gone from where they were,
            or moves all that stood in a section out of it.
    """
    asked = plan.operations
    if asked.drop or asked.merge:
        raise ValueError("what was dropped or merged cannot be brought back by numbers")
    track = next((one for one in plan.tracks if not one.scope), None)
    if track is None:
        return Operations(kind=asked.kind)
    items = next(one.items for one in series if not one.scope)
    # Nothing goes, so that every slot has a number.
    counted = [(slot, number or 0) for slot, number in track.counted]
    now = {slot.source: number for slot, number in counted if slot.source is not None}
    moved = [slot.source for slot, _ in counted if slot.source is not None and slot.moved]
    return Operations(
        kind=asked.kind,
        move=tuple(_back(items, now, at, moved) for at in sorted(moved)),
        drop=tuple(number for slot, number in counted if slot.source is None),
        pin=tuple(number for at, number in now.items() if items[at].number in asked.pin),
    )


def _back(items: Sequence[Item], now: Mapping[int, int], at: int, moved: Sequence[int]) -> Moving:
    """Return the move that brings an item back; those before it are back already."""
    if at and items[at - 1].section == items[at].section:
        return Moving(now[at], now[at - 1])
    for other in range(at + 1, len(items)):
        if items[other].section != items[at].section:
            break
        if other not in moved:
            return Moving(now[at], now[other], ahead=True)
    raise ValueError("nothing is left in the section that an item was moved from")
