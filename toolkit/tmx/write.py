"""Writing TMX 1.4 that is valid and that everybody reads: one element a line, streamed.

Nothing that a clock or a machine decides is in it. ``write_tmx`` is the canonical form of the
units of a memory: the same units are the same bytes, whatever order they come in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.errors import UsageError
from toolkit.inline import Segment, stripped
from toolkit.languages.tags import base
from toolkit.model.identity import in_order, turned
from toolkit.model.unit import TranslationUnit
from toolkit.text.normalize import strip_controls
from toolkit.tmx.entry import Entry, Note, Prop, Variant
from toolkit.tmx.form import FIELDS, TmxHeader
from toolkit.tmx.markup import attribute_xml, segment_xml, text_xml
from toolkit.tmx.pairs import entry_of

FORM = "1"  # of this canonical form; a release that writes the same bytes keeps it
SEGTYPES = ("block", "paragraph", "sentence", "phrase")

_BLANKS = re.compile(r"\s+")


def write_tmx(
    units: Iterable[TranslationUnit], *, source_lang: str, target_lang: str, level: int = 2
) -> bytes:
    """Return a TMX that is valid against tmx14.dtd, in UTF-8.

    The order is that of ``identity.in_order``, duplicates merged; a unit without words on one
    side is left out; white space at the ends of segments and characters that XML cannot hold
    are left out too. Units that run the other way are turned round. Level 1 leaves inline codes
    out.

    Raises:
        UsageError: a unit is in other languages than these two.
    """
    return b"".join(
        stream_tmx(units, source_lang=source_lang, target_lang=target_lang, level=level)
    )


def stream_tmx(
    units: Iterable[TranslationUnit],
    *,
    source_lang: str,
    target_lang: str,
    level: int = 2,
    header: TmxHeader | None = None,
) -> Iterator[bytes]:
    """Yield what ``write_tmx`` returns, in pieces; the units are sorted, and so held, once.

    ``header`` is that of the file which is written anew; its source language is set.
    """
    langs = (source_lang, target_lang)
    ready = in_order(
        unit
        for unit in (_clean(_turned(unit, source_lang, target_lang)) for unit in units)
        if unit.source.strip() and unit.target.strip()
    )
    head = replace(header or TmxHeader(), source_lang=source_lang)
    return stream_entries(head, (entry_of(unit, langs) for unit in ready), level=level)


def stream_entries(
    header: TmxHeader, entries: Iterable[Entry], *, level: int = 2
) -> Iterator[bytes]:
    """Yield a file in pieces: the head, a piece for each entry in the order given, the end.

    Nothing is sorted and nothing held. What the header does not say gets a value of its own;
    the tool is always named as ours, since what follows was written by it.
    """
    yield ("\n".join(_head(header)) + "\n").encode("utf-8")
    for entry in entries:
        yield ("\n".join(_tu(entry, level)) + "\n").encode("utf-8")
    yield b"</body>\n</tmx>\n"


def _head(header: TmxHeader) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    yield '<tmx version="1.4">'
    given = (
        ("creationtool", "undraft"),
        ("creationtoolversion", FORM),
        ("segtype", header.segtype if header.segtype in SEGTYPES else "sentence"),
        ("o-tmf", header.o_tmf or "undraft"),
        ("adminlang", header.admin_lang or "en"),
        ("srclang", header.source_lang or "*all*"),
        ("datatype", header.datatype or "plaintext"),
        *header.attributes,
    )
    said = [*_said(header.props, header.notes)]
    yield f"<header{_attributes(given)}{'>' if said else '/>'}"
    if said:
        yield from said
        yield "</header>"
    yield "<body>"


def _tu(entry: Entry, level: int) -> Iterator[str]:
    given = [(k, v) for k, v in entry.attributes if k != "segtype" or v in SEGTYPES]
    name = _BLANKS.sub("-", entry.id)
    yield f"<tu{_attributes([('tuid', name), *given] if name else given)}>"
    yield from _said(entry.props, entry.notes)
    for variant in entry.variants:
        yield from _tuv(variant, level)
    yield "</tu>"


def _tuv(variant: Variant, level: int) -> Iterator[str]:
    given = _attributes((("xml:lang", variant.lang), *variant.attributes))
    seg = f"<seg>{segment_xml(variant.segment, level)}</seg>"
    said = [*_said(variant.props, variant.notes)]
    if not said:
        yield f"<tuv{given}>{seg}</tuv>"
        return
    yield f"<tuv{given}>"
    yield from said
    yield seg
    yield "</tuv>"


def _said(props: Iterable[Prop], notes: Iterable[Note]) -> Iterator[str]:
    for prop in props:
        given = (("type", prop.type or "x-unnamed"), *_more(prop))
        yield f"<prop{_attributes(given)}>{text_xml(prop.text)}</prop>"
    for note in notes:
        yield f"<note{_attributes(_more(note))}>{text_xml(note.text)}</note>"


def _more(remark: Prop | Note) -> list[tuple[str, str]]:
    given = (("xml:lang", remark.lang), ("o-encoding", remark.encoding))
    return [pair for pair in given if pair[1]]


def _attributes(given: Iterable[tuple[str, str]]) -> str:
    return "".join(f" {name}={attribute_xml(value)}" for name, value in given)


def _turned(unit: TranslationUnit, source_lang: str, target_lang: str) -> TranslationUnit:
    wanted, found = (base(source_lang), base(target_lang)), (unit.source_lang, unit.target_lang)
    langs = (base(found[0]), base(found[1]))
    if langs == wanted:
        return unit
    if langs == wanted[::-1]:
        return turned(unit)
    raise UsageError(
        f"A unit is in {' and '.join(found)}, and this memory is in {source_lang} and"
        f" {target_lang}; write them to different files."
    )


def _clean(unit: TranslationUnit) -> TranslationUnit:
    """Return the unit as it will be read back: without what XML or the standard cannot hold."""
    plain = {field: strip_controls(getattr(unit, field)) for _, field in FIELDS[:4] + FIELDS[5:]}
    source = stripped(Segment(strip_controls(unit.source), unit.source_codes))
    target = stripped(Segment(strip_controls(unit.target), unit.target_codes))
    return replace(
        unit,
        source=source.text,
        target=target.text,
        source_codes=source.codes,
        target_codes=target.codes,
        id=_BLANKS.sub("-", strip_controls(unit.id)),
        confidence=None if unit.confidence is None else round(unit.confidence, 4),
        props=_plain_pairs(unit.props),
        source_props=_plain_pairs(unit.source_props),
        target_props=_plain_pairs(unit.target_props),
        notes=tuple(strip_controls(note) for note in unit.notes),
        **plain,
    )


def _plain_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((strip_controls(name), strip_controls(value)) for name, value in pairs)
