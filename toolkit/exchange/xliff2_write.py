"""A translator's desk as XLIFF 2.1, with its modules for matches and metadata."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from toolkit.exchange.codes import outward
from toolkit.exchange.content import write_content
from toolkit.exchange.elements import Element, give, lay_out, under
from toolkit.exchange.inline2 import REF, XLIFF_2
from toolkit.exchange.steps import STEPS_2, origin, remarks, tag_of
from toolkit.exchange.xliff2 import MATCHES, METADATA
from toolkit.inline import Code, Segment
from toolkit.model.desk import Bilingual, DeskSegment, Translation

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Given = Iterable[tuple[str, str]]


def write_xliff2(desk: Bilingual) -> bytes:
    """Return the file: a unit a segment, groups are paragraphs, ids are those of the desk."""
    names = {None: NAMESPACE, "mtc": MATCHES, "mda": METADATA}
    root = etree.Element(_q("xliff"), nsmap=names)  # type: ignore[arg-type]
    give(
        root,
        (
            ("version", "2.1"),
            ("srcLang", tag_of(desk.source_lang)),
            ("trgLang", tag_of(desk.target_lang)),
        ),
    )
    root.set(_SPACE, "preserve")
    file = under(root, _q("file"), (("id", "f1"), ("original", desk.original)))
    said = (("sha256", desk.sha256), ("symbol", desk.symbol), ("format", desk.format))
    _metadata(file, said)
    pairs = zip(desk.segments, desk.translations, strict=True)
    for name, members in groupby(pairs, key=lambda pair: pair[0].group):
        group = under(file, _q("group"), (("id", f"g-{name}"),))
        for segment, translation in members:
            _unit(group, segment, translation)
    lay_out(root, _MIXED)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _metadata(parent: Element, said: Given) -> None:
    block = under(parent, f"{{{METADATA}}}metadata")
    group = under(block, f"{{{METADATA}}}metaGroup", (("category", "undraft"),))
    for name, value in said:
        if value:
            under(group, f"{{{METADATA}}}meta", (("type", name),), value)
    if not len(group):
        parent.remove(block)


def _unit(group: Element, segment: DeskSegment, one: Translation) -> None:
    given = [("id", segment.id), ("canResegment", "no")]
    if segment.path:
        given.append(("name", segment.path))
    unit = under(group, _q("unit"), given)
    source, target = outward(segment.source, one.target)
    _matches(unit, segment.id, source, target, one)
    _metadata(unit, ((name, getattr(segment, name)) for name in ("place", "kind", "label")))
    lines = remarks(one)
    if lines:
        notes = under(unit, _q("notes"))
        for line in lines:
            under(notes, _q("note"), (("category", "undraft"),), line)
    data: dict[str, str] = {}
    source = _referring(source, data)
    target = None if target is None else _referring(target, data)
    if data:
        kept = under(unit, _q("originalData"))
        for native, name in data.items():
            under(kept, _q("data"), (("id", name),), native)
    _segment(unit, segment.id, source, target, one)


def _segment(
    unit: Element, name: str, source: Segment, target: Segment | None, one: Translation
) -> None:
    state = (("state", STEPS_2[one.answered]), ("subState", f"undraft:{one.answered.value}"))
    element = under(unit, _q("segment"), (("id", name), *state))
    write_content(under(element, _q("source")), source, NAMESPACE, XLIFF_2)
    if target is not None:
        write_content(under(element, _q("target")), target, NAMESPACE, XLIFF_2)


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
    block = under(unit, f"{{{MATCHES}}}matches")
    for offer, score, said in offers:
        given = [("ref", f"#{name}"), ("matchQuality", str(score))]
        if said:
            given.append(("origin", said))
        match = under(block, f"{{{MATCHES}}}match", given)
        for side, text in (("source", matched), ("target", Segment(offer.text))):
            write_content(under(match, _q(side)), text, NAMESPACE, XLIFF_2)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


_MIXED: Sequence[str] = (
    *map(_q, ("source", "target", "note", "data")),
    f"{{{METADATA}}}meta",
)
