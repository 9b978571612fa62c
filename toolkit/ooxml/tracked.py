"""Tracked changes as elements: made, put around runs, put in their places."""

from collections.abc import Iterable
from copy import copy
from typing import cast

from lxml import etree

from toolkit.ooxml.build import tag
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.tracing import ancestors
from toolkit.ooxml.xml import W_NS, Element, as_number, elements, local, w

_ADDED = frozenset({"ins", "moveTo"})
GONE = frozenset({"del", "moveFrom"})
_ID = w("id")
_AUTHOR = w("author")
_DATE = w("date")
_INSERTIONS = frozenset({w("ins"), w("moveTo")})
_IDS = etree.XPath("//@w:id", namespaces={"w": W_NS})
_DELETED_NAMES = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class Marker:
    """Makes the elements of tracked changes, each with an id of its own."""

    def __init__(self, tracking: Tracking | None, roots: Iterable[Element]) -> None:
        self.tracking = tracking
        self._marks: dict[str, Element] = {}  # one of each kind, to be copied
        marked = () if tracking is None else roots  # what is made directly has no ids
        ids = (as_number(one) for root in marked for one in cast("list[str]", _IDS(root)))
        self._last = max((one for one in ids if one is not None), default=0)

    def next_id(self) -> int:
        """Return an id that no mark-up of the file has."""
        self._last += 1
        return self._last

    def mark_in(self, parent: Element, name: str) -> Element:
        """Return ``<w:name>`` with id, author and date, made as the last child of an element."""
        tracking = self.tracking or Tracking("")
        made = etree.SubElement(parent, w(name))
        made.set(_ID, str(self.next_id()))
        made.set(_AUTHOR, tracking.author)
        made.set(_DATE, tracking.date)
        return made

    def mark(self, name: str, *children: Element) -> Element:
        """Return ``<w:name>`` with id, author and date around ``children``."""
        mark = self._marks.get(name)
        if mark is None:
            tracking = self.tracking or Tracking("")
            mark = tag(name, id=0, author=tracking.author, date=tracking.date)
            self._marks[name] = mark
        made = copy(mark)
        made.set(_ID, str(self.next_id()))
        made.extend(children)
        return made


def strike(run_element: Element, marker: Marker) -> Element:
    """Wrap a run in a tracked deletion and return the wrapper; one deleted already is left."""
    had = next(ancestors(run_element, GONE), None)
    if had is not None:
        return had
    for element in run_element.iter(*_DELETED_NAMES):
        own = element.getparent() is run_element
        if own or next(ancestors(element, frozenset({"txbxContent"})), None) is None:
            element.tag = _DELETED_NAMES[element.tag]
    wrapper = marker.mark("del")
    run_element.addprevious(wrapper)
    wrapper.append(run_element)
    wrapper.tail = None
    return wrapper


def place_after(element: Element, new: Element, marker: Marker) -> None:
    """Put a tracked insertion behind an element; insertions never stand in one another."""
    parent = element.getparent()
    if parent is not None and parent.tag in _INSERTIONS:
        behind = list(element.itersiblings())
        if behind:
            other = tag(local(parent))
            other.attrib.update(parent.attrib)
            other.set(w("id"), str(marker.next_id()))
            other.extend(behind)
            parent.addnext(other)
        parent.addnext(new)
        return
    element.addnext(_bare(element, new))


def place_before(element: Element, new: Element, marker: Marker) -> None:
    """Put a tracked insertion before an element."""
    previous = element.getprevious()
    parent = element.getparent()
    if parent is not None and parent.tag in _INSERTIONS:
        if previous is None:
            parent.addprevious(new)
        else:
            place_after(previous, new, marker)
        return
    element.addprevious(_bare(element, new))


def _bare(beside: Element, new: Element) -> Element:
    """Return a new run without its wrapper where something inserted is around it already."""
    inside = next(ancestors(beside, _ADDED), None) is not None
    return content_of(new)[0] if inside else new


def content_of(element: Element) -> list[Element]:
    """Return the children of a run that say something: all but its look."""
    return [one for one in elements(element) if one.tag != w("rPr")]
