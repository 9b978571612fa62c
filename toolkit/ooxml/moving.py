"""Whole parts of a text that move: copies for their new places, and what stays in the old ones."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from toolkit.ooxml.build import tag
from toolkit.ooxml.revisions import Verdict, may_go, reaching_out, settle
from toolkit.ooxml.tracked import Marker
from toolkit.ooxml.xml import Element, drop, elements, w

_OWN_IDS = (
    "{http://schemas.microsoft.com/office/word/2010/wordml}paraId",
    "{http://schemas.microsoft.com/office/word/2010/wordml}textId",
)
_LED = (w("p"), etree.Comment)
_ANCHORS = (
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "permStart",
    "permEnd",
)


def copies_of(
    parts: Sequence[Element], marker: Marker, renamed: Mapping[str, str]
) -> tuple[list[Element], dict[Element, Element]]:
    """Return parts of the text once more, as they read now, to stand beside the first.

    Bookmarks and comments stay with the first, for names may not stand twice in a file; those in
    ``renamed`` stand in the copy too, under their other name. The second value leads from each
    paragraph, and each comment in the XML, to its copy.
    """
    holder = tag("body", *map(deepcopy, parts))
    old = [one for part in parts for one in part.iter(*_LED)]
    led = dict(zip(old, holder.iter(*_LED), strict=True))
    settle(holder, Verdict.ACCEPT)
    _rename(holder, marker, renamed)
    for one in holder.iter("*"):
        for name in _OWN_IDS:
            if name in one.attrib:
                del one.attrib[name]
        if isinstance(one.tag, str) and one.tag.endswith("}docPr") and one.get("id"):
            one.set("id", str(marker.next_id()))
    for section in holder.findall(f"{w('p')}/{w('pPr')}/{w('sectPr')}"):
        drop(section)
    return list(elements(holder)), led


def _rename(holder: Element, marker: Marker, renamed: Mapping[str, str]) -> None:
    """Keep the bookmarks that get another name, and take every other anchor out."""
    ids: dict[str, str] = {}
    for start in holder.iter(w("bookmarkStart")):
        name = renamed.get(start.get(w("name"), ""))
        if name is not None:
            ids[start.get(w("id"), "")] = str(marker.next_id())
            start.set(w("name"), name)
    for one in list(holder.iter(*map(w, _ANCHORS))):
        own = ids.get(one.get(w("id"), ""))
        if own is not None and "bookmark" in one.tag:
            one.set(w("id"), own)
        else:
            drop(one)


def range_around(parts: Sequence[Element], kind: str, name: str, marker: Marker) -> None:
    """Put the ends of a range of moved paragraphs around them (``kind``: moveFrom, moveTo)."""
    tracking = marker.tracking
    if tracking is None or not parts:
        return
    number = marker.next_id()
    start = tag(
        f"{kind}RangeStart", id=number, author=tracking.author, date=tracking.date, name=name
    )
    parts[0].addprevious(start)
    parts[-1].addnext(tag(f"{kind}RangeEnd", id=number))


def take_out(part: Element) -> None:
    """Take a part out of its place to stand elsewhere; a section that ends in it stays."""
    section = part.find(f"{w('pPr')}/{w('sectPr')}")
    for marker in reaching_out((part,)):
        part.addprevious(marker)
    if section is not None:
        part.addprevious(tag("p", tag("pPr", section)))
    parent = part.getparent()
    if parent is None:
        return
    if part.tag == w("p") and section is None and not may_go(part):
        part.addprevious(tag("p"))
    parent.remove(part)
