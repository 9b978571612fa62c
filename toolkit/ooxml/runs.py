"""Words inside a paragraph changed in place, directly or as tracked changes.

Changes of one paragraph are made from its end to its beginning: an element that is cut keeps its
left part, so that the pieces before it stay true.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from toolkit.ooxml.build import run, words_element
from toolkit.ooxml.cutting import isolate, properties_of, set_text
from toolkit.ooxml.exchanging import exchange
from toolkit.ooxml.tracing import Piece, ancestors, is_words, run_of
from toolkit.ooxml.tracked import GONE, Marker, content_of, place_after, place_before, strike
from toolkit.ooxml.xml import Element, drop_from_run

_PLACE = attrgetter("start", "end")
_BREAKS = frozenset("\t\n\u2011")  # they have elements of their own


class Edit(NamedTuple):
    """New words for ``start:end`` of one paragraph's text."""

    start: int
    end: int
    text: str


def edit_words(
    pieces: Sequence[Piece],
    home: Element,
    edits: Sequence[Edit],
    marker: Marker,
    ends: Mapping[Element, Element] = MappingProxyType({}),
) -> None:
    """Change the words of one paragraph.

    Args:
        pieces: the paragraph's text, in order.
        home: the ``w:p`` that takes words where the paragraph has none.
        edits: none may overlap another; in any order. Those at one place stay in their order.
        marker: makes tracked changes where it has a ``tracking``.
        ends: leads from the words that a field shows to its last sign; what comes behind the
            words is to stand behind that.

    Raises:
        InputError: a tracked change would have to cut what Word does not let it cut.
    """
    ordered = sorted(edits, key=_PLACE)
    for edit in reversed(ordered):
        start, end = edit.start, edit.end
        touched = [one for one in pieces if one.start < end and one.start + one.length > start]
        if marker.tracking is None:
            _edit_directly(pieces, home, edit, touched, ends)
        else:
            _edit_tracked(pieces, home, edit, touched, marker, ends)


def _anchor(pieces: Sequence[Piece], at: int) -> Piece | None:
    """Return the piece that words inserted at an offset belong to: the one before, else behind."""
    before = [one for one in pieces if one.start < at <= one.end]
    behind = (one for one in pieces if one.start >= at)
    return before[-1] if before else next(behind, None)


def _edit_directly(
    pieces: Sequence[Piece],
    home: Element,
    edit: Edit,
    touched: Sequence[Piece],
    ends: Mapping[Element, Element],
) -> None:
    if not touched:
        _insert_directly(pieces, home, edit, ends)
        return
    for piece in reversed(touched[1:]):
        _set(piece, edit.start, edit.end, "")
    _set(touched[0], edit.start, edit.end, edit.text)


def _insert_directly(
    pieces: Sequence[Piece], home: Element, edit: Edit, ends: Mapping[Element, Element]
) -> None:
    if not edit.text:
        return
    piece = _anchor(pieces, edit.start)
    if piece is None:
        home.append(run(edit.text))
    elif piece.end <= edit.start and piece.element in ends:
        own = run_of(piece.element)
        looks = None if own is None else properties_of(own)
        _wrapper(ends[piece.element]).addnext(_run_like(looks, edit.text))
    elif is_words(piece.element):
        _set(piece, edit.start, edit.start, edit.text)
    elif piece.start >= edit.start:
        _put_before(piece.element, edit.text)
    else:
        _put_after(piece.element, edit.text)


def _set(piece: Piece, start: int, end: int, text: str) -> None:
    """Put ``text`` where the piece's share of ``start:end`` stood."""
    element = piece.element
    if not is_words(element):
        _put_after(element, text)
        drop_from_run(element)
        return
    old = element.text or ""
    first = piece.raw_in(old, max(start, piece.start))
    last = piece.raw_in(old, min(end, piece.end))
    left, right = old[:first], old[last:]
    if _BREAKS.isdisjoint(text):
        left = left + text + right
        set_text(element, left)
    else:
        set_text(element, left)
        tail = words_element(right) if right else None
        _put_after(element, text, tail)
    if not left:
        drop_from_run(element)


def _put_after(element: Element, text: str, tail: Element | None = None) -> None:
    made = [*content_of(run(text)), *([] if tail is None else [tail])]
    for one in reversed(made):
        element.addnext(one)


def _put_before(element: Element, text: str) -> None:
    for one in content_of(run(text)):
        element.addprevious(one)


def _edit_tracked(
    pieces: Sequence[Piece],
    home: Element,
    edit: Edit,
    touched: Sequence[Piece],
    marker: Marker,
    ends: Mapping[Element, Element],
) -> None:
    if len(touched) == 1 and touched[0].element not in ends:
        only = touched[0]
        start, end = max(edit.start, only.start), min(edit.end, only.end)
        if exchange(only, start, end, edit.text, marker.mark_in):
            return
    gone: list[Element] = []
    for piece in reversed(touched):
        alone = isolate(piece, max(edit.start, piece.start), min(edit.end, piece.end))
        gone.insert(0, alone)
    behind = ends.get(touched[-1].element) if touched else None
    properties = properties_of(gone[0]) if gone else None
    struck = [strike(one, marker) for one in gone]
    if not edit.text:
        return
    new = marker.mark("ins", _run_like(properties, edit.text))
    if struck:
        covered = behind is not None and next(ancestors(behind, GONE), None) is not None
        first, last = struck[0], _wrapper(behind) if covered and behind is not None else struck[-1]
        place_after(last if last.getparent() is first.getparent() else first, new, marker)
    else:
        _insert_tracked(pieces, home, edit, marker, ends)


def _wrapper(sign: Element) -> Element:
    """Return the tracked deletion that a sign stands in, else its run."""
    gone = next(ancestors(sign, GONE), None)
    own = run_of(sign) if gone is None else gone
    return sign if own is None else own


def _insert_tracked(
    pieces: Sequence[Piece],
    home: Element,
    edit: Edit,
    marker: Marker,
    ends: Mapping[Element, Element],
) -> None:
    piece = _anchor(pieces, edit.start)
    if piece is None:
        home.append(marker.mark("ins", run(edit.text)))
        return
    before = piece.start >= edit.start
    start, end = (piece.start, piece.end) if before else (piece.start, edit.start)
    alone = isolate(piece, start, end)
    new = marker.mark("ins", _run_like(properties_of(alone), edit.text))
    if before:
        place_before(alone, new, marker)
    elif piece.end <= edit.start and piece.element in ends:
        place_after(_wrapper(ends[piece.element]), new, marker)
    else:
        place_after(alone, new, marker)


def _run_like(properties: Element | None, text: str) -> Element:
    made = run(text)
    if properties is not None:
        made.insert(0, deepcopy(properties))
    return made
