"""What moves, comes and goes: from the slots of a plan to edits, and to the new order of blocks."""

from collections.abc import Callable, Iterator, Sequence

from toolkit.model import Document
from toolkit.model.edits import Add, Drop, Edit, Move, Unlabel
from toolkit.renumber.plan import Slot, Track
from toolkit.renumber.series import Item, Series

_Label = Callable[[Item, int], str]


def structural(series: Series, track: Track, gap: str, relabelled: _Label) -> Iterator[Edit]:
    """Yield the edits of the slots that do more than change a number.

    What moves or comes stands behind the nearest item before it that stays where it is. ``gap``
    are the words of a new item until somebody writes them.
    """
    anchor: Item | None = None
    for at, slot in enumerate(track.slots):
        if slot.source is not None and slot.number is not None and not slot.moved:
            anchor = series.items[slot.source]
            if slot.taken:
                yield from _merged(series, slot, anchor.blocks[-1], None)
            continue
        after, before = _beside(series, track, anchor, at)
        if slot.source is None:
            like = series.items[slot.like]
            label = relabelled(like, slot.number or 0)
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
    """Yield the edits that put the words of merged items under the first."""
    stop = -1 if slot.moved else series.items[slot.source or 0].stop
    for source in slot.taken:
        item = series.items[source]
        yield Unlabel(item.block.id)
        if item.start == stop:
            after, stop = item.blocks[-1], item.stop
        else:
            yield Move(blocks=item.blocks, after=after, before=before)


def new_order(
    document: Document, series: Sequence[Series], tracks: Sequence[Track]
) -> Iterator[str]:
    """Yield the ids of the blocks in their new order; those that go and come are left out."""
    behind: dict[str, list[str]] = {}
    ahead: dict[str, list[str]] = {}
    gone: set[str] = set()
    for one, track in zip(series, tracks, strict=True):
        for edit in structural(one, track, "", lambda item, _: item.block.label or ""):
            if isinstance(edit, Drop | Move):
                gone.update(edit.blocks)
            if isinstance(edit, Move) and edit.after is not None:
                behind.setdefault(edit.after, []).extend(edit.blocks)
            elif isinstance(edit, Move) and edit.before is not None:
                ahead.setdefault(edit.before, []).extend(edit.blocks)
    for block in document.blocks:
        yield from ahead.get(block.id, ())
        if block.id not in gone:
            yield block.id
        yield from behind.get(block.id, ())
