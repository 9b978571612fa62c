"""Word comments hung on words, and remarks taken off: comments and background colours."""

from collections.abc import Iterable, Sequence

from toolkit.ooxml.build import run, tag, val
from toolkit.ooxml.changes import AddComment
from toolkit.ooxml.cutting import cut_at
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.tracing import Piece
from toolkit.ooxml.xml import Element, as_number, drop, drop_from_run, w

_RANGES = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Comments:
    """The comments of one document, to add to."""

    def __init__(self, editing: Editing, styles: StyleSheet, date: str) -> None:
        self._root = editing.part("comments", tag("comments"))
        self._date = date
        self._text = _style_id(styles, "annotation text")
        self._reference = _style_id(styles, "annotation reference")
        ids = [as_number(one.get(w("id"))) for one in self._root]
        self._next = max((one + 1 for one in ids if one is not None), default=0)

    def add(self, comment: AddComment) -> int:
        """Write a comment into its part and return its number."""
        number, self._next = self._next, self._next + 1
        paragraphs = [
            tag("p", tag("pPr", val("pStyle", self._text)) if self._text else None, run(line))
            for line in comment.text.split("\n")
        ]
        initials = "".join(word[0] for word in comment.author.split()) or None
        self._root.append(
            tag(
                "comment",
                *paragraphs,
                id=number,
                author=comment.author,
                date=self._date,
                initials=initials,
            )
        )
        return number

    def end(self, number: int) -> list[Element]:
        """Return what stands in the text where a comment ends."""
        style = tag("rPr", val("rStyle", self._reference)) if self._reference else None
        reference = tag("r", style, tag("commentReference", id=number))
        return [tag("commentRangeEnd", id=number), reference]


def _style_id(styles: StyleSheet, name: str) -> str | None:
    found = (one.id for one in styles.styles.values() if one.name.lower() == name)
    return next(found, None)


def hang(
    pieces: Sequence[Piece], homes: Sequence[Element], at: int, marks: Sequence[Element]
) -> None:
    """Put elements at an offset of a paragraph's text, between its runs."""
    before = [one for one in pieces if one.start < at <= one.end]
    if not before:
        home = homes[0]
        place = 1 if home.find(w("pPr")) is not None else 0
        for one in reversed(marks):
            home.insert(place, one)
        return
    left = cut_at(before[-1], at)
    for one in reversed(marks):
        left.addnext(one)


def remove_comments(editing: Editing, roots: Iterable[Element], author: str | None) -> None:
    """Remove the comments of an author, all where it is None, and what hangs them on words."""
    gone: set[str] = set()
    for name in editing.related("comments"):
        part = editing.root(name)
        for one in list(part):
            if author is None or one.get(w("author")) == author:
                gone.add(one.get(w("id"), ""))
                part.remove(one)
    for root in roots if gone else ():
        for mark in list(root.iter(*map(w, _RANGES))):
            if mark.get(w("id")) in gone:
                drop_from_run(mark)


def remove_shading(roots: Iterable[Element], fills: frozenset[str]) -> None:
    """Remove the background of words whose colour is one of ``fills``, in any case."""
    wanted = {one.upper() for one in fills}
    for root in roots:
        for shade in list(root.iter(w("shd"))):
            parent = shade.getparent()
            if parent is None or parent.tag != w("rPr"):
                continue
            if (shade.get(w("fill")) or "").upper() in wanted:
                parent.remove(shade)
                if len(parent) == 0:
                    drop(parent)
