"""Reading a ``seg``: its words, and its inline codes as values.

``bpt``/``ept`` are a pair, ``it`` is a half without its other half, ``ph`` and the old ``ut``
stand alone, ``hi`` is a remark on words. What is no TMX is kept as a code that looks as it did.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from toolkit.inline import Code, CodeKind, Collected, Segment, Subflow, pairing

DEEPEST = 50
REMARK = "x-hi"  # the type a remark is written with, where hi would lose its words elsewhere
OLD = "x-ut"  # the type an ut is written with
LONGEST_CODE = 100_000
MOST_ATTRIBUTES = 1000  # of an element; looking each up takes as long as there are others


class DamagedSegmentError(Exception):
    """A segment that cannot be read without losing words; the message says why."""


@dataclass(slots=True, kw_only=True)
class _Found(Collected):
    """What a segment has so far; ``free`` gives numbers to pairs that bring none."""

    namespace: str
    free: Iterator[str]
    remarks: set[str] = field(default_factory=set)
    foreign: list[str] = field(default_factory=list)


def read_segment(seg: etree._Element, namespace: str) -> tuple[Segment, tuple[str, ...]]:
    """Return what a ``seg`` says, and the names of its elements that TMX does not have.

    Raises:
        DamagedSegmentError: an entity that nothing declares, or elements nested beyond reason.
    """
    if not len(seg):
        return Segment(seg.text or ""), ()
    found = _Found(namespace=namespace, free=_free_numbers(seg, namespace))
    _walk(seg, found, 0)
    return _segment(found), tuple(found.foreign)


def _segment(found: _Found) -> Segment:
    """Return the words and codes; a half without its other half is isolated, as with ``it``."""
    codes = found.codes
    for place in pairing(codes).widows:
        codes[place] = replace(codes[place], isolated=True, id="")
    return found.segment()


def _free_numbers(seg: etree._Element, namespace: str) -> Iterator[str]:
    taken = {str(e.get("i")) for e in seg.iter() if local_name(e, namespace) in ("bpt", "ept")}
    number = 0
    while True:
        number += 1
        if str(number) not in taken:
            yield str(number)


def _walk(element: etree._Element, found: _Found, depth: int) -> None:
    if depth > DEEPEST:
        raise DamagedSegmentError(f"elements are nested more than {DEEPEST} deep")
    found.say(element.text)
    for child in element:
        if isinstance(child, etree._Entity):
            raise DamagedSegmentError(f"the entity {child.text} is declared nowhere")
        if isinstance(child.tag, str):
            _element(child, found, depth)
        found.say(child.tail)


def _element(child: etree._Element, found: _Found, depth: int) -> None:
    name = local_name(child, found.namespace)
    if name == "hi":
        kind = _type(child)
        _around(child, found, depth, Code(at=0, kind=CodeKind.OPEN, mark=True, type=kind))
    elif name in _READERS:
        found.codes.append(_code(child, name, found, depth))
    elif name and len(child) == 0 and not child.text:
        found.foreign.append(name)
        found.put(Code(at=0, kind=CodeKind.ALONE, native=_tag(child, "/>")))
    elif name:
        found.foreign.append(name)
        _around(child, found, depth, Code(at=0, kind=CodeKind.OPEN, native=_tag(child, ">")))
    else:
        found.foreign.append(etree.QName(child).localname)
        whole = etree.tostring(child, encoding="unicode", with_tail=False)[:LONGEST_CODE]
        found.put(Code(at=0, kind=CodeKind.ALONE, native=whole))


def _around(child: etree._Element, found: _Found, depth: int, opening: Code) -> None:
    """Read an element whose content is words."""
    opening = replace(opening, id=next(found.free), match=child.get("x", ""))
    found.put(opening)
    _walk(child, found, depth + 1)
    name = etree.QName(child).localname
    closing = Code(
        at=0,
        kind=CodeKind.CLOSE,
        id=opening.id,
        mark=opening.mark,
        native=f"</{name}>" if opening.native else "",
    )
    found.put(closing)


def _code(child: etree._Element, name: str, found: _Found, depth: int) -> Code:
    native, subflows = _content(child, found, depth)
    plain = Code(
        at=found.length,
        kind=CodeKind.ALONE,
        type=_type(child),
        native=native,
        subflows=subflows,
        match=child.get("x", "") or (child.get("id", "") if name == "ph" else ""),
    )
    return _READERS[name](plain, attributes_of(child), found)


def _opening(code: Code, attributes: Mapping[str, str], found: _Found) -> Code:
    opening = _remarked(
        replace(code, kind=CodeKind.OPEN, id=attributes.get("i") or next(found.free))
    )
    if opening.mark:
        found.remarks.add(opening.id)
    return opening


def _closing(code: Code, attributes: Mapping[str, str], found: _Found) -> Code:
    number = attributes.get("i", "")
    remark = number in found.remarks
    return replace(code, kind=CodeKind.CLOSE, id=number, mark=remark, match="", type="")


def _half(code: Code, attributes: Mapping[str, str], _: _Found) -> Code:
    kind = CodeKind.CLOSE if attributes.get("pos") == "end" else CodeKind.OPEN
    return _remarked(replace(code, kind=kind, isolated=True))


def _remarked(code: Code) -> Code:
    if code.type != REMARK and not code.type.startswith(f"{REMARK}-"):
        return code
    return replace(code, mark=True, type=code.type.removeprefix(REMARK).removeprefix("-"))


def _standing_alone(code: Code, attributes: Mapping[str, str], _: _Found) -> Code:
    assoc = attributes.get("assoc")
    return replace(code, extra=(("assoc", assoc),)) if assoc else code


def _old(code: Code, _: Mapping[str, str], __: _Found) -> Code:
    return replace(code, type=code.type or OLD)


_READERS = {"bpt": _opening, "ept": _closing, "it": _half, "ph": _standing_alone, "ut": _old}


def _content(element: etree._Element, found: _Found, depth: int) -> tuple[str, tuple[Subflow, ...]]:
    """Return the native code, and the texts within it that are for translation."""
    native = [element.text or ""]
    subflows: list[Subflow] = []
    for child in element:
        if isinstance(child, etree._Entity):
            raise DamagedSegmentError(f"the entity {child.text} is declared nowhere")
        if isinstance(child.tag, str) and local_name(child, found.namespace) == "sub":
            at = sum(map(len, native))
            subflows.append(_subflow(child, at, found, depth))
        elif isinstance(child.tag, str):
            native.append(etree.tostring(child, encoding="unicode", with_tail=False))
        native.append(child.tail or "")
    return "".join(native), tuple(subflows)


def _subflow(sub: etree._Element, at: int, found: _Found, depth: int) -> Subflow:
    inner = _Found(namespace=found.namespace, free=found.free)
    _walk(sub, inner, depth + 1)
    return Subflow(
        at=at,
        segment=_segment(inner),
        type=sub.get("type", ""),
        datatype=sub.get("datatype", ""),
    )


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element by name.

    Raises:
        DamagedSegmentError: there are more than anyone writes.
    """
    if len(element.attrib) > MOST_ATTRIBUTES:
        raise DamagedSegmentError(f"an element has more than {MOST_ATTRIBUTES} attributes")
    return {str(key): str(value) for key, value in element.attrib.items()}


def _type(element: etree._Element) -> str:
    return element.get("type", "")


def _tag(element: etree._Element, end: str) -> str:
    name = etree.QName(element).localname
    given = "".join(f' {etree.QName(k).localname}="{v}"' for k, v in attributes_of(element).items())
    return f"<{name}{given}{end}"


def local_name(element: etree._Element, namespace: str) -> str:
    """Return the name of a TMX element, "" for one of another namespace, a comment or the like."""
    tag: object = element.tag  # a function for comments and the like, whatever its stub says
    return _local(tag, namespace) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str, namespace: str) -> str:
    name = etree.QName(tag)
    return name.localname if (name.namespace or "") in (namespace, "") else ""
