"""Footnotes and endnotes: their words, and the numbers Word gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.ooxml.body import Walk
from toolkit.ooxml.formats import show
from toolkit.ooxml.inline import Setting
from toolkit.ooxml.numbering import Labels, Numbering
from toolkit.ooxml.package import Package
from toolkit.ooxml.records import NoteRef, Paragraph
from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.xml import Element, child_number, child_val, local, w

_FURNITURE = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """The words of all notes by id, footnotes apart from endnotes.

    ``used`` holds the ids that the text refers to, each with whether it is an endnote.
    """

    footnotes: Mapping[str, str] = field(default_factory=dict)
    endnotes: Mapping[str, str] = field(default_factory=dict)
    used: frozenset[tuple[bool, str]] = frozenset()

    def loose(self) -> tuple[str, ...]:
        """Return the words of the notes that no reference in the text points to."""
        kinds = ((False, self.footnotes), (True, self.endnotes))
        pairs = ((kind, key, text) for kind, texts in kinds for key, text in texts.items())
        return tuple(text for kind, key, text in pairs if text and (kind, key) not in self.used)

    def of(self, reference: NoteRef) -> str:
        """Return the words of a note, "" when it is missing from the file."""
        texts = self.endnotes if reference.endnote else self.footnotes
        text = texts.get(reference.id, "")
        if reference.mark and text.startswith(reference.mark):
            text = text[len(reference.mark) :]
        return text.strip()


def read_notes(package: Package, styles: StyleSheet, root: Element, *, original: bool) -> NoteTexts:
    """Read both parts of notes; a part that is missing has none. ``root`` is the main part's."""
    references = root.iter(w("footnoteReference"), w("endnoteReference"))
    return NoteTexts(
        _texts(package, "footnote", styles, original=original),
        _texts(package, "endnote", styles, original=original),
        frozenset((local(one) == "endnoteReference", one.get(w("id"), "")) for one in references),
    )


def _texts(package: Package, kind: str, styles: StyleSheet, *, original: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in package.related(f"{kind}s"):
        root = package.root(part)
        walk = Walk(Setting(styles, package.relations(part), original), Labels(Numbering()))
        for note in () if root is None else root.iter(w(kind)):
            if note.get(w("type")) not in _FURNITURE:
                found.setdefault(note.get(w("id"), ""), _words(note, walk))
    return found


def _words(note: Element, walk: Walk) -> str:
    lines: list[str] = []
    for item in walk.items(note):
        paragraphs = (item,) if isinstance(item, Paragraph) else item.paragraphs()
        lines.extend(" ".join(one.text.split("\t")).strip() for one in paragraphs)
    return " ".join(line.replace("\n", " ") for line in lines if line)


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How one kind of note is numbered: the first number and the number format."""

    start: int = 1
    number_format: str = "decimal"


class NoteNumbers:
    """Gives notes their printed numbers, in the order in which their references are met."""

    def __init__(self, footnotes: NoteCount, endnotes: NoteCount) -> None:
        self._counts = {False: footnotes, True: endnotes}
        self._next = {False: footnotes.start, True: endnotes.start}

    def number(self, reference: NoteRef) -> str:
        """Return the number as printed; a sign that the author typed is not counted."""
        if reference.mark is not None:
            return reference.mark.strip()
        value = self._next[reference.endnote]
        self._next[reference.endnote] = value + 1
        return show(value, self._counts[reference.endnote].number_format)


def note_count(roots: tuple[Element | None, ...], kind: str, usual: str) -> NoteCount:
    """Return how notes of ``kind`` ("footnote") are numbered.

    The first section or settings root in ``roots`` that says so decides; ``usual`` is the number
    format where none does.
    """
    start, number_format = None, None
    for root in roots:
        for properties in () if root is None else root.iter(w(f"{kind}Pr")):
            start = start or child_number(properties, "numStart")
            number_format = number_format or child_val(properties, "numFmt")
    return NoteCount(start or 1, number_format or usual)
