"""The inside of a ``source`` or ``target``: words and elements, to a segment and back.

What the versions of XLIFF share: walking mixed content, keeping what is not known as it stands,
and putting codes together again so that elements nest. How an element of a version becomes a code
and a code an element is told by a ``Dialect``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.elements import Attributes, Element, give, local, named
from toolkit.inline import Code, CodeKind, Collected, Segment, pairing
from toolkit.text.normalize import strip_controls
from toolkit.text.xml_files import line_of

TAG = "<"  # the key in ``Code.extra`` under which a code has the name of its element
WHOLE = "<>"  # the key of an element that is kept as it stands
COMMENT = "<!"
INSTRUCTION = "<?"
_DEEPEST = 100


@dataclass(slots=True, kw_only=True)
class Reading(Collected):
    """What a segment has so far; ``data`` are the native codes that it may refer to."""

    namespace: str
    data: Mapping[str, str]

    def whole(self) -> Segment:
        """Return what was read; a half without its other half is isolated."""
        for place in pairing(self.codes).widows:
            self.codes[place] = replace(self.codes[place], isolated=True)
        return self.segment()


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
    reading = Reading(namespace=namespace, data=data or {})
    _walk(element, reading, dialect, 0)
    return reading.whole()


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
        opening = dialect.around[name](child, reading)
        reading.put(opening)
        _walk(child, reading, dialect, depth + 1)
        closing = replace(opening, kind=CodeKind.CLOSE)
        reading.put(replace(closing, extra=((TAG, name),), native="", subflows=()))
        return
    code = dialect.single[name](child, reading) if name in dialect.single else None
    reading.put(code or _kept(child))


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
