"""Reading XLIFF 2.0 to 2.2, and setting its targets anew with everything else kept as it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.content import write_content
from toolkit.exchange.elements import Element, child, local, named
from toolkit.exchange.inline2 import XLIFF_2, segment_of
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, Match, State
from toolkit.exchange.xliff2_check import check_xliff2
from toolkit.inline import Segment
from toolkit.text.xml_files import line_of

CORE = "urn:oasis:names:tc:xliff:document:2."
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
FILLED = "undraft:untranslated"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_STATES = {
    "initial": State.REVIEW,
    "translated": State.TRANSLATED,
    "reviewed": State.REVIEWED,
    "final": State.REVIEWED,
}

Retarget = Callable[[ExchangeUnit], Segment | None]


@dataclass(frozen=True, slots=True)
class Located:
    """A unit (a segment, in the words of XLIFF 2) with its element and that of its unit."""

    unit: ExchangeUnit
    element: Element
    data: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Home:
    """What the segments of a unit have in common."""

    element: Element
    part: str
    translate: bool
    namespace: str
    data: dict[str, str]
    notes: tuple[str, ...]
    matches: tuple[tuple[str, Match], ...]


def read_xliff2(root: Element, path: str) -> ExchangeFile:
    """Return what a parsed file has.

    Raises:
        InputError: it has no ``file``, or a segment without source.
    """
    namespace = etree.QName(root).namespace or ""
    files = [one for one in root if local(one, namespace) == "file"]
    if not files:
        raise InputError(f"{path} is XLIFF without a <file>; nothing can be read from it.")
    check_xliff2(root, namespace, path)
    said = _said(files[0])
    return ExchangeFile(
        format=f"xliff {root.get('version', '2.0')}",
        units=tuple(one.unit for one in located(root, path)),
        source_lang=root.get("srcLang", ""),
        target_lang=root.get("trgLang", ""),
        original=files[0].get("original", ""),
        sha256=said.get("sha256", ""),
        symbol=said.get("symbol", ""),
    )


def _said(file: Element) -> dict[str, str]:
    """Return what we keep of the document in the metadata of its file."""
    meta = f"{{{METADATA}}}"
    return {
        one.get("type", ""): one.text or ""
        for block in file
        if local(block, METADATA) == "metadata"
        for group in block.iter(f"{meta}metaGroup")
        if group.get("category") == "undraft"
        for one in group.iter(f"{meta}meta")
    }


def located(root: Element, path: str) -> Iterator[Located]:
    """Yield segments with their elements, in order; what is between segments is not among them.

    Raises:
        InputError: a segment has no source, or is nested beyond reason.
    """
    namespace = etree.QName(root).namespace or ""
    for file in root:
        if local(file, namespace) != "file":
            continue
        part = file.get("id", "")
        for element in file.iter(named("unit", namespace)):
            home = _home(element, part, namespace)
            try:
                yield from _segments(home)
            except InputError as error:
                raise InputError(f"{path}, {error}") from None


def _home(element: Element, part: str, namespace: str) -> _Home:
    data = {
        one.get("id", ""): "".join(str(text) for text in one.itertext())
        for block in element
        if local(block, namespace) == "originalData"
        for one in block
        if isinstance(one.tag, str)
    }
    return _Home(
        element=element,
        part=part,
        translate=_translated(element, namespace),
        namespace=namespace,
        data=data,
        notes=tuple(_notes(element, namespace)),
        matches=tuple(_matches(element, namespace)),
    )


def _translated(element: Element, namespace: str) -> bool:
    """Return whether a unit is for translation; what does not say is as what it stands in."""
    here: Element | None = element
    while here is not None and local(here, namespace) in ("unit", "group", "file"):
        if here.get("translate"):
            return here.get("translate") != "no"
        here = here.getparent()
    return True


def _segments(home: _Home) -> Iterator[Located]:
    number = 0
    several = sum(local(one, home.namespace) == "segment" for one in home.element) > 1
    for element in home.element:
        if local(element, home.namespace) != "segment":
            continue
        number += 1
        name = element.get("id") or (str(number) if several else "")
        source = child(element, "source", home.namespace)
        if source is None:
            raise InputError(f"line {line_of(element)}: a segment has no <source>.")
        yield Located(_unit(home, element, source, name), element, home.data)


def _unit(home: _Home, element: Element, source: Element, name: str) -> ExchangeUnit:
    target = child(element, "target", home.namespace)
    whole = home.element.get("id", "")
    data = home.data
    matches = tuple(one for ref, one in home.matches if not ref or not name or ref == name)
    return ExchangeUnit(
        id=f"{whole}/{name}" if name and name != whole else whole,
        part=home.part,
        source=segment_of(source, home.namespace, data),
        target=None if target is None else segment_of(target, home.namespace, data),
        state=_state(element, target),
        translate=home.translate,
        notes=home.notes,
        path=home.element.get("name", ""),
        matches=matches,
        line=line_of(element),
    )


def _state(element: Element, target: Element | None) -> State:
    if target is None:
        return State.NEW
    if element.get("subState") == FILLED:
        return State.TRANSLATED  # it was sent out without one
    return _STATES.get(element.get("state", ""), State.TRANSLATED)


def _notes(element: Element, namespace: str) -> Iterator[str]:
    for block in element:
        if local(block, namespace) == "notes":
            for one in block:
                if local(one, namespace) == "note":
                    yield "".join(str(text) for text in one.itertext())


def _matches(element: Element, namespace: str) -> Iterator[tuple[str, Match]]:
    """Yield what the matches module offers, with the segment it is for ("" the whole unit)."""
    for block in element:
        if local(block, MATCHES) != "matches":
            continue
        for one in block:
            target = child(one, "target", namespace)
            if local(one, MATCHES) != "match" or target is None:
                continue
            source = child(one, "source", namespace)
            yield (
                one.get("ref", "").removeprefix("#"),
                Match(
                    source=None if source is None else segment_of(source, namespace, {}),
                    target=segment_of(target, namespace, {}),
                    score=_score(one.get("matchQuality", "") or one.get("similarity", "")),
                    origin=one.get("origin", ""),
                ),
            )


def _score(text: str) -> int | None:
    figures = text.strip().partition(".")[0]
    if not (figures.isascii() and figures.isdigit() and len(figures) <= 3):
        return None
    return min(int(figures), 100)


def retarget2(root: Element, path: str, new: Retarget, *, sources: bool = False) -> None:
    """Set the target of every segment of a parsed file; what ``new`` gives None for stays.

    With ``sources`` the sources are written anew too, from what was read.
    """
    namespace = etree.QName(root).namespace or ""
    for one in list(located(root, path)):
        source = child(one.element, "source", namespace)
        if sources and source is not None:
            write_content(source, one.unit.source, namespace, XLIFF_2)
        target = new(one.unit)
        if target is None:
            continue
        element = child(one.element, "target", namespace)
        if element is None and source is not None:
            element = etree.Element(named("target", namespace))
            source.addnext(element)
            element.tail, source.tail = source.tail, source.tail
        if element is not None:
            write_content(element, target, namespace, XLIFF_2)
