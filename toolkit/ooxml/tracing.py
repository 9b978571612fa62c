"""The walk of the reader once more, remembering from which element each character came.

Texts are by construction those that ``body.py`` and ``inline.py`` give, so that an offset in what
was read is an offset here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.ooxml.body import Said, Tally, Walk, said
from toolkit.ooxml.inline import Inline, Line, Setting
from toolkit.ooxml.looks import RunLook
from toolkit.ooxml.numbering import Labels
from toolkit.ooxml.records import Item, Paragraph, Table
from toolkit.ooxml.xml import Element, local, w

_WORDS = frozenset({w("t"), w("delText")})
_P = w("p")
_R = w("r")
_NOTHING = "\u00ad"  # the reader leaves soft hyphens out


class Piece(NamedTuple):
    """``length`` characters of a paragraph's text from ``start`` on, made by one element.

    The element is a ``w:t`` or ``w:delText``, or a sign such as ``w:tab`` of one character.
    """

    start: int
    length: int
    element: Element

    @property
    def end(self) -> int:
        """Where the piece ends in the paragraph's text."""
        return self.start + self.length

    def raw(self, at: int) -> int:
        """Return the offset in the element's own text of the paragraph's offset ``at``.

        Soft hyphens, which no reader shows, stay with the character before them.
        """
        return self.raw_in(self.element.text or "", at)

    def raw_in(self, text: str, at: int) -> int:
        """As ``raw``, where the element's own text is at hand."""
        if _NOTHING not in text:
            return at - self.start
        left = at - self.start
        for place, sign in enumerate(text):
            if left == 0:
                return place
            left -= sign != _NOTHING
        return len(text)


class Traced(NamedTuple):
    """A paragraph as read, and the ``w:p`` it stands in.

    There are several where a tracked change took the marks between them away. ``pieces`` is what
    the text is made of as the file was opened, None where a field reaches into the paragraph.
    """

    record: Paragraph
    elements: tuple[Element, ...]
    pieces: tuple[Piece, ...] | None = None

    @property
    def last(self) -> Element:
        """The ``w:p`` whose mark ends the paragraph."""
        return self.elements[-1]


class _PiecesInline(Inline):
    """Reads a paragraph and notes which element said what."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.found: list[Piece] = []

    def inside_field(self) -> bool:
        """Return whether a field is open."""
        return bool(self._fields)

    def _say(self, source: Element, text: str, run: RunLook, link: str) -> None:
        line = self._line
        before = line.length
        Inline._say(self, source, text, run, link)
        if line.length > before:
            self.found.append(Piece(before, line.length - before, source))


class Tracer:
    """Reads single paragraphs of a part anew, with what each is made of."""

    def __init__(self, setting: Setting) -> None:
        self._inline = _PiecesInline(setting)

    def pieces(self, elements: Sequence[Element]) -> tuple[str, tuple[Piece, ...]]:
        """Return the text of a paragraph and what it is made of.

        A field that began in a paragraph before is not known of, so that the text may differ from
        what a walk over the whole found; the caller compares.
        """
        line = Line()
        self._inline.begin()
        self._inline.found = []
        for one in elements:
            self._inline.walk(one, line, said(one).style)
        return line.text, tuple(self._inline.found)


class _TracingWalk(Walk):
    def __init__(self, setting: Setting, labels: Labels) -> None:
        super().__init__(setting, labels)
        self._inline: _PiecesInline = _PiecesInline(setting)
        self.traced: list[Traced] = []
        self._open: list[Element] = []
        self._reached = False  # a field was open where the paragraph begins

    def _hear(self, element: Element, line: Line, own: Said) -> None:
        self._open.append(element)
        super()._hear(element, line, own)

    def _paragraph(self, own: Said, line: Line, *, boxed: bool) -> Paragraph:
        record = super()._paragraph(own, line, boxed=boxed)
        pieces = None if self._reached else tuple(self._inline.found)
        self.traced.append(Traced(record, tuple(self._open), pieces))
        self._open.clear()
        self._inline.found = []
        self._reached = self._inline.inside_field()
        return record


@dataclass(frozen=True, slots=True)
class Trace:
    """A container as read: its items, and its paragraphs traced, in the order of reading.

    ``tables`` holds for each traced paragraph the number of the table it stands in, from 0 among
    the tables of the container, None outside.
    """

    items: tuple[Item, ...]
    paragraphs: tuple[Traced, ...]
    tables: tuple[int | None, ...]
    tally: Tally


def trace(container: Element, setting: Setting, labels: Labels) -> Trace:
    """Walk a body, a note or a text box and return what is in it."""
    walk = _TracingWalk(setting, labels)
    items: list[Item] = []
    tables: list[int | None] = []
    table = -1
    for item in walk.items(container):
        items.append(item)
        inside = isinstance(item, Table)
        table += inside
        new = len(walk.traced) - len(tables)
        tables += [table if inside else None] * new
    return Trace(tuple(items), tuple(walk.traced), tuple(tables), walk.tally)


def run_of(element: Element) -> Element | None:
    """Return the ``w:r`` that holds a sign or words."""
    parent = element.getparent()
    while parent is not None and parent.tag != _R:
        parent = parent.getparent()
    return parent


def is_words(element: Element) -> bool:
    """Return whether an element holds text, and is no sign of one character."""
    return element.tag in _WORDS


def ancestors(element: Element, names: frozenset[str]) -> Iterator[Element]:
    """Yield the ancestors with one of the local ``names``, the nearest first, inside ``w:p``."""
    parent = element.getparent()
    while parent is not None and parent.tag != _P:
        if local(parent) in names:
            yield parent
        parent = parent.getparent()
