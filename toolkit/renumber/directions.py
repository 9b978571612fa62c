"""Mentions of what is above or below: turned where blocks change their order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.languages import Direction, Language
from toolkit.model import Block
from toolkit.model.edits import Reword
from toolkit.references import Reference, direction_edit


class Orders(NamedTuple):
    """The places of blocks, by their ids, before and after."""

    before: Mapping[str, int]
    after: Mapping[str, int]


def orders_of(before: Sequence[Block], after: Sequence[Block]) -> Orders:
    """Return the places of blocks in two orders."""
    return Orders(*({block.id: at for at, block in enumerate(one)} for one in (before, after)))


def turned(one: Reference, orders: Orders, language: Language) -> Iterator[Reword]:
    """Yield the edit that turns the direction of a mention where it has to be."""
    if one.direction is None:
        return
    new = _side(one, orders.after)
    if new is None or new is one.direction or _side(one, orders.before) is not one.direction:
        return
    edit = direction_edit(one.found, one.text, language, new)
    if edit is not None:
        yield Reword(one.where, edit.span.start, edit.span.end, edit.text)


def _side(one: Reference, order: Mapping[str, int]) -> Direction | None:
    """Return on which side all targets stand; None on both, or where none is left."""
    here = order.get(one.block_id)
    targets = [target.block_id for target in one.targets if target.block_id is not None]
    places = [order[target] for target in targets if target in order]
    if here is None or not places:
        return None
    if max(places) < here:
        return Direction.ABOVE
    if min(places) > here:
        return Direction.BELOW
    return None
