"""What moves, comes and goes: from the slots of a plan to edits, and to the new order of blocks."""

from collections.abc import Callable, Iterator, Sequence

from toolkit.model import Block
from toolkit.model.edits import Add, Drop, Edit, Move, Unlabel
from toolkit.renumber.plan import Track
from toolkit.renumber.series import Item, Series
from toolkit.renumber.slots import Slot

_Label = Callable[[Item, int], str]


def structural(series: Series, track: Track, gap: str, relabelled: _Label) -> Iterator[Edit]:
    """Yield the edits of the slots that do more than change a number.

    What moves or comes stands behind the nearest item before it that stays where it is. ``gap``
    are the words of a new item until somebody writes them.
    """
    anchor: Item | None = None
    for at, (slot, number) in enumerate(track.counted):
        if slot.source is not None and number is not None and not slot.moved:
            anchor = series.items[slot.source]
            if slot.taken:
                yield from _merged(series, slot, anchor.blocks[-1], None)
            continue
        after, before = _beside(series, track, anchor, at)
        if slot.source is None:
            like = series.items[slot.like]
            label = relabelled(like, number or 0)
            yield Add(like=like.block.id, label=label, text=gap, after=after, before=before)
            continue
        item = series.items[slot.source]
        if slot.moved:
            yield Move(blocks=item.blocks, after=after, before=before)
            yield from _merged(series, slot, after, before)
        elif not slot.merged_away:
            yield Drop(blocks=item.blocks)
            anchor = item


def _beside(
    series: Series, track: Track, anchor: Item | None, at: int
) -> tuple[str | None, str | None]:
    """Return the block behind which, or else before which, something is to stand."""
    if anchor is not None and not track.slots[at].ahead:
        return anchor.blocks[-1], None
    following = (
        slot.source for slot in track.slots[at:] if slot.source is not None and not slot.moved
    )
    first = next(following, None)
    if first is None:
        return (series.items[-1] if anchor is None else anchor).blocks[-1], None
    return None, series.items[first].block.id


def _merged(series: Series, slot: Slot, after: str | None, before: str | None) -> Iterator[Edit]:
    """Yield the edits that put the words of merged items under the first; one may have none."""
    stop = -1 if slot.moved else series.items[slot.source or 0].stop
    for source in slot.taken:
        item = series.items[source]
        block, blocks = item.block, item.blocks
        if block.text or block.rows or block.notes:
            yield Unlabel(block.id)
        else:
            yield Drop(blocks=blocks[:1])
            blocks = blocks[1:]
        if item.start == stop:
            after, stop = item.blocks[-1], item.stop
        elif blocks:
            yield Move(blocks=blocks, after=after, before=before)


def new_order(blocks: Sequence[Block], edits: Sequence[Edit]) -> list[Block]:
    """Return the blocks as they stand after edits; those that go and come are left out."""
    own = {block.id: block for block in blocks}
    ahead: dict[str | None, list[Block]] = {}
    behind: dict[str | None, list[Block]] = {}
    gone: set[str] = set()
    for edit in edits:
        if isinstance(edit, Drop | Move):
            gone.update(edit.blocks)
        if isinstance(edit, Move):
            beside = behind if edit.after is not None else ahead
            anchor = edit.before if edit.after is None else edit.after
            beside.setdefault(anchor, []).extend(own[one] for one in edit.blocks)
    found: list[Block] = []
    for block in blocks:
        found += ahead.get(block.id, ())
        if block.id not in gone:
            found.append(block)
        found += behind.get(block.id, ())
    return found
