"""Notes that say "ibid.": what they mean is told by the note before them alone."""

import re
from collections.abc import Iterable, Iterator

from toolkit.model import Block

_IBID = re.compile(r"\s*(?:ibid\b|idem\b|同上|同前)", re.IGNORECASE)

NoteSpot = tuple[str, int]
"""A note: the id of its block and its place among the notes there."""


def said_again(blocks: Iterable[Block]) -> Iterator[tuple[NoteSpot, NoteSpot | None]]:
    """Yield the notes that say "ibid.", each with the note before that says of what.

    None where no note stands before.
    """
    last: NoteSpot | None = None
    for block in blocks:
        for place, note in enumerate(block.notes):
            if _IBID.match(note.text):
                yield (block.id, place), last
            else:
                last = (block.id, place)
