"""Fields that become plain text, because their words are written over or what they show goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.ooxml.build import tag
from toolkit.ooxml.cutting import isolate
from toolkit.ooxml.fields import Field, fields, make_plain
from toolkit.ooxml.runs import Edit, Marker, edit_words, strike
from toolkit.ooxml.tracing import Piece
from toolkit.ooxml.xml import SPACE, Element, w

_POINTING = frozenset({"REF", "PAGEREF", "NOTEREF"})
_SIGNS = tuple(map(w, ("fldChar", "fldSimple")))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A field, and where what it shows stands in the text of its paragraph."""

    field: Field
    start: int
    end: int


def edit_paragraph(
    pieces: Sequence[Piece],
    homes: Sequence[Element],
    edits: Sequence[Edit],
    marker: Marker,
    lost: frozenset[str] = frozenset(),
) -> None:
    """Change words as ``edit_words`` does, with the fields among them.

    Words inside a field change in what it shows. A field that is written over as a whole, or
    that points to a bookmark in ``lost``, becomes text, so that Word does not bring it back.
    """
    all_edits = list(edits)
    ends: dict[Element, Element] = {}
    for one in list(_shown(pieces, homes)):
        gone = points_to(one.field) in lost
        if not gone and not _covered(one, edits):
            ends.update(_ends(one.field, pieces))
            continue
        if marker.tracking is None:
            make_plain(one.field)
            continue
        if gone and not any(edit.start < one.end and edit.end > one.start for edit in edits):
            all_edits.append(Edit(one.start, one.end, one.field.shown))
        _strike(one.field, marker)
        ends.update(_ends(one.field, pieces))
    edit_words(pieces, homes[-1], all_edits, marker, ends)


def points_to(one: Field) -> str:
    """Return the bookmark that a field shows, "" for a field of another kind."""
    words, _ = one.arguments() if one.name in _POINTING else ([], {})
    return words[0] if words else ""


def _shown(pieces: Sequence[Piece], homes: Sequence[Element]) -> Iterator[_Shown]:
    if not any(next(home.iter(*_SIGNS), None) is not None for home in homes):
        return
    place = {piece.element: piece for piece in pieces}
    for home in homes:
        for one in fields(home):
            own = [place[leaf] for leaf in one.result if leaf in place]
            if own and not one.nested:
                yield _Shown(one, own[0].start, own[-1].end)


def _covered(one: _Shown, edits: Sequence[Edit]) -> bool:
    """Return whether an edit takes in more than what a field shows, or all of it away."""
    for edit in edits:
        wide = edit.end - edit.start > one.end - one.start
        if edit.start <= one.start and one.end <= edit.end and (wide or not edit.text):
            return True
    return False


def _strike(one: Field, marker: Marker) -> None:
    if one.simple is not None:
        one.signs, one.simple = _complex(one), None
    for sign in one.signs:
        strike(isolate(Piece(0, 1, sign), 0, 1), marker)


def _ends(one: Field, pieces: Sequence[Piece]) -> Iterator[tuple[Element, Element]]:
    """Yield the words that a field shows, each with what ends the field."""
    last = one.signs[-1] if one.simple is None else one.simple
    own = set(one.result)
    return ((piece.element, last) for piece in pieces if piece.element in own)


def _complex(one: Field) -> list[Element]:
    """Turn a simple field into the same field with signs, which can be deleted."""
    simple = one.simple
    parent = None if simple is None else simple.getparent()
    if simple is None or parent is None:
        return []
    code = tag("instrText", text=one.code)
    code.set(SPACE, "preserve")
    begin, parting, end = (
        tag("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")
    )
    at = parent.index(simple)
    runs = [tag("r", sign) for sign in (begin, code, parting)]
    parent[at : at + 1] = [*runs, *simple, tag("r", end)]
    return [begin, code, parting, end]
