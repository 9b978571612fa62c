"""Title-page notes: the notes marked by asterisks in the masthead, the first blocks of a paper."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from toolkit.model import Block, Document, Kind

MARK: Final = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")
"""An asterisk behind a word of the masthead."""


def title_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the notes that belong to the masthead, in order: those before all other blocks."""
    return tuple(takewhile(_is_one, blocks))


def printed_stars(document: Document) -> frozenset[str]:
    """Return the marks of title-page notes that the masthead prints."""
    head = document.masthead
    lines = (head.symbol, head.body, head.session, head.venue, head.agenda_item)
    shown = "\n".join(filter(None, (*lines, head.agenda_title, head.title, head.subtitle)))
    marks = {one.label or "" for one in title_notes(document.blocks)}
    return frozenset(marks.intersection(MARK.findall(shown)))


def _is_one(block: Block) -> bool:
    return block.kind is Kind.FOOTNOTE and bool(block.label) and not (block.label or "").strip("*")


def at_the_foot(
    blocks: Sequence[Block], remarked: Collection[str]
) -> tuple[dict[str, str], Sequence[Block]]:
    """Return what fills the places of the notes in a Word template, and the blocks of the text.

    The notes stand in the footer of the first page, where Word has no comments: notes with ids in
    ``remarked``, on which there is something to say, keep all of them in the text.
    """
    notes = title_notes(blocks)
    if not notes or any(one.id in remarked for one in notes):
        return {}, blocks
    lines = "\n".join(f"{one.label}\t{' '.join(one.text.split())}" for one in notes)
    return {"title_notes": lines, "title_rule": "\u00a0"}, blocks[len(notes) :]
