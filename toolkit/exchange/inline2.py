"""Inline elements of XLIFF 2.x: ph, pc, sc and ec, cp, mrk, sm and em.

Native codes stand beside the segments of a unit, in ``originalData``; a code has them as
``native``, and keeps what it refers to them by.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lxml import etree

from toolkit.exchange.content import TAG, Dialect, Reading, Take, read_content
from toolkit.exchange.elements import Attributes, Element, attributes, give, made
from toolkit.inline import Code, CodeKind, Segment

_ALIKE = {"bold": "xlf:b", "italic": "xlf:i", "underlined": "xlf:u"}


def _pc(element: Element, reading: Reading) -> Code:
    code = _code(element, CodeKind.OPEN, element.get("id", ""))
    native = reading.data.get(element.get("dataRefStart", ""), "")
    return replace(code, native=native, equivalent=element.get("equivStart", ""))


def _mrk(element: Element, _: Reading) -> Code:
    return replace(_code(element, CodeKind.OPEN, element.get("id", "")), mark=True)


def _ph(element: Element, reading: Reading) -> Code:
    return _native(_code(element, CodeKind.ALONE, element.get("id", "")), element, reading)


def _empty(make: Callable[[Element, Reading], Code]) -> Take:
    """Return ``make`` for elements that have no content, as they must not."""
    return lambda element, reading: None if element.text or len(element) else make(element, reading)


def _sc(element: Element, reading: Reading) -> Code:
    code = _code(element, CodeKind.OPEN, element.get("id", ""))
    code = replace(code, isolated=element.get("isolated") == "yes")
    return _native(code, element, reading)


def _ec(element: Element, reading: Reading) -> Code:
    code = _code(element, CodeKind.CLOSE, element.get("startRef", "") or element.get("id", ""))
    code = replace(code, isolated=element.get("isolated") == "yes")
    return _native(code, element, reading)


def _sm(element: Element, _: Reading) -> Code:
    return replace(_code(element, CodeKind.OPEN, element.get("id", "")), mark=True)


def _em(element: Element, _: Reading) -> Code:
    return replace(_code(element, CodeKind.CLOSE, element.get("startRef", "")), mark=True)


def _cp(element: Element, _: Reading) -> Code:
    return replace(_code(element, CodeKind.ALONE, ""), native=f"U+{element.get('hex', '')}")


def _code(element: Element, kind: CodeKind, number: str) -> Code:
    extra = ((TAG, etree.QName(element).localname), *attributes(element))
    return Code(at=0, kind=kind, id=number, type=element.get("type", ""), extra=extra)


def _native(code: Code, element: Element, reading: Reading) -> Code:
    native = reading.data.get(element.get("dataRef", ""), "")
    return replace(code, native=native, equivalent=element.get("equiv", ""))


# -- writing ---------------------------------------------------------------------------------
def _around(opening: Code, closing: Code) -> tuple[str, Attributes] | None:
    name = dict(opening.extra).get(TAG, "")
    if name in ("pc", "mrk"):
        return name, opening.extra
    if name:
        return None
    if opening.mark:
        return "mrk", (("id", opening.id), ("type", "generic"))
    refs = dict(opening.extra), dict(closing.extra)
    given = [("id", opening.id), *_type(opening)]
    if refs[1].get(REF):
        given.append(("dataRefEnd", refs[1][REF]))
    if refs[0].get(REF):
        given.append(("dataRefStart", refs[0][REF]))
    return "pc", tuple(given)


REF = "<ref"  # the key under which a code of ours has the name of its data


def _alone(code: Code, namespace: str, lone: bool) -> Element | None:
    kept = dict(code.extra)
    name, given = kept.get(TAG, ""), code.extra
    if name in ("pc", "mrk"):
        name, given = _parted(code, kept)
    elif not name:
        name, given = _shape(code, lone, kept)
    element = made(name, namespace)
    give(element, given)
    return element


def _parted(code: Code, kept: Mapping[str, str]) -> tuple[str, Attributes]:
    """Return one half of an element around words that crosses another now."""
    opening = code.kind is CodeKind.OPEN
    if code.mark:
        return ("sm", code.extra) if opening else ("em", (("startRef", code.id),))
    if not opening:
        return "ec", (("startRef", code.id),)
    known = ("id", "type", "subType", "canCopy", "canDelete", "canReorder")
    given = [(key, value) for key, value in kept.items() if key in known]
    if kept.get("dataRefStart"):
        given.append(("dataRef", kept["dataRefStart"]))
    return "sc", tuple(given)


def _shape(code: Code, lone: bool, kept: Mapping[str, str]) -> tuple[str, Attributes]:
    data = (("dataRef", kept[REF]),) if kept.get(REF) else ()
    if code.kind is CodeKind.ALONE:
        shown = (("equiv", code.equivalent),) if code.equivalent else ()
        return "ph", (("id", code.id), *shown, *_type(code), *data)
    if code.kind is CodeKind.OPEN:
        alone = (("isolated", "yes"),) if lone or code.isolated else ()
        if code.mark:
            return "sm", (("id", code.id), ("type", "generic"))
        return "sc", (("id", code.id), *_type(code), *alone, *data)
    if code.mark:
        return "em", (("startRef", code.id),)
    if lone or code.isolated:
        return "ec", (("id", code.id), ("isolated", "yes"), *data)
    return "ec", (("startRef", code.id), *data)


def _type(code: Code) -> Attributes:
    """Return type and subtype: the standard knows few types, and looks only as subtypes."""
    if not code.type:
        return ()
    if code.type == "link":
        return (("type", "link"),)
    if code.type in _ALIKE:
        return (("type", "fmt"), ("subType", _ALIKE[code.type]))
    return (("type", "other"), ("subType", f"undraft:{_word(code.type)}"))


def _word(text: str) -> str:
    return "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in text)


def segment_of(element: Element, namespace: str, data: Mapping[str, str]) -> Segment:
    """Return what a ``source`` or ``target`` of XLIFF 2.x says; ``data`` is its unit's."""
    return read_content(element, namespace, XLIFF_2, data)


XLIFF_2 = Dialect(
    around={"pc": _pc, "mrk": _mrk},
    single={
        name: _empty(make)
        for name, make in (
            ("ph", _ph),
            ("sc", _sc),
            ("ec", _ec),
            ("sm", _sm),
            ("em", _em),
            ("cp", _cp),
        )
    },
    nested=_around,
    alone=_alone,
)
