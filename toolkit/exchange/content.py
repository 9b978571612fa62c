"""The inside of a ``source`` or ``target``: words and elements, to a segment and back.

What the versions of XLIFF share: walking mixed content, keeping what is not known as it stands,
and putting codes together again so that elements nest. How an element of a version becomes a code
and a code an element is told by a ``Dialect``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.source import Element, line_of
from toolkit.inline import Code, CodeKind, Segment, pairing
from toolkit.text.normalize import strip_controls

TAG = "<"  # the key in ``Code.extra`` under which a code has the name of its element
WHOLE = "<>"  # the key of an element that is kept as it stands
COMMENT = "<!"
INSTRUCTION = "<?"
_DEEPEST = 100

Attributes = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Reading:
    """What a segment has so far."""

    namespace: str
    data: Mapping[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    length: int = 0
    codes: list[Code] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Add words."""
        if text:
            self.words.append(text)
            self.length += len(text)

    def segment(self) -> Segment:
        """Return what was read; a half without its other half is isolated."""
        for place in pairing(self.codes).widows:
            self.codes[place] = replace(self.codes[place], isolated=True)
        return Segment("".join(self.words), tuple(self.codes))


Take = Callable[[Element, Reading], Code | None]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a version of XLIFF has codes.

    Attributes:
        around: elements whose content is words, with what makes their opening code.
        single: elements without words of their own, with what makes their code; None where the
            element holds what a code cannot, and is kept as it stands.
        nested: gives name and attributes of an element around words, None for a code that is
            written otherwise.
        alone: gives the element of any other code; its last argument is whether it is a half
            without its other half, or one that crosses another.
    """

    around: Mapping[str, Callable[[Element, Reading], Code]]
    single: Mapping[str, Take]
    nested: Callable[[Code, Code], tuple[str, Attributes] | None]
    alone: Callable[[Code, str, bool], Element | None]


def attributes(element: Element) -> Attributes:
    """Return the attributes in the order of the file, names as lxml spells them."""
    return tuple((str(key), str(value)) for key, value in element.attrib.items())


def local(element: Element, namespace: str) -> str:
    """Return the name of an element of this namespace, "" for another, a comment or the like."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    if not namespace:
        return "" if tag.startswith("{") else tag
    head = f"{{{namespace}}}"
    return tag.removeprefix(head) if tag.startswith(head) else ""


# -- reading ---------------------------------------------------------------------------------
def read_content(
    element: Element, namespace: str, dialect: Dialect, data: Mapping[str, str] | None = None
) -> Segment:
    """Return what an element says; ``data`` are the native codes that it may refer to.

    Raises:
        InputError: elements are nested beyond reason.
    """
    if not len(element):
        return Segment(element.text or "")
    reading = Reading(namespace, data or {})
    _walk(element, reading, dialect, 0)
    return reading.segment()


def _walk(element: Element, reading: Reading, dialect: Dialect, depth: int) -> None:
    if depth > _DEEPEST:
        raise InputError(f"line {line_of(element)}: elements are nested more than {_DEEPEST} deep.")
    reading.say(element.text)
    for child in element:
        _child(child, reading, dialect, depth)
        reading.say(child.tail)


def _child(child: Element, reading: Reading, dialect: Dialect, depth: int) -> None:
    name = local(child, reading.namespace)
    if name in dialect.around:
        opening = replace(dialect.around[name](child, reading), at=reading.length)
        reading.codes.append(opening)
        _walk(child, reading, dialect, depth + 1)
        closing = replace(opening, at=reading.length, kind=CodeKind.CLOSE)
        reading.codes.append(replace(closing, extra=((TAG, name),), native="", subflows=()))
        return
    code = dialect.single[name](child, reading) if name in dialect.single else None
    reading.codes.append(replace(code or _kept(child), at=reading.length))


def _kept(child: Element) -> Code:
    """Return what is not known as a code that stands for it as it is."""
    if isinstance(child, etree._Comment):
        said = (COMMENT, str(child.text or ""))
    elif isinstance(child, etree._ProcessingInstruction):
        said = (INSTRUCTION, f"{child.target!s} {child.text or ''!s}")
    else:
        said = (WHOLE, etree.tostring(child, encoding="unicode", with_tail=False))
    words = "" if said[0] != WHOLE else "".join(str(one) for one in child.itertext())
    return Code(at=0, kind=CodeKind.ALONE, native=words, mark=said[0] != WHOLE, extra=(said,))


# -- writing ---------------------------------------------------------------------------------
def write_content(element: Element, segment: Segment, namespace: str, dialect: Dialect) -> None:
    """Give an element the words and codes of a segment, in place of all that it has."""
    for child in list(element):
        element.remove(child)
    element.text = None
    writer = _Writer(element, namespace, dialect)
    at = 0
    nested = _nested(segment.codes, dialect)
    lone = _lone(segment.codes)
    for place, code in enumerate(segment.codes):
        writer.say(segment.text[at : code.at])
        at = code.at
        if place in nested:
            writer.around(code, nested[place])
        else:
            writer.single(code, place in lone)
    writer.say(segment.text[at:])


def _lone(codes: Sequence[Code]) -> set[int]:
    found = {half for pair in pairing(codes).pairs for half in pair}
    return {i for i, one in enumerate(codes) if one.kind is not CodeKind.ALONE and i not in found}


Around = tuple[str, Attributes]


def _nested(codes: Sequence[Code], dialect: Dialect) -> dict[int, Around]:
    """Return the places of halves that can be written as one element around words, with it.

    Of two pairs that cross, the one that opens first is; the other is written as two halves.
    """
    closing_of = dict(pairing(codes).pairs)
    chosen: dict[int, Around] = {}
    open_now: list[int] = []
    for place, code in enumerate(codes):
        if code.kind is CodeKind.OPEN and place in closing_of:
            close = closing_of[place]
            element = dialect.nested(code, codes[close])
            if element is not None and (not open_now or close < open_now[-1]):
                chosen[place] = chosen[close] = element
                open_now.append(close)
        elif open_now and place == open_now[-1]:
            open_now.pop()
    return chosen


class _Writer:
    def __init__(self, element: Element, namespace: str, dialect: Dialect) -> None:
        self._top = element
        self._stack = [element]
        self._namespace = namespace
        self._dialect = dialect

    def say(self, text: str) -> None:
        if not text:
            return
        text = strip_controls(text)
        here = self._stack[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + text
        else:
            here.text = (here.text or "") + text

    def around(self, code: Code, element: Around) -> None:
        if code.kind is CodeKind.OPEN:
            name, given = element
            child = etree.SubElement(self._stack[-1], named(name, self._namespace))
            give(child, given)
            self._stack.append(child)
        else:
            self._stack.pop()

    def single(self, code: Code, lone: bool) -> None:
        kept = dict(code.extra)
        element: Element | None
        if COMMENT in kept:
            element = etree.Comment(kept[COMMENT])
        elif INSTRUCTION in kept:
            target, _, text = kept[INSTRUCTION].partition(" ")
            element = etree.ProcessingInstruction(target, text)
        elif WHOLE in kept:
            element = etree.fromstring(kept[WHOLE], etree.XMLParser(resolve_entities=False))
        else:
            element = self._dialect.alone(code, self._namespace, lone)
        if element is not None:
            self._stack[-1].append(element)


def named(name: str, namespace: str) -> str:
    """Return a name as lxml spells it."""
    return f"{{{namespace}}}{name}" if namespace else name


def made(name: str, namespace: str) -> Element:
    """Return a new element; the namespace is its default one."""
    if not namespace:
        return etree.Element(name)
    return etree.Element(named(name, namespace), nsmap=cast("dict[str, str]", {None: namespace}))


def give(element: Element, given: Attributes) -> None:
    """Set attributes in order; empty ones too, ``TAG`` and the like not."""
    for key, value in given:
        if not key.startswith("<"):
            element.set(key, strip_controls(value))
