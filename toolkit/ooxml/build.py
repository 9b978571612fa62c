"""Making WordprocessingML elements in one line each."""

import re
from copy import copy, deepcopy
from functools import cache

from lxml import etree

from toolkit.ooxml.xml import R_NS, SPACE, W_NS, Element, w

NSMAP = {"w": W_NS, "r": R_NS}


def tag(
    element_name: str, /, *children: Element | None, text: str | None = None, **attributes: object
) -> Element:
    """Return ``<w:element_name>`` with attributes in the same namespace.

    None among the children is nothing, and an attribute that is None is left out.
    """
    element = copy(_bare(element_name))
    for key, value in attributes.items():
        if value is not None:
            element.set(_full(key), str(value))
    if text is not None:
        element.text = text
    for child in children:
        if child is not None:
            element.append(child)
    return element


@cache
def _bare(name: str) -> Element:
    """Return an element to be copied, which is far quicker than making one with its namespaces."""
    return etree.Element(w(name), nsmap=NSMAP)


_full = cache(w)


def val(name: str, value: object) -> Element:
    """Return ``<w:name w:val="value"/>``."""
    return tag(name, val=value)


def run(text: str, *properties: Element) -> Element:
    """Return a run; tabs, line breaks and non-breaking hyphens become Word's own signs.

    Characters that XML cannot hold are left out.
    """
    element = tag("r", tag("rPr", *properties) if properties else None)
    element.extend(_signs(text))
    return element


_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
_SIGN = re.compile("([\t\n\u2011])")
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def _signs(text: str) -> list[Element]:
    pieces = _SIGN.split(_FORBIDDEN.sub("", text))
    return [
        tag(_SIGNS[piece]) if piece in _SIGNS else words_element(piece) for piece in pieces if piece
    ]


def words_element(text: str) -> Element:
    """Return ``<w:t>`` that keeps the spaces at its ends."""
    element = tag("t", text=text)
    if text != text.strip():
        element.set(SPACE, "preserve")
    return element


def field(code: str, result: str, *properties: Element) -> list[Element]:
    """Return the runs of a complex field with its result."""
    instruction = tag("instrText", text=f" {code} ")
    instruction.set(SPACE, "preserve")
    return [
        _field_run(tag("fldChar", fldCharType="begin"), *properties),
        _field_run(instruction, *properties),
        _field_run(tag("fldChar", fldCharType="separate"), *properties),
        run(result, *_copies(properties)),
        _field_run(tag("fldChar", fldCharType="end"), *properties),
    ]


def _field_run(sign: Element, *properties: Element) -> Element:
    return tag("r", tag("rPr", *_copies(properties)) if properties else None, sign)


def _copies(properties: tuple[Element, ...]) -> list[Element]:
    """Return copies: an element has one parent, so each run needs its own properties."""
    return [deepcopy(one) for one in properties]
