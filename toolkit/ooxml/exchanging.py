"""The plainest tracked change, made by the shortest way: inside the words that begin a run.

Most changes of a renumbering are of this kind. What comes of it is what ``runs.py`` makes by
cutting; elements are made where they are to stand, which is much quicker than moving them there.
"""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from toolkit.ooxml.cutting import set_text
from toolkit.ooxml.tracing import Piece
from toolkit.ooxml.xml import Element, w

_P = w("p")
_R = w("r")
_R_PR = w("rPr")
_T = w("t")
_DELETED = w("delText")
_Mark = Callable[[Element, str], Element]


def exchange(piece: Piece, start: int, end: int, text: str, mark: _Mark) -> bool:
    """Exchange ``start:end`` of a paragraph's text, all of it in ``piece``, as a tracked change.

    Args:
        piece: the words that are touched; its element keeps what stands before ``start``.
        start: where the words begin that go.
        end: where they end.
        text: what comes, without tabs, breaks and signs that XML cannot hold.
        mark: makes the element of a change as the last one of another element.

    Returns:
        False where the run or its place is not plain; nothing is changed then.
    """
    run = piece.element.getparent()
    home = None if run is None else run.getparent()
    if run is None or home is None or not text or not text.isprintable():
        return False
    if not _is_plain(piece.element, run, home):
        return False
    looks = piece.element.getprevious()
    behind = list(piece.element.itersiblings())
    words = piece.element.text or ""
    first, last = piece.raw_in(words, start), piece.raw_in(words, end)
    if last < len(words):
        set_text(piece.element, words[:last])
    if first:
        set_text(piece.element, words[:first])
        gone = mark(home, "del")
        _run(gone, looks, _DELETED, words[first:last])
        run.addnext(gone)
    else:
        piece.element.tag = _DELETED
        gone = mark(home, "del")
        run.addprevious(gone)
        gone.append(run)
    came = mark(home, "ins")
    _run(came, looks, _T, text)
    gone.addnext(came)
    if behind or last < len(words):
        rest = _run(home, looks, _T, words[last:])
        rest.extend(behind)
        came.addnext(rest)
    return True


def _is_plain(element: Element, run: Element, home: Element) -> bool:
    """Return whether words stand first in a run of a paragraph, behind its properties perhaps."""
    if element.tag != _T or run.tag != _R or home.tag != _P:
        return False
    looks = element.getprevious()
    if run.text or run.tail or element.tail:
        return False
    return looks is None or (looks.tag == _R_PR and looks.getprevious() is None and not looks.tail)


def _run(parent: Element, looks: Element | None, name: str, words: str) -> Element:
    made = etree.SubElement(parent, _R)
    if looks is not None:
        made.append(deepcopy(looks))
    if words:
        set_text(etree.SubElement(made, name), words)
    return made
