"""A translator's desk as XLIFF 2.1, with its modules for matches and metadata."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from toolkit.exchange.codes import outward
from toolkit.exchange.content import write_content
from toolkit.exchange.inline2 import REF, XLIFF_2
from toolkit.exchange.source import Element
from toolkit.exchange.steps import STEPS_2, origin, remarks, tag_of
from toolkit.exchange.xliff2 import MATCHES, METADATA
from toolkit.inline import Code, Segment
from toolkit.model.desk import Bilingual, DeskSegment, Translation
from toolkit.text.normalize import strip_controls

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Given = Iterable[tuple[str, str]]


def write_xliff2(desk: Bilingual) -> bytes:
    """Return the file: a unit a segment, groups are paragraphs, ids are those of the desk."""
    names = {None: NAMESPACE, "mtc": MATCHES, "mda": METADATA}
    root = etree.Element(_q("xliff"), nsmap=names)  # type: ignore[arg-type]
    _give(
        root,
        (
            ("version", "2.1"),
            ("srcLang", tag_of(desk.source_lang)),
            ("trgLang", tag_of(desk.target_lang)),
        ),
    )
    root.set(_SPACE, "preserve")
    file = _sub(root, _q("file"), (("id", "f1"), ("original", desk.original)))
    said = (("sha256", desk.sha256), ("symbol", desk.symbol), ("format", desk.format))
    _metadata(file, said)
    pairs = zip(desk.segments, desk.translations, strict=True)
    for name, members in groupby(pairs, key=lambda pair: pair[0].group):
        group = _sub(file, _q("group"), (("id", f"g-{name}"),))
        for segment, translation in members:
            _unit(group, segment, translation)
    _lay(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _metadata(parent: Element, said: Given) -> None:
    block = _sub(parent, f"{{{METADATA}}}metadata")
    group = _sub(block, f"{{{METADATA}}}metaGroup", (("category", "undraft"),))
    for name, value in said:
        if value:
            _sub(group, f"{{{METADATA}}}meta", (("type", name),), value)
    if not len(group):
        parent.remove(block)


def _unit(group: Element, segment: DeskSegment, one: Translation) -> None:
    given = [("id", segment.id), ("canResegment", "no")]
    if segment.path:
        given.append(("name", segment.path))
    unit = _sub(group, _q("unit"), given)
    source, target = outward(segment.source, one.target)
    _matches(unit, segment.id, source, target, one)
    _metadata(unit, ((name, getattr(segment, name)) for name in ("place", "kind", "label")))
    lines = remarks(one)
    if lines:
        notes = _sub(unit, _q("notes"))
        for line in lines:
            _sub(notes, _q("note"), (("category", "undraft"),), line)
    data: dict[str, str] = {}
    source = _referring(source, data)
    target = None if target is None else _referring(target, data)
    if data:
        kept = _sub(unit, _q("originalData"))
        for native, name in data.items():
            _sub(kept, _q("data"), (("id", name),), native)
    _segment(unit, segment.id, source, target, one)


def _segment(
    unit: Element, name: str, source: Segment, target: Segment | None, one: Translation
) -> None:
    state = (("state", STEPS_2[one.answered]), ("subState", f"undraft:{one.answered.value}"))
    element = _sub(unit, _q("segment"), (("id", name), *state))
    write_content(_sub(element, _q("source")), source, NAMESPACE, XLIFF_2)
    if target is not None:
        write_content(_sub(element, _q("target")), target, NAMESPACE, XLIFF_2)


def _referring(segment: Segment, data: dict[str, str]) -> Segment:
    """Return codes that refer to their native form, which is put into ``data`` once."""
    return Segment(segment.text, tuple(_reference(code, data) for code in segment.codes))


def _reference(code: Code, data: dict[str, str]) -> Code:
    if not code.native or code.mark:
        return code
    name = data.setdefault(code.native, f"d{len(data) + 1}")
    return replace(code, extra=((REF, name),))


def _matches(
    unit: Element, name: str, source: Segment, target: Segment | None, one: Translation
) -> None:
    offers: list[tuple[Segment, int, str]] = []
    if target is not None and one.memory:
        offers.append((target, one.score, origin(one.symbol, one.path, one.memory)))
    for rival in one.rivals:
        said = origin(rival.symbol, rival.path, rival.memory)
        offers.append((Segment(rival.target), rival.score, said))
    if not offers:
        return
    matched = Segment(one.matched or source.text)
    block = _sub(unit, f"{{{MATCHES}}}matches")
    for offer, score, said in offers:
        given = [("ref", f"#{name}"), ("matchQuality", str(score))]
        if said:
            given.append(("origin", said))
        match = _sub(block, f"{{{MATCHES}}}match", given)
        for side, text in (("source", matched), ("target", Segment(offer.text))):
            write_content(_sub(match, _q(side)), text, NAMESPACE, XLIFF_2)


def _sub(parent: Element, name: str, given: Given = (), text: str = "") -> Element:
    element = etree.SubElement(parent, name)
    _give(element, given)
    if text:
        element.text = strip_controls(text)
    return element


def _give(element: Element, given: Given) -> None:
    for key, value in given:
        element.set(key, strip_controls(value))


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


_MIXED: Sequence[str] = (
    *map(_q, ("source", "target", "note", "data")),
    f"{{{METADATA}}}meta",
)


def _lay(element: Element) -> None:
    """Put every element that holds no words on a line of its own."""
    if element.tag in _MIXED:
        return
    if len(element):
        element.text = "\n"
    for child in element:
        child.tail = "\n"
        _lay(child)
