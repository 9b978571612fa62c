"""The numbered items of a document: each with the blocks that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model import Block, Document, Kind
from toolkit.references.labels import again_in
from toolkit.references.places import annex_of
from toolkit.references.series import scopes
from toolkit.renumber.operations import Counted


class Item(NamedTuple):
    """One item: the document's blocks ``start:stop``, the first of which carries its number.

    ``again`` is "bis" and its like.
    """

    block: Block
    number: int
    again: str
    start: int
    stop: int
    parts: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of all that belongs to it, its own block first."""
        return tuple(one.id for one in self.parts)

    @property
    def path(self) -> str:
        """The path of its block."""
        return self.block.path

    @property
    def section(self) -> str:
        """What of its path leads to it, without its number."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Series:
    """Items that count together; ``scope`` is as ``references.series.scopes`` says."""

    scope: str
    items: tuple[Item, ...]


def series_of(document: Document, kind: Counted, *, through: bool = False) -> tuple[Series, ...]:
    """Return the series of a kind, that of the report first, then in their order.

    ``through`` takes what begins anew in one report or annex as one series.
    """
    found: dict[str, list[Item]] = {"": []}
    wanted = kind.kind
    names = None if through else scopes(document.blocks, wanted)
    for at, block in enumerate(document.blocks):
        if block.kind is wanted and block.number is not None:
            scope = annex_of(block) if names is None else names[at][0]
            found.setdefault(scope, []).append(_item(document.blocks, at, block, block.number))
    return tuple(Series(scope, tuple(items)) for scope, items in found.items() if items)


def _item(blocks: Sequence[Block], at: int, block: Block, number: int) -> Item:
    stop = at + 1
    while stop < len(blocks) and _is_part(blocks[stop], block):
        stop += 1
    while blocks[stop - 1].kind is Kind.FOOTNOTE:  # foot of a page, or end of the file
        stop -= 1
    return Item(block, number, again_in(block.label or ""), at, stop, tuple(blocks[at:stop]))


def _is_part(one: Block, block: Block) -> bool:
    """Return whether a block behind an item is part of it; the same number again begins another."""
    if one.kind is block.kind:
        return False
    return one.path == block.path or one.path.startswith(f"{block.path}/")


def first_difference(
    one: Sequence[Series], other: Sequence[Series]
) -> tuple[Item | None, Item | None] | None:
    """Return the first items that do not correspond; None for either where it has no more.

    Items correspond by number, section and annex. None when all do.
    """
    ours = [item for series in one for item in series.items]
    theirs = [item for series in other for item in series.items]
    for at in range(max(len(ours), len(theirs))):
        mine = ours[at] if at < len(ours) else None
        yours = theirs[at] if at < len(theirs) else None
        if mine is None or yours is None or mine.path != yours.path:
            return mine, yours
    return None
