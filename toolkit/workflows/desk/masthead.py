"""The masthead of a file in another language: what is written by rule, and what is translated.

Symbol, distribution, date and the original's language stay as they are in every version; "United
Nations", the letter of the job number and the line that names the language are written (catalogue
of document conventions, "Masthead"); names, session, venue and agenda item are translated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.inline import Segment
from toolkit.languages import Language
from toolkit.model import Document
from toolkit.ooxml.translating import Line, LineBefore, NewWords
from toolkit.structure.cells import JOB_NUMBER, Cell, Field, cells

_NAMES = frozenset({Field.NAME, Field.SESSION, Field.VENUE, Field.AGENDA, Field.NOTE})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line; ``text`` is what is written in its place, None: it is translated."""

    start: int
    end: int
    text: str | None = None


class HeadLines:
    """Knows what becomes of the lines of one document's masthead."""

    def __init__(self, document: Document, source: Language, target: Language) -> None:
        """Take the document as read, and the two languages."""
        self._head = document.masthead
        self._source = source
        self._target = target

    def parts(self, text: str) -> Iterator[Part]:
        """Yield what changes in a paragraph; a name on several printed lines is one part."""
        name: Part | None = None
        for cell, start, end in self._cells(text):
            if cell.field is Field.NAME and name and text[name.end : start] == "\n":
                name = Part(name.start, end)
                continue
            if name:
                yield name
            name = Part(start, end) if cell.field in _NAMES else None
            if name is None:
                yield from self._written(cell, text, start, end)
        if name:
            yield name

    def _cells(self, text: str) -> Iterator[tuple[Cell, int, int]]:
        """Yield the cells of a paragraph with where they stand in it."""
        at = 0
        for printed in text.split("\n"):
            for cell in cells(printed, self._source):
                start = text.find(cell.text, at) if cell.text else -1
                if start >= 0:
                    at = start + len(cell.text)
                    yield cell, start, at

    def _written(self, cell: Cell, text: str, start: int, end: int) -> Iterator[Part]:
        if cell.field is Field.UNITED_NATIONS:
            yield Part(start, end, self._target.masthead.united_nations[0])
        elif cell.field is Field.JOB:
            found = JOB_NUMBER.fullmatch(text[start:end])
            if found is not None:
                at = start + found.start("letter")
                yield Part(at, at + 1, self._target.name[0])
        elif cell.field is Field.LANGUAGE:
            yield Part(start, end, self._own_language())
        elif cell.field is Field.FURNITURE:
            yield Part(start, end)

    def _own_language(self) -> str:
        """Return what the target says of its language: "" where it is the original's."""
        original = self._head.original or self._source.name
        return "" if original.casefold() == self._target.name.casefold() else self._target.name

    def language_lines(self, lines: Sequence[Line]) -> Iterator[NewWords | LineBefore]:
        """Yield the line that names the language, before each that names the original's."""
        own = self._own_language()
        if not own or self._head.language is not None:
            return
        for line in lines:
            if not self._names_original(line):
                continue
            index = line.words.index
            above = lines[index - 1] if index else None
            if above is not None and above.part == line.part and not above.words.text.strip():
                yield NewWords(above.words.index, 0, len(above.words.text), Segment(own))
            else:
                yield LineBefore(index, own)

    def _names_original(self, line: Line) -> bool:
        found = (cells(one, self._source) for one in line.words.text.split("\n"))
        return any(cell.field is Field.ORIGINAL for row in found for cell in row)
