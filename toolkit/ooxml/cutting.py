"""Runs cut in two, so that a stretch of a paragraph's text is all of a run."""

from collections.abc import Iterable
from copy import deepcopy

from toolkit.errors import InputError
from toolkit.ooxml.build import tag, words_element
from toolkit.ooxml.tracing import Piece, ancestors, is_words, run_of
from toolkit.ooxml.xml import SPACE, Element, first_child, w

_GONE = frozenset({"del", "moveFrom"})
_R_PR = w("rPr")


def isolate(piece: Piece, start: int, end: int) -> Element:
    """Cut a run so that ``start:end`` of a paragraph's text, inside ``piece``, is all of a run.

    What stands before keeps its elements; returns the run that holds the stretch.

    Raises:
        InputError: the words stand in a place where Word has no runs to cut.
    """
    element, own = piece.element, run_of(piece.element)
    if own is None or element.getparent() is not own:
        raise InputError(
            f"the words “{(element.text or '')[:40]}” stand in a form of Word that tracked changes "
            "cannot reach; make this change without --tracked."
        )
    first, last = (0, 0) if not is_words(element) else (piece.raw(start), piece.raw(end))
    _cut_behind(own, element, last)
    return _cut_before(own, element, first)


def _cut_behind(own: Element, element: Element, last: int) -> None:
    """Give a run of its own to what follows ``last`` in an element, or follows the element."""
    behind = list(element.itersiblings())
    if is_words(element):
        old = element.text or ""
        right = old[last:]
        if right:
            set_text(element, old[:last])
            behind.insert(0, _same(element, right))
    if behind:
        own.addnext(_with_properties(own, behind))


def _cut_before(own: Element, element: Element, first: int) -> Element:
    """Return a run that begins at ``first`` of an element."""
    stands_first = all(one.tag == _R_PR for one in element.itersiblings(preceding=True))
    if stands_first and first == 0:
        return own
    if first == 0:
        made = _with_properties(own, [element])
    else:
        old = element.text or ""
        set_text(element, old[:first])
        made = _with_properties(own, [_same(element, old[first:])])
    own.addnext(made)
    return made


def _same(element: Element, text: str) -> Element:
    made = words_element(text)
    made.tag = element.tag
    return made


def _with_properties(own: Element, content: Iterable[Element]) -> Element:
    made = tag("r")
    properties = properties_of(own)
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(content)
    return made


def properties_of(run_element: Element) -> Element | None:
    """Return what says how a run looks, None where nothing does."""
    return first_child(run_element, _R_PR)


def set_text(element: Element, text: str) -> None:
    """Let an element hold a text, white space at its ends too."""
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")


def cut_at(piece: Piece, at: int) -> Element:
    """Cut a run behind the offset ``at`` of a paragraph's text and return the left one.

    A run that is inside a deletion, or that cannot be cut, is left whole.
    """
    own = run_of(piece.element)
    if own is None:
        return piece.element
    if piece.element.getparent() is own:
        _cut_behind(own, piece.element, piece.raw(at) if is_words(piece.element) else 0)
    outer = next(ancestors(own, _GONE), None)
    return own if outer is None else outer
