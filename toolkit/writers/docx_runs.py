"""One text with its marks, notes and remarks, as the runs of a paragraph."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from toolkit.model import Mark, MarkKind, Note
from toolkit.ooxml.build import run, tag, val
from toolkit.ooxml.xml import Element, r
from toolkit.writers.docx_pointers import Pointer

# Colours of what is said about words, for those who read without comments.
TONES: Mapping[str, str] = MappingProxyType(
    {
        "template": "EDEDED",
        "context": "D9EAD3",
        "exact": "D9EAD3",
        "substituted": "CFE2F3",
        "fuzzy": "FFF2CC",
        "untranslated": "F4CCCC",
        "finding": "FCE5CD",
    }
)
_OTHER_TONE = "FFF2CC"
_Spanned = TypeVar("_Spanned", Mark, "Comment", "Shade", Pointer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A Word comment on ``text[start:end]``, by its number in ``comments.xml``."""

    start: int
    end: int
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A colour behind ``text[start:end]``."""

    start: int
    end: int
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inked:
    """A text and everything that is anchored in it, by code points.

    ``plain`` takes the bold of the paragraph's style away.
    """

    text: str
    marks: Sequence[Mark] = ()
    notes: Sequence[Note] = ()
    comments: Sequence[Comment] = ()
    shades: Sequence[Shade] = ()
    pointers: Sequence[Pointer] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Ink:
    """How runs are made in one document.

    ``note`` and ``link`` register a note or an address and return its run or relationship id;
    ``east_asian`` asks Word to set ambiguous signs (quotation marks, dashes) full width. ``point``
    gives the runs of a number that points to a block; None where numbers are plain text.
    """

    note: Callable[[Note], Element]
    link: Callable[[str], str]
    link_style: str
    comment_style: str
    east_asian: bool
    point: Callable[..., list[Element]] | None

    def runs(self, inked: Inked) -> Iterator[Element]:
        """Yield the elements for a text, in order."""
        cuts = _cuts(inked)
        for here, following in zip(cuts, [*cuts[1:], None], strict=True):
            yield from self._anchors(inked, here)
            if following is not None:
                yield from self._piece(inked, here, following)

    def _anchors(self, inked: Inked, here: int) -> Iterator[Element]:
        """Yield what stands between two letters: ends, then notes, then beginnings."""
        for comment in inked.comments:
            if comment.end == here and comment.start < here:
                yield from self._comment_end(comment)
        for note in inked.notes:
            if min(note.at, len(inked.text)) == here:
                yield self.note(note)
        for comment in inked.comments:
            if comment.start == here:
                yield tag("commentRangeStart", id=comment.id)
                if comment.end <= here:
                    yield from self._comment_end(comment)

    def _comment_end(self, comment: Comment) -> Iterator[Element]:
        yield tag("commentRangeEnd", id=comment.id)
        style = val("rStyle", self.comment_style) if self.comment_style else None
        yield tag("r", tag("rPr", style), tag("commentReference", id=comment.id))

    def _piece(self, inked: Inked, start: int, end: int) -> Iterator[Element]:
        marks = [one for one in inked.marks if one.start <= start and end <= one.end]
        kinds = {one.kind for one in marks}
        link = next((one.target for one in marks if one.kind is MarkKind.LINK), "")
        shade = next((one for one in inked.shades if one.start <= start and end <= one.end), None)
        text = inked.text[start:end]
        # A number that points elsewhere looks as if it were one with the words around it.
        hinted = self.east_asian and not (inked.text if inked.pointers else text).isascii()
        properties = self._properties(kinds, shade, hinted=hinted, plain=inked.plain)
        pointer = next(
            (one for one in inked.pointers if (one.start, one.end) == (start, end)), None
        )
        if link:
            hyperlink = tag("hyperlink", run(text, *properties))
            hyperlink.set(r("id"), self.link(link))
            yield hyperlink
        elif pointer is not None and self.point is not None:
            yield from self.point(pointer, text, *properties)
        else:
            yield run(text, *properties)

    def _properties(
        self, kinds: set[MarkKind], shade: Shade | None, *, hinted: bool, plain: bool
    ) -> list[Element]:
        found: list[Element] = []
        if MarkKind.LINK in kinds and self.link_style:
            found.append(val("rStyle", self.link_style))
        if hinted:
            found.append(tag("rFonts", hint="eastAsia"))
        for kind, name in ((MarkKind.BOLD, "b"), (MarkKind.ITALIC, "i")):
            if kind in kinds:
                found += [tag(name), tag(f"{name}Cs")]
            elif plain and kind is MarkKind.BOLD:
                found += not_bold()
        if shade is not None:
            found.append(tag("shd", val="clear", color="auto", fill=shade.fill))
        return found


def not_bold() -> list[Element]:
    """Return the properties of words that are not bold in a paragraph that is."""
    return [val("b", 0), val("bCs", 0)]


def shade_of(tone: str) -> str:
    """Return the colour for a tone, in hexadecimal."""
    return TONES.get(tone, _OTHER_TONE)


def part(inked: Inked, start: int, end: int) -> Inked:
    """Return a stretch of a text with what is anchored in it; what reaches beyond is cut."""

    def inside(one: _Spanned) -> _Spanned:
        first, last = max(one.start, start) - start, min(one.end, end) - start
        return replace(one, start=first, end=last)

    def meets(one: Mark | Comment | Shade | Pointer) -> bool:
        return one.start < end and one.end > start

    return Inked(
        text=inked.text[start:end],
        marks=[inside(one) for one in inked.marks if meets(one)],
        notes=[replace(one, at=one.at - start) for one in inked.notes if start <= one.at <= end],
        comments=[
            inside(one) for one in inked.comments if start <= one.start < max(end, start + 1)
        ],
        shades=[inside(one) for one in inked.shades if meets(one)],
        pointers=[inside(one) for one in inked.pointers if start <= one.start and one.end <= end],
        plain=inked.plain,
    )


def _cuts(inked: Inked) -> list[int]:
    """Return every offset where something begins or ends; both ends of the text are among them."""
    length = len(inked.text)
    places = {0, length, *(one.at for one in inked.notes)}
    for spans in (inked.marks, inked.comments, inked.shades, inked.pointers):
        for one in spans:
            places |= {one.start, one.end}
    return sorted({min(max(place, 0), length) for place in places})
