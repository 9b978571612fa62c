"""Footnotes: where items move or go, so do their notes, and those that Word counts change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model import Block, Document
from toolkit.references.ibid import NoteSpot, said_again


@dataclass(frozen=True, slots=True)
class Misled:
    """A note ``words`` that says "ibid.", behind the note ``now`` where it was behind ``was``.

    ``now`` and ``was`` are "" where no note stands before it.
    """

    block: Block
    words: str
    was: str
    now: str


def note_numbers(document: Document, order: Sequence[Block]) -> dict[NoteSpot, tuple[int, ...]]:
    """Return the number of each counted note in the new ``order``, empty for one that goes.

    There are none in text files, where notes have names of their own, which stay.
    """
    if document.origin.format != "docx":
        return {}
    before = _counted(document.blocks)
    new = dict(zip(_counted(order), before.values(), strict=False))
    return {spot: (new[spot],) if spot in new else () for spot in before}


def _counted(blocks: Sequence[Block]) -> dict[NoteSpot, int]:
    """Return the notes that Word counts, in their order, with their numbers."""
    return {
        (block.id, place): int(note.number)
        for block in blocks
        if block.notes
        for place, note in enumerate(block.notes)
        if note.number.isdecimal()
    }


def misled(document: Document, order: Sequence[Block]) -> Iterator[Misled]:
    """Yield the notes that say "ibid." and stand behind another note in the new ``order``."""
    blocks = {block.id: block for block in document.blocks if block.notes}
    before = dict(said_again(blocks.values()))
    for spot, now in said_again(block for block in order if block.notes):
        was = before[spot]
        if was != now:
            words = (_words(blocks, one) for one in (spot, was, now))
            yield Misled(blocks[spot[0]], *words)


def _words(blocks: Mapping[str, Block], spot: NoteSpot | None) -> str:
    return "" if spot is None else blocks[spot[0]].notes[spot[1]].text
