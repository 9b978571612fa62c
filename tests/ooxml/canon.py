"""A Word file in a form in which two files are equal when Word shows the same in both.

Runs that follow each other with the same look count as one; everything else, properties of
paragraphs, fields, tables and notes, counts as it is written. Comments are left out: they are
never tracked, so that rejecting all leaves them.
"""

import re
from itertools import groupby

from lxml import etree

from toolkit.ooxml.package import open_package
from toolkit.ooxml.xml import Element, w

_COPIED = re.compile(r"(?<=\w)_m\d+(?= )")  # what moves tracked has a bookmark of another name
_KINDS = ("footnotes", "endnotes", "header", "footer")


def canonical(data: bytes) -> list[str]:
    """Return one line for each paragraph and row of the main text and the parts beside it."""
    package = open_package(data, "test.docx")
    names = [package.main, *(name for kind in _KINDS for name in package.related(kind))]
    found: list[str] = []
    for name in dict.fromkeys(names):
        root = package.root(name)
        if root is not None:
            found += [name, *(_paragraph(one) for one in root.iter(w("p"), w("tr")))]
    return found


def other_parts(data: bytes) -> dict[str, bytes]:
    """Return every part but the main one."""
    package = open_package(data, "test.docx")
    return {name: part for name, part in package.parts.items() if name != package.main}


def _paragraph(paragraph: Element) -> str:
    if paragraph.tag == w("tr"):
        return "row " + _xml(paragraph.find(w("trPr")))
    pieces = [_xml(paragraph.find(w("pPr")))]
    signs = [one for run in paragraph.iter(w("r")) for one in _signs(run)]
    for look, group in groupby(signs, key=lambda one: one[0]):
        pieces.append(f"[{look}]" + "".join(text for _, text in group))
    return " ".join(pieces)


def _signs(run: Element) -> list[tuple[str, str]]:
    look = _xml(run.find(w("rPr")))
    return [
        (look, one.text or "" if one.tag == w("t") else _xml(one))
        for one in run
        if one.tag not in (w("rPr"), w("commentReference"))
    ]


def _xml(element: Element | None) -> str:
    if element is None or (len(element) == 0 and element.tag in (w("pPr"), w("rPr"))):
        return ""
    for one in element.iter("{*}docPr"):
        one.set("id", "")  # a copy has an id of its own
    text = etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode()
    text = _COPIED.sub("", text)
    return "" if text.endswith("></w:pPr>") and "<w:" not in text[7:-8] else text
