"""Fields that become plain text, because their words are written over or what they show goes."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from toolkit.ooxml.build import tag, words_element
from toolkit.ooxml.cutting import isolate, properties_of
from toolkit.ooxml.fields import Field, fields, make_plain
from toolkit.ooxml.runs import Edit, edit_words
from toolkit.ooxml.tracing import Piece, run_of
from toolkit.ooxml.tracked import Marker, place_after, strike
from toolkit.ooxml.xml import SPACE, Element, w

_POINTING = frozenset({"REF", "PAGEREF", "NOTEREF"})
_SIGNS = tuple(map(w, ("fldChar", "fldSimple")))
_P = w("p")


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
            inside = [edit for edit in edits if _is_inside(one, edit)]
            if inside and marker.tracking is not None:
                _exchange(one, inside, marker)
                all_edits = [edit for edit in all_edits if edit not in inside]
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


def holding_fields(roots: Iterable[Element]) -> frozenset[Element]:
    """Return the paragraphs with fields in them, or in a text box of theirs."""
    return frozenset(
        home for root in roots for sign in root.iter(*_SIGNS) for home in sign.iterancestors(_P)
    )


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


def _is_inside(one: _Shown, edit: Edit) -> bool:
    return one.start <= edit.start < edit.end <= one.end


def _exchange(one: _Shown, edits: Sequence[Edit], marker: Marker) -> None:
    """Delete a field and insert one of the same code that shows other words, both tracked.

    A change inside of what a field shows would be lost where a program reads the field as one.
    """
    words = one.field.shown
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        start, end = edit.start - one.start, edit.end - one.start
        words = words[:start] + edit.text + words[end:]
    own = run_of(one.field.result[0])
    looks = None if own is None else properties_of(own)
    runs = [_run(looks, words_element(words))]
    shows = [leaf for leaf in one.field.result if leaf.tag == w("t")]
    _strike(one.field, marker)
    signs = one.field.signs
    separator = next(
        at for at, sign in enumerate(signs) if sign.get(w("fldCharType")) == "separate"
    )
    before = [_run(_looks(sign), _plain(sign)) for sign in signs[: separator + 1]]
    runs = [*before, *runs, _run(_looks(signs[-1]), _plain(signs[-1]))]
    for leaf in shows:
        strike(isolate(Piece(0, len(leaf.text or ""), leaf), 0, len(leaf.text or "")), marker)
    last = next(signs[-1].iterancestors(w("del")))
    for new in reversed(runs):
        place_after(last, marker.mark("ins", new), marker)
    one.field.signs = [runs[-1][-1]]  # what comes behind the words comes behind the new field


def _looks(sign: Element) -> Element | None:
    own = run_of(sign)
    return None if own is None else properties_of(own)


def _run(looks: Element | None, content: Element) -> Element:
    return tag("r", *([] if looks is None else [deepcopy(looks)]), content)


def _plain(sign: Element) -> Element:
    """Return a copy of a sign as it is outside of a deletion."""
    made: Element = deepcopy(sign)
    made.tail = None
    if made.tag == w("delInstrText"):
        made.tag = w("instrText")
    return made


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
