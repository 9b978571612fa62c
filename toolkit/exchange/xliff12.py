"""Reading XLIFF 1.0 to 1.2, and setting its targets anew with everything else kept as it is."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.content import write_content
from toolkit.exchange.elements import Element, child, local, named
from toolkit.exchange.inline12 import XLIFF_12, segment_of
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, Match, State
from toolkit.inline import Segment
from toolkit.text.xml_files import line_of

NAMESPACES = (
    "",
    "urn:oasis:names:tc:xliff:document:1.0",
    "urn:oasis:names:tc:xliff:document:1.1",
    "urn:oasis:names:tc:xliff:document:1.2",
)
_STATES = {
    "new": State.NEW,
    "needs-translation": State.NEW,
    "translated": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.REVIEWED,
}
_REVIEWS = ("needs-adaptation", "needs-l10n", "needs-review")

Retarget = Callable[[ExchangeUnit], Segment | None]


@dataclass(frozen=True, slots=True)
class Located:
    """A unit with its element."""

    unit: ExchangeUnit
    element: Element


def read_xliff12(root: Element, path: str) -> ExchangeFile:
    """Return what a parsed file has.

    Raises:
        InputError: it is of no namespace of XLIFF 1.x, has no ``file``, or a unit without source.
    """
    namespace = namespace_of(root, path)
    files = [one for one in root if local(one, namespace) == "file"]
    if not files:
        raise InputError(f"{path} is XLIFF without a <file>; nothing can be read from it.")
    first = files[0]
    skeleton = _skeleton(first, namespace)
    return ExchangeFile(
        format=f"xliff {root.get('version', '1.2')}",
        units=tuple(one.unit for one in located(root, path)),
        source_lang=first.get("source-language", ""),
        target_lang=first.get("target-language", ""),
        original=first.get("original", ""),
        sha256=skeleton,
        symbol=_header_note(first, namespace, "symbol"),
    )


def namespace_of(root: Element, path: str) -> str:
    """Return the namespace of a file, which must be one of XLIFF 1.x.

    Raises:
        InputError: it is another.
    """
    found = etree.QName(root).namespace or ""
    if found not in NAMESPACES:
        raise InputError(
            f"{path} is in the namespace {found[:80]!r}; XLIFF 1.x or 2.x was expected."
        )
    return found


def located(root: Element, path: str) -> Iterator[Located]:
    """Yield units with their elements, in order.

    Raises:
        InputError: a unit has no source, or is nested beyond reason.
    """
    namespace = namespace_of(root, path)
    seen: Counter[str] = Counter()
    first: tuple[str, str] | None = None
    for file in root:
        if local(file, namespace) != "file":
            continue
        part = file.get("original", "")
        seen[part] += 1
        part = part if seen[part] == 1 else f"{part}#{seen[part]}"
        langs = file.get("source-language", ""), file.get("target-language", "")
        first = first or langs
        own = langs if langs != first else ("", "")
        for element in file.iter(named("trans-unit", namespace)):
            try:
                unit = _unit(element, namespace, part)
                yield Located(replace(unit, langs=own), element)
            except InputError as error:
                raise InputError(f"{path}, {error}") from None


def _unit(element: Element, namespace: str, part: str) -> ExchangeUnit:
    source = child(element, "source", namespace)
    if source is None:
        raise InputError(
            f"line {line_of(element)}: the unit {element.get('id', '')!r} has no <source>."
        )
    target = child(element, "target", namespace)
    segmented = child(element, "seg-source", namespace)
    return ExchangeUnit(
        id=element.get("id", ""),
        part=part,
        source=segment_of(source, namespace),
        target=None if target is None else segment_of(target, namespace),
        state=_state(element, target),
        translate=element.get("translate", "yes") != "no",
        notes=tuple(_notes(element, namespace)),
        path=_context(element, namespace, "x-path") or element.get("resname", ""),
        matches=tuple(_matches(element, namespace)),
        segmented=None if segmented is None else segment_of(segmented, namespace),
        line=line_of(element),
    )


def _state(element: Element, target: Element | None) -> State:
    if target is None:
        return State.NEW
    if element.get("approved") == "yes":
        return State.REVIEWED
    said = target.get("state", "")
    if said.startswith(_REVIEWS):
        return State.REVIEW
    return _STATES.get(said, State.TRANSLATED)


def _notes(element: Element, namespace: str) -> Iterator[str]:
    for one in element:
        if local(one, namespace) == "note":
            yield "".join(str(text) for text in one.itertext())


def _context(element: Element, namespace: str, kind: str) -> str:
    for group in element:
        if local(group, namespace) == "context-group":
            for one in group:
                if local(one, namespace) == "context" and one.get("context-type") == kind:
                    return one.text or ""
    return ""


def _matches(element: Element, namespace: str) -> Iterator[Match]:
    for one in element:
        target = child(one, "target", namespace)
        if local(one, namespace) != "alt-trans" or target is None:
            continue
        source = child(one, "source", namespace)
        yield Match(
            source=None if source is None else segment_of(source, namespace),
            target=segment_of(target, namespace),
            score=_score(one.get("match-quality", "")),
            origin=one.get("origin", ""),
        )


def _score(text: str) -> int | None:
    figures = text.strip().removesuffix("%").partition(".")[0]
    if not (figures.isascii() and figures.isdigit() and len(figures) <= 3):
        return None
    return min(int(figures), 100)


def _skeleton(file: Element, namespace: str) -> str:
    """Return the digest of the document that we write beside the name of the skeleton."""
    for one in file.iter(named("external-file", namespace)):
        return (one.get("crc") or "").removeprefix("sha256-")
    return ""


def _header_note(file: Element, namespace: str, whose: str) -> str:
    header = child(file, "header", namespace)
    for one in () if header is None else header:
        if local(one, namespace) == "note" and one.get("from") == whose:
            return one.text or ""
    return ""


# -- writing into a file that is there -----------------------------------------------------------
def retarget12(root: Element, path: str, new: Retarget, *, sources: bool = False) -> None:
    """Set the target of every unit of a parsed file; what ``new`` gives None for stays.

    A new target stands behind the source (and its segmented form). With ``sources`` the sources
    are written anew too, from what was read.
    """
    namespace = namespace_of(root, path)
    for one in list(located(root, path)):
        if sources:
            source = child(one.element, "source", namespace)
            if source is not None:
                write_content(source, one.unit.source, namespace, XLIFF_12)
        target = new(one.unit)
        if target is not None:
            write_content(_target(one.element, namespace), target, namespace, XLIFF_12)


def _target(element: Element, namespace: str) -> Element:
    found = child(element, "target", namespace)
    if found is not None:
        return found
    before = child(element, "seg-source", namespace)
    before = child(element, "source", namespace) if before is None else before
    made = etree.Element(named("target", namespace))
    if before is not None:
        before.addnext(made)
        made.tail, before.tail = before.tail, before.tail
    return made
