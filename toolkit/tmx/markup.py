"""Writing a segment: level 1 is words alone, level 2 has its codes as TMX elements.

Everything is valid against the standard and read by tools that know ``bpt``, ``ept``, ``it`` and
``ph`` only: a remark is written as a pair of type "x-hi", since ``hi`` loses its words elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from toolkit.inline import Code, CodeKind, Segment, Subflow, pairing
from toolkit.text.normalize import strip_controls
from toolkit.tmx.seg import REMARK

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def text_xml(value: str) -> str:
    """Return text as XML; characters that XML cannot hold are left out."""
    if not _SPECIAL.search(value):
        return value
    return escape(strip_controls(value), {"\r": "&#13;"})


@lru_cache(maxsize=4096)
def attribute_xml(value: str) -> str:
    """Return a quoted attribute value; line ends and tabs in it survive a parser."""
    return quoteattr(strip_controls(value), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def segment_xml(segment: Segment, level: int) -> str:
    """Return the content of a ``seg`` at level 1 or 2, on one line unless its words have lines."""
    if level == 1 or not segment.codes:
        return text_xml(segment.text)
    return "".join(_parts(segment))


def _parts(segment: Segment) -> Iterator[str]:
    lone = set(pairing(segment.codes).widows)
    at = 0
    for place, code in enumerate(segment.codes):
        yield text_xml(segment.text[at : code.at])
        yield _element(code, code.isolated or place in lone)
        at = code.at
    yield text_xml(segment.text[at:])


def _element(code: Code, lone: bool) -> str:
    name, attributes = _tag(code, lone)
    given = "".join(f" {key}={attribute_xml(value)}" for key, value in attributes if value)
    content = "".join(_native(code))
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def _tag(code: Code, lone: bool) -> tuple[str, tuple[tuple[str, str], ...]]:
    kind = "-".join(part for part in (REMARK if code.mark else "", code.type) if part)
    matched, typed = ("x", code.match), ("type", kind)
    if code.kind is CodeKind.ALONE:
        return "ph", (matched, ("assoc", dict(code.extra).get("assoc", "")), typed)
    if lone:
        pos = "begin" if code.kind is CodeKind.OPEN else "end"
        return "it", (("pos", pos), matched, typed)
    if code.kind is CodeKind.OPEN:
        return "bpt", (("i", code.id), matched, typed)
    return "ept", (("i", code.id),)


def _native(code: Code) -> Iterator[str]:
    native = code.native or code.equivalent
    at = 0
    for subflow in code.subflows:
        yield text_xml(native[at : subflow.at])
        yield _subflow(subflow)
        at = subflow.at
    yield text_xml(native[at:])


def _subflow(subflow: Subflow) -> str:
    given = "".join(
        f" {key}={attribute_xml(value)}"
        for key, value in (("datatype", subflow.datatype), ("type", subflow.type))
        if value
    )
    return f"<sub{given}>{''.join(_parts(subflow.segment))}</sub>"
