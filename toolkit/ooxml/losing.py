"""Bookmarks that a set of changes takes away, and the paragraphs with fields that show them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.ooxml.changes import Change, DeleteParagraph, StopNumber
from toolkit.ooxml.opened import Opened
from toolkit.ooxml.runs import Edit
from toolkit.ooxml.tracing import Piece
from toolkit.ooxml.xml import Element, w


def lost_bookmarks(
    opened: Opened, changes: Sequence[Change], edits: Mapping[int, Sequence[Edit]]
) -> frozenset[str]:
    """Return the bookmarks whose paragraph goes, or loses the number that fields show."""
    gone = [one.paragraph for one in changes if isinstance(one, DeleteParagraph)]
    elements = [one for index in gone for one in opened.places[index].traced.elements]
    lost = set(_inside(elements))
    for one in changes:
        if isinstance(one, StopNumber):
            lost.update(_names(opened.places[one.paragraph].traced.elements))
    for index, own in edits.items():
        empty = [one for one in own if not one.text]
        homes = opened.places[index].traced.elements if empty else ()
        if next(_names(homes), None) is not None:
            lost.update(_emptied(homes, opened.pieces(index), empty))
    return frozenset(lost - {""})


def pointing(opened: Opened, lost: frozenset[str]) -> Iterator[int]:
    """Yield the paragraphs that hold a field whose code names a bookmark of ``lost``."""
    if not lost:
        return
    places = {
        home: index for index, one in enumerate(opened.places) for home in one.traced.elements
    }
    for root in (opened.main, *opened.note_roots):
        for sign in root.iter(w("instrText"), w("fldSimple")):
            code = sign.text if sign.tag == w("instrText") else sign.get(w("instr"))
            home = next(sign.iterancestors(w("p")), None)
            if home in places and not lost.isdisjoint((code or "").split()):
                yield places[home]


def _names(homes: Iterable[Element]) -> Iterator[str]:
    return (one.get(w("name"), "") for home in homes for one in home.iter(w("bookmarkStart")))


def _inside(homes: Sequence[Element]) -> Iterator[str]:
    ends = {one.get(w("id")) for home in homes for one in home.iter(w("bookmarkEnd"))}
    for home in homes:
        for one in home.iter(w("bookmarkStart")):
            if one.get(w("id")) in ends:
                yield one.get(w("name"), "")


def _emptied(
    homes: Sequence[Element], pieces: Sequence[Piece], edits: Sequence[Edit]
) -> Iterator[str]:
    """Yield the bookmarks around words that are all taken out."""
    place = {piece.element: piece for piece in pieces}
    marked: dict[str, tuple[str, list[Piece]]] = {}
    for home in homes:
        for one in home.iter(
            w("bookmarkStart"), w("bookmarkEnd"), *{p.element.tag for p in pieces}
        ):
            if one.tag == w("bookmarkStart"):
                marked[one.get(w("id"), "")] = (one.get(w("name"), ""), [])
            elif one.tag == w("bookmarkEnd"):
                name, words = marked.pop(one.get(w("id"), ""), ("", []))
                if words and all(_out(piece, edits) for piece in words):
                    yield name
            elif one in place:
                for _, words in marked.values():
                    words.append(place[one])


def _out(piece: Piece, edits: Sequence[Edit]) -> bool:
    return any(one.start <= piece.start and piece.end <= one.end for one in edits)
