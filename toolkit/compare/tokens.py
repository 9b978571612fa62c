"""Texts as the units that are compared: words, or single Han, with how they are set, and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from toolkit.languages import by_code
from toolkit.model import Block, Document, Mark, MarkKind, Note

_SPACED = regex.compile(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")
_HAN = regex.compile(r"\p{Han}|[^\W\p{Han}]+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A unit; ``note_key`` is that of a note, by which two are the same, else empty."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""
    note_key: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it says nothing by itself: white space or a sign."""
        return not self.note_key and not any(sign.isalnum() for sign in self.text)


@dataclass(frozen=True, slots=True)
class Counting:
    """The notes of a document that Word can count itself: by number and words.

    All others have their sign typed; where Word begins is ``first``.
    """

    first: int
    counted: frozenset[tuple[str, str]]

    def key(self, note: Note) -> tuple[str, ...]:
        """Return what two notes share when they are the same, whatever number Word gives them."""
        typed = (note.number, note.text) not in self.counted
        return (note.number, note.text) if typed else ("", note.text)


def counting(document: Document, first: int | None = None) -> Counting:
    """Return how the notes of a document count; ``first`` None: from its own first number."""
    numbered = [note for block in document.blocks for note in block.notes]
    begin = next((int(one.number) for one in numbered if one.number.isdecimal()), 1)
    expected = begin = begin if first is None else first
    counted: set[tuple[str, str]] = set()
    for note in numbered:
        if note.number == str(expected):
            counted.add((note.number, note.text))
            expected += 1
    return Counting(begin, frozenset(counted))


def tokens(
    block: Block, text: str, language: str, count: Counting
) -> tuple[list[Token], list[Note | None]]:
    """Return the units of a block's text, and beside each the note that it is."""
    pattern = _SPACED if by_code(language).spaced else _HAN
    units: list[Token] = []
    notes: list[Note | None] = []
    cuts = _cuts(block, len(text))
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        for note in block.notes:
            if min(note.at, len(text)) == start:
                units.append(Token(note_key=count.key(note)))
                notes.append(note)
        if end is None:
            break
        looks = _looks(block.marks, start)
        for word in pattern.findall(text[start:end]):
            units.append(Token(text=word, **looks))
            notes.append(None)
    return units, notes


def _cuts(block: Block, length: int) -> list[int]:
    places = {0, length, *(note.at for note in block.notes)}
    for mark in block.marks:
        places |= {mark.start, mark.end}
    return sorted({min(max(place, 0), length) for place in places})


def _looks(marks: Sequence[Mark], at: int) -> dict[str, Any]:
    here = list(_here(marks, at))
    kinds = {mark.kind for mark in here}
    link = next((mark.target for mark in here if mark.kind is MarkKind.LINK), "")
    return {"bold": MarkKind.BOLD in kinds, "italic": MarkKind.ITALIC in kinds, "link": link}


def _here(marks: Sequence[Mark], at: int) -> Iterator[Mark]:
    return (mark for mark in marks if mark.start <= at < mark.end)
