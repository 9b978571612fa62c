"""Fixes as rules write them: words of a block put in the place of others."""

from collections.abc import Iterable

from toolkit.diagnostics import Fix
from toolkit.model import Block
from toolkit.model.edits import Reword, Spot


def put(block: Block, span: tuple[int, int], text: str, *, safe: bool = True) -> Fix:
    """Return the fix that puts ``text`` where ``span`` of the block's words is."""
    return puts(block, ((span, text),), safe=safe)


def puts(block: Block, changes: Iterable[tuple[tuple[int, int], str]], *, safe: bool = True) -> Fix:
    """Return the fix that makes several changes to the words of one block, all or none."""
    spot = Spot(block_id=block.id)
    edits = (Reword(spot=spot, start=at[0], end=at[1], text=text) for at, text in changes)
    return Fix(edits=tuple(edits), safe=safe)


def relabel(block: Block, span: tuple[int, int], text: str) -> Fix:
    """Return the safe fix that puts ``text`` where ``span`` of the block's label is."""
    spot = Spot(block_id=block.id, label=True)
    return Fix(edits=(Reword(spot=spot, start=span[0], end=span[1], text=text),), safe=True)
