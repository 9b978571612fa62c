"""The numbered items of a document: each with the blocks that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.model import Block, Document
from toolkit.references.labels import again_in
from toolkit.references.places import annex_of, belonging
from toolkit.references.series import scopes
from toolkit.renumber.operations import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item; ``blocks`` are the ids of all that belongs to it, its own block first.

    They are the document's blocks ``start:stop``.
    ``again`` is "bis" and its like. ``path`` is the block's; ``section`` what of it leads to the
    item, without its number.
    """

    block: Block
    number: int
    path: str
    section: str
    blocks: tuple[str, ...]
    start: int
    stop: int
    again: str = ""


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
            found.setdefault(scope, []).append(_item(document, at, block, block.number))
    return tuple(Series(scope, tuple(items)) for scope, items in found.items() if items)


def _item(document: Document, at: int, block: Block, number: int) -> Item:
    own: list[str] = [block.id]
    for one in belonging(document, at):
        if one.kind is block.kind:
            break  # the same number a second time begins an item of its own
        own.append(one.id)
    section = block.path.rpartition("/")[0]
    return Item(
        block=block,
        number=number,
        path=block.path,
        section=section,
        blocks=tuple(own),
        start=at,
        stop=at + len(own),
        again=again_in(block.label or ""),
    )


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
