"""A Word file open for changes: its elements, and its paragraphs as the reader gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.errors import InputError
from toolkit.ooxml.body import Tally
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.inline import Setting
from toolkit.ooxml.numbering import Labels, Numbering, parse_numbering
from toolkit.ooxml.package import Package, open_package
from toolkit.ooxml.records import Item
from toolkit.ooxml.styles import StyleSheet, parse_styles
from toolkit.ooxml.tracing import Piece, Trace, Traced, Tracer, trace
from toolkit.ooxml.xml import Element, parsed, w

NOTE_KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph as it can be changed.

    ``text`` is that of the reader before it is cut at its ends. ``label`` is Word's own number,
    None in no list. ``ordinal`` is the number in the reader's "paragraph 14". ``table`` counts
    the tables of the main text from 0, None outside. ``note`` is the note it stands in: whether
    that is an endnote, and its id. ``refers`` are the notes it refers to, in their order.
    """

    index: int
    text: str
    label: str | None = None
    ordinal: int = 0
    table: int | None = None
    note: tuple[bool, str] | None = None
    refers: tuple[tuple[bool, str], ...] = ()
    boxed: bool = False


class Place(NamedTuple):
    """A traced paragraph with what is needed to read it again."""

    traced: Traced
    tracer: Tracer
    table: int | None = None
    note: tuple[bool, str] | None = None


@dataclass(slots=True)
class Opened:
    """The file; ``places`` are its paragraphs in the order of ``Words.index``."""

    path: str
    package: Package
    editing: Editing
    styles: StyleSheet
    numbering: Numbering
    main: Element
    items: tuple[Item, ...] = ()
    tally: Tally = field(default_factory=Tally)
    places: list[Place] = field(default_factory=list)
    note_roots: list[Element] = field(default_factory=list)
    _asked: set[int] = field(default_factory=set)  # paragraphs that may have changed since

    def words(self) -> Iterator[Words]:
        """Yield the paragraphs as plain values."""
        for index, one in enumerate(self.places):
            record = one.traced.record
            yield Words(
                index=index,
                text=record.text,
                label=record.label,
                ordinal=record.ordinal,
                table=one.table,
                note=one.note,
                refers=tuple([(ref.endnote, ref.id) for ref in record.notes]),
                boxed=record.boxed,
            )

    def part(self, kind: str) -> Element | None:
        """Return the root of the part of a kind ("styles"), None without one."""
        names = (*self.package.related(kind), f"word/{kind}.xml")
        found = (self.editing.root(name) for name in names if self.editing.has(name))
        return next(found, None)

    def pieces(self, index: int) -> tuple[Piece, ...]:
        """Return what a paragraph's text is made of now.

        Raises:
            InputError: it stands in a field that began before it.
        """
        place = self.places[index]
        if place.traced.pieces is not None and index not in self._asked:
            self._asked.add(index)
            return place.traced.pieces
        text, pieces = place.tracer.pieces(place.traced.elements)
        if text != place.traced.record.text:
            raise InputError(
                f"{self.path}: the paragraph “{place.traced.record.text[:60]}” stands inside a "
                "field of Word that began before it and cannot be changed; change the field in "
                "Word."
            )
        return pieces


def open_word(data: bytes, path: str) -> Opened:
    """Open the bytes of a Word file; ``path`` is only for messages.

    Raises:
        InputError: it is no Word file, or so damaged that writing it back would lose something.
    """
    package = open_package(data, path)
    root, whole = parsed(package.parts[package.main])
    body = None if root is None else root.find(w("body"))
    if root is None or body is None or not whole or package.lost:
        raise InputError(
            f"{path}: this Word file is damaged, so that changing it would lose something; "
            "open it in Word, save it anew, and try again."
        )
    editing = Editing(package.parts, package.names, package.main)
    editing.adopt(package.main, root)
    styles = parse_styles(package.root_of("styles"))
    numbering = parse_numbering(package.root_of("numbering"), styles)
    opened = Opened(path, package, editing, styles, numbering, root)
    setting = Setting(styles, package.relations(package.main))
    read = trace(body, setting, Labels(numbering))
    opened.items, opened.tally = read.items, read.tally
    opened.places.extend(_placed(read, Tracer(setting)))
    for kind in NOTE_KINDS:
        for part in package.related(f"{kind}s"):
            _read_notes(opened, part, kind)
    return opened


def _placed(read: Trace, tracer: Tracer) -> Iterator[Place]:
    for one, table in zip(read.paragraphs, read.tables, strict=True):
        yield Place(one, tracer, table)


def _read_notes(opened: Opened, part: str, kind: str) -> None:
    setting = Setting(opened.styles, opened.package.relations(part))
    tracer = Tracer(setting)
    root = opened.editing.root(part)
    opened.note_roots.append(root)
    for note in root.iter(w(kind)):
        if note.get(w("type")) is not None:
            continue
        key = (kind == "endnote", note.get(w("id"), ""))
        for one in trace(note, setting, Labels(Numbering())).paragraphs:
            opened.places.append(Place(one, tracer, None, key))
