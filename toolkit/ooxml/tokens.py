"""A paragraph as a line of tokens: words, things among them, and what holds words together.

Made for setting a paragraph's words anew (``resetting.py``): every element of the paragraph that
says or does something is in a token, so that nothing can be lost on the way.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.ooxml.tracing import Piece
from toolkit.ooxml.xml import Element, elements, first_child, local, mc, w

_HOLDERS = frozenset({"hyperlink", "sdt", "fldSimple", "dir", "bdo"})
_THROUGH = frozenset({"smartTag", "customXml", "ins", "moveTo", "sdtContent"})
_DROPPED = frozenset({"proofErr", "lastRenderedPageBreak", "del", "moveFrom"})
_OPENING = frozenset({"bookmarkStart", "commentRangeStart", "permStart"})
_CLOSING = frozenset({"bookmarkEnd", "commentRangeEnd", "permEnd"})
_PROPERTIES = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_MAX_DEPTH = 60


class Sort(StrEnum):
    """What a token is."""

    WORDS = "words"
    SOLID = "solid"  # words in a form that cannot be set anew, such as a formula
    NOTE = "note"  # the mark of a footnote or an endnote
    THING = "thing"  # a picture, a page break, half a field
    OPENING = "opening"  # the beginning of a bookmark or of a comment's words
    CLOSING = "closing"


@dataclass(slots=True, eq=False)
class Holder:
    """What holds words together: a link, a field, a content control.

    ``shell`` is its element, None for a field of several runs, which ``before`` and ``behind`` it
    are. ``broken``: its ends do not match, and stand as things of their own.
    """

    id: str
    type: str
    shell: Element | None = None
    before: list["Part"] = field(default_factory=list)
    behind: list["Part"] = field(default_factory=list)
    code: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An element to be kept: a child of a run with that run's properties, or of the paragraph."""

    element: Element
    properties: Element | None = None
    in_run: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """``start:end`` of a paragraph's text, empty where the token has no words."""

    start: int
    end: int
    sort: Sort
    parts: tuple[Part, ...]
    within: tuple[Holder, ...] = ()
    number: int = 0

    @property
    def holders(self) -> tuple[Holder, ...]:
        """What holds it, the outermost first."""
        return tuple(one for one in self.within if not one.broken)

    @property
    def properties(self) -> Element | None:
        """The properties of its run."""
        return self.parts[0].properties if self.parts else None


def tokens(paragraph: Element, pieces: Sequence[Piece]) -> tuple[Token, ...]:
    """Return the tokens of a ``w:p`` in order; ``pieces`` are its text."""
    walk = _Walk({one.element: one for one in pieces})
    walk.children(paragraph, 0)
    return walk.finish()


@dataclass(slots=True)
class _Open:
    """A complex field whose end has not come."""

    holder: Holder
    since: int  # tokens before it
    holders: tuple[Holder, ...]
    depth: int = 0  # of fields inside its code
    in_result: bool = False


class _Walk:
    def __init__(self, pieces: dict[Element, Piece]) -> None:
        self._pieces = pieces
        self._found: list[Token] = []
        self._active: list[Holder] = []
        self._open: list[_Open] = []
        self._at = 0
        self._count = 0

    def finish(self) -> tuple[Token, ...]:
        for one in reversed(self._open):
            self._dissolve(one)
        return tuple(self._found)

    # -- the paragraph ---------------------------------------------------------------------
    def children(self, parent: Element, depth: int) -> None:
        for child in elements(parent):
            name = local(child)
            if name in _PROPERTIES or name in _DROPPED:
                continue
            if name == "r":
                self._run(child)
            elif name in _HOLDERS and depth < _MAX_DEPTH:
                self._held(child, name, depth)
            elif name in _THROUGH:
                self.children(child, depth + 1)
            elif child.tag == mc("AlternateContent") and self._says(child):
                self._alternative(child, depth)
            else:
                self._other(Part(child, in_run=False), name)

    def _alternative(self, element: Element, depth: int) -> None:
        for form in elements(element):
            if self._says(form):
                self.children(form, depth + 1)

    def _held(self, element: Element, name: str, depth: int) -> None:
        kind = {"hyperlink": "link", "fldSimple": "field", "sdt": "control"}.get(name, "direction")
        holder = Holder(f"h{self._next()}", kind, shell=element)
        holder.code = element.get(w("instr"), "").strip()
        self._active.append(holder)
        self.children(element, depth + 1)
        while self._active and self._active[-1] is not holder:
            self._break_off(self._active[-1])
        if self._active:
            self._active.pop()

    def _break_off(self, inner: Holder) -> None:
        """Take out a field that begins inside something and ends outside it."""
        for one in [one for one in self._open if one.holder is inner]:
            self._open.remove(one)
            self._dissolve(one)

    # -- runs ------------------------------------------------------------------------------
    def _run(self, run: Element) -> None:
        properties = first_child(run, w("rPr"))
        for child in elements(run):
            name = local(child)
            if name == "rPr" or name in _DROPPED:
                continue
            part = Part(child, properties)
            if name == "fldChar":
                self._sign(part, child.get(w("fldCharType"), ""))
            elif self._open and not self._open[-1].in_result:
                self._open[-1].holder.before.append(part)
                self._open[-1].holder.code += (child.text or "") if name == "instrText" else ""
            else:
                self._other(part, name)

    def _other(self, part: Part, name: str) -> None:
        piece = self._pieces.get(part.element)
        if piece is not None:
            self._add(Sort.WORDS, (part,), piece.end)
        elif self._says(part.element):
            self._add(Sort.SOLID, (part,), self._end_of(part.element))
        elif name in _OPENING:
            self._add(Sort.OPENING, (part,))
        elif name in _CLOSING or name == "commentReference":
            self._add(Sort.CLOSING, (part,))
        elif name in _NOTES:
            self._add(Sort.NOTE, (part,))
        elif name not in ("t", "instrText") or part.element.text:
            self._add(Sort.THING, (part,))

    def _says(self, element: Element) -> bool:
        return any(one in self._pieces for one in element.iter())

    def _end_of(self, element: Element) -> int:
        return max(self._pieces[one].end for one in element.iter() if one in self._pieces)

    def _add(self, sort: Sort, parts: Iterable[Part], end: int | None = None) -> None:
        stop = self._at if end is None else end
        token = Token(self._at, stop, sort, tuple(parts), tuple(self._active), self._next())
        self._found.append(token)
        self._at = stop

    def _next(self) -> int:
        self._count += 1
        return self._count

    # -- fields ----------------------------------------------------------------------------
    def _sign(self, part: Part, kind: str) -> None:
        inside = self._open[-1] if self._open and not self._open[-1].in_result else None
        if inside is not None and (kind == "begin" or inside.depth):
            inside.depth += {"begin": 1, "end": -1}.get(kind, 0)
            inside.holder.before.append(part)
        elif kind == "begin":
            holder = Holder(f"h{self._next()}", "field", before=[part])
            self._open.append(_Open(holder, len(self._found), tuple(self._active)))
        elif kind == "separate" and inside is not None:
            inside.holder.before.append(part)
            inside.in_result = True
            self._active.append(inside.holder)
        elif kind == "end" and self._open:
            self._end(part)
        else:
            self._add(Sort.THING, (part,))

    def _end(self, part: Part) -> None:
        one = self._open.pop()
        holder = one.holder
        holder.behind.append(part)
        if not one.in_result:
            self._add(Sort.THING, (*holder.before, *holder.behind))
            return
        if not self._active or self._active[-1] is not holder:
            self._dissolve(one)
            return
        self._active.pop()
        if holder.code.split()[:1] == ["HYPERLINK"]:
            holder.type = "link"
        if len(self._found) == one.since:
            self._add(Sort.THING, (*holder.before, *holder.behind))

    def _dissolve(self, one: _Open) -> None:
        """Let the ends of a field that does not end in its place stand as things."""
        holder = one.holder
        holder.broken = True
        if holder in self._active:
            self._active.remove(holder)
        at = self._found[one.since].start if one.since < len(self._found) else self._at
        start = Token(at, at, Sort.THING, tuple(holder.before), one.holders, self._next())
        self._found.insert(one.since, start)
        for other in self._open:
            other.since += other.since > one.since
        if holder.behind:
            self._add(Sort.THING, holder.behind)


def within(found: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    """Yield the tokens that have words in ``start:end`` or stand in it, its ends included."""
    for place in range(bisect_left(found, start, key=lambda one: one.end), len(found)):
        if found[place].start > end:
            return
        yield found[place]
