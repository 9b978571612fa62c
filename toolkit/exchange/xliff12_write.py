"""A translator's desk as XLIFF 1.2, valid against the strict schema: no extension is needed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from toolkit import __version__
from toolkit.exchange.codes import outward
from toolkit.exchange.content import write_content
from toolkit.exchange.elements import Element, lay_out, under
from toolkit.exchange.inline12 import XLIFF_12
from toolkit.exchange.steps import STEPS_12, origin, remarks, tag_of
from toolkit.inline import Segment
from toolkit.model.desk import Answered, Bilingual, DeskSegment, Translation

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
DIGEST = "sha256-"
_PRESERVED = ("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def write_xliff12(desk: Bilingual, *, copied: bool = False) -> bytes:
    """Return the file.

    The skeleton names the document and its digest, groups are paragraphs, contexts say where a
    segment stands, ``alt-trans`` has what the memories offer. With ``copied`` every target is a
    copy of its source, as OmegaT must have it; translations are then offered in ``alt-trans``.
    """
    root = etree.Element(_q("xliff"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("version", "1.2")
    file = under(root, _q("file"), _of_file(desk))
    file.set(*_PRESERVED)
    _header(file, desk)
    body = under(file, _q("body"))
    pairs = zip(desk.segments, desk.translations, strict=True)
    for name, members in groupby(pairs, key=lambda pair: pair[0].group):
        group = under(body, _q("group"), (("id", name),))
        for segment, translation in members:
            _unit(group, segment, translation, copied=copied)
    lay_out(root, _MIXED)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _of_file(desk: Bilingual) -> tuple[tuple[str, str], ...]:
    return (
        ("original", desk.original),
        ("source-language", tag_of(desk.source_lang)),
        ("target-language", tag_of(desk.target_lang)),
        ("datatype", f"x-{desk.format}"),
        ("tool-id", "undraft"),
    )


def _header(file: Element, desk: Bilingual) -> None:
    header = under(file, _q("header"))
    skeleton = under(header, _q("skl"))
    given = (("href", desk.original), ("crc", DIGEST + desk.sha256))
    under(skeleton, _q("external-file"), given)
    tool = (("tool-id", "undraft"), ("tool-name", "undraft"), ("tool-version", __version__))
    under(header, _q("tool"), tool)
    if desk.symbol:
        under(header, _q("note"), (("from", "symbol"),), desk.symbol)


def _unit(group: Element, segment: DeskSegment, one: Translation, *, copied: bool) -> None:
    unit = under(group, _q("trans-unit"), (("id", segment.id),))
    unit.set(*_PRESERVED)
    if one.answered is Answered.REVIEWED:
        unit.set("approved", "yes")
    source, target = outward(segment.source, one.target)
    _text(unit, "source", source)
    if copied:
        _text(unit, "target", source)
    elif target is not None:
        _text(unit, "target", target, _state(one))
    contexts = under(unit, _q("context-group"), (("purpose", "location"),))
    for kind in ("path", "place", "kind", "label"):
        value = getattr(segment, kind)
        if value:
            under(contexts, _q("context"), (("context-type", f"x-{kind}"),), value)
    if not len(contexts):
        unit.remove(contexts)
    for line in remarks(one):
        under(unit, _q("note"), (("from", "undraft"),), line)
    for match in _offers(segment, one, target):
        _alternative(unit, *match)


def _state(one: Translation) -> tuple[tuple[str, str], ...]:
    state, qualifier = STEPS_12[one.answered]
    given = (("state", state), ("state-qualifier", qualifier))
    return tuple(pair for pair in given if pair[1])


Offer = tuple[Segment, Segment, int, str]


def _offers(segment: DeskSegment, one: Translation, target: Segment | None) -> Iterator[Offer]:
    """Yield source, target, score and origin of what the memories have, the best first."""
    matched = Segment(one.matched) if one.matched else outward(segment.source, None)[0]
    if target is not None and one.memory:
        yield matched, target, one.score, origin(one.symbol, one.path, one.memory)
    for rival in one.rivals:
        said = origin(rival.symbol, rival.path, rival.memory)
        yield matched, Segment(rival.target), rival.score, said


def _alternative(unit: Element, source: Segment, target: Segment, score: int, said: str) -> None:
    given = (("match-quality", str(score)), ("origin", said), ("alttranstype", "proposal"))
    element = under(unit, _q("alt-trans"), given)
    _text(element, "source", source)
    _text(element, "target", target)


def _text(
    parent: Element, name: str, segment: Segment, given: Iterable[tuple[str, str]] = ()
) -> None:
    write_content(under(parent, _q(name), given), segment, NAMESPACE, XLIFF_12)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


_MIXED = frozenset(map(_q, ("source", "target", "note", "context")))
