"""Inline elements of XLIFF 1.x: g, x, bx and ex, bpt and ept, ph, it, mrk, and sub within them."""

from dataclasses import replace

from lxml import etree

from toolkit.exchange.content import TAG, Dialect, Reading, Take, read_content, write_content
from toolkit.exchange.elements import Attributes, Element, attributes, give, local, made, named
from toolkit.inline import Code, CodeKind, Segment, Subflow
from toolkit.text.normalize import strip_controls

_SUB = frozenset({"ctype", "datatype"})
_PAIRED_TYPES = frozenset({"bold", "italic", "underlined", "link"})


def _g(element: Element, _: Reading) -> Code:
    return _code(element, CodeKind.OPEN, element.get("id", ""), element.get("ctype", ""))


def _mrk(element: Element, reading: Reading) -> Code:
    # A `mid` counts marks alone: it may well be the `id` of a code too.
    number = element.get("mid") or f"at-{len(reading.codes)}"
    return _code(element, CodeKind.OPEN, f"mrk-{number}", element.get("mtype", ""), mark=True)


def _x(element: Element, _: Reading) -> Code:
    return _code(element, CodeKind.ALONE, element.get("id", ""), element.get("ctype", ""))


def _half(kind: CodeKind) -> Take:
    """Return what makes the code of an element with native content."""

    def take(element: Element, reading: Reading) -> Code | None:
        native = _native(element, reading)
        if native is None:
            return None
        number = element.get("rid", "") or element.get("id", "")
        code = _code(element, kind, number, element.get("ctype", ""))
        return replace(code, native=native[0], subflows=native[1])

    return take


def _it(element: Element, reading: Reading) -> Code | None:
    kind = CodeKind.CLOSE if element.get("pos") == "close" else CodeKind.OPEN
    code = _half(kind)(element, reading)
    return None if code is None else replace(code, isolated=True)


def _code(element: Element, kind: CodeKind, number: str, type_: str, *, mark: bool = False) -> Code:
    extra = ((TAG, etree.QName(element).localname), *attributes(element))
    return Code(
        at=0,
        kind=kind,
        id=number,
        type=type_,
        equivalent=element.get("equiv-text", ""),
        mark=mark,
        extra=extra,
    )


def _native(element: Element, reading: Reading) -> tuple[str, tuple[Subflow, ...]] | None:
    """Return the native code and the texts within it; None where it holds anything else."""
    parts = [element.text or ""]
    found: list[Subflow] = []
    for child in element:
        if local(child, reading.namespace) != "sub" or not _SUB.issuperset(child.attrib):
            return None
        found.append(
            Subflow(
                at=sum(map(len, parts)),
                segment=read_content(child, reading.namespace, XLIFF_12),
                type=child.get("ctype", ""),
                datatype=child.get("datatype", ""),
            )
        )
        parts.append(child.tail or "")
    return "".join(parts), tuple(found)


# -- writing ---------------------------------------------------------------------------------
def _around(opening: Code, _closing: Code) -> tuple[str, Attributes] | None:
    name = dict(opening.extra).get(TAG, "")
    if name in ("g", "mrk"):
        return name, opening.extra
    if opening.mark and not name:
        kind = opening.type if opening.type.isascii() and opening.type else "x-mark"
        return "mrk", (("mtype", kind),)
    return None


def _alone(code: Code, namespace: str, lone: bool) -> Element | None:
    name, given = _shape(code, lone)
    if not name:
        return None
    element = made(name, namespace)
    give(element, given)
    if name not in ("x", "bx", "ex"):
        _write_native(element, code, namespace)
    return element


def _shape(code: Code, lone: bool) -> tuple[str, Attributes]:
    name = dict(code.extra).get(TAG, "")
    if name == "mrk" or (code.mark and not name):
        return "", ()  # a remark that crosses another element has no form here
    if name == "g":
        half = "bx" if code.kind is CodeKind.OPEN else "ex"
        return half, (("id", f"{code.id}-{half}"), ("rid", code.id))
    if name:
        return name, code.extra
    typed = _type(code)
    if code.kind is CodeKind.ALONE:
        return "ph", (("id", code.id), *typed)
    if lone or code.isolated:
        pos = "open" if code.kind is CodeKind.OPEN else "close"
        return "it", (("id", code.id), ("pos", pos), *typed)
    if code.kind is CodeKind.OPEN:
        return "bpt", (("id", code.id), *typed)
    return "ept", (("id", code.id),)


def _type(code: Code) -> Attributes:
    """Return the type in the form of the standard: its own names are few, others begin with x-."""
    kind = code.type
    if not kind:
        return ()
    if kind in _PAIRED_TYPES and code.kind is not CodeKind.ALONE:
        return (("ctype", kind),)
    return (("ctype", kind if kind.startswith("x-") else f"x-{kind}"),)


def _write_native(element: Element, code: Code, namespace: str) -> None:
    native = code.native
    element.text = (
        strip_controls(native[: code.subflows[0].at] if code.subflows else native) or None
    )
    for place, one in enumerate(code.subflows):
        at = one.at
        end = code.subflows[place + 1].at if place + 1 < len(code.subflows) else len(native)
        sub = etree.SubElement(element, named("sub", namespace))
        give(sub, tuple((k, v) for k, v in (("datatype", one.datatype), ("ctype", one.type)) if v))
        write_content(sub, one.segment, namespace, XLIFF_12)
        sub.tail = strip_controls(native[at:end]) or None


def segment_of(element: Element, namespace: str) -> Segment:
    """Return what a ``source`` or ``target`` of XLIFF 1.x says."""
    return read_content(element, namespace, XLIFF_12)


XLIFF_12 = Dialect(
    around={"g": _g, "mrk": _mrk},
    single={
        "x": _x,
        "bx": _half(CodeKind.OPEN),
        "ex": _half(CodeKind.CLOSE),
        "bpt": _half(CodeKind.OPEN),
        "ept": _half(CodeKind.CLOSE),
        "it": _it,
        "ph": _half(CodeKind.ALONE),
    },
    nested=_around,
    alone=_alone,
)
