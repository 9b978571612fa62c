"""Writing canonical TMX 1.4: the same units are the same bytes, whatever order they come in.

Level 1 text, one element a line, no indentation, nothing that a clock or a machine decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from toolkit.errors import UsageError
from toolkit.languages.tags import base
from toolkit.model.identity import in_order, turned, unit_id
from toolkit.model.unit import TranslationUnit
from toolkit.text.normalize import strip_controls
from toolkit.tmx.form import ATTRIBUTE, FIELDS

FORM = "1"  # of this canonical form; a release that writes the same bytes keeps it

# Attributes of a tu that may come back from another tool's file, in the order of the standard.
KEPT_ATTRIBUTES = (
    "o-encoding",
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "creationdate",
    "creationid",
    "changedate",
    "segtype",
    "changeid",
    "o-tmf",
)


def write_tmx(units: Iterable[TranslationUnit], *, source_lang: str, target_lang: str) -> bytes:
    """Return a TMX that is valid against tmx14.dtd, in UTF-8.

    The order is that of ``identity.in_order``, duplicates merged; a unit without words on one
    side is left out; white space at the ends of segments and characters that XML cannot hold
    are left out too. Units that run the other way are turned round.

    Raises:
        UsageError: a unit is in other languages than these two.
    """
    ready = in_order(
        unit
        for unit in (_clean(_turned(unit, source_lang, target_lang)) for unit in units)
        if unit.source and unit.target
    )
    lines = [*_head(source_lang)]
    for unit in ready:
        lines.extend(_tu(unit, source_lang, target_lang))
    lines.extend(("</body>", "</tmx>", ""))
    return "\n".join(lines).encode("utf-8")


def _head(source_lang: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    yield '<tmx version="1.4">'
    yield (
        f'<header creationtool="undraft" creationtoolversion="{FORM}" segtype="sentence"'
        f' o-tmf="undraft" adminlang="en" srclang={quoteattr(source_lang)} datatype="plaintext"/>'
    )
    yield "<body>"


def _tu(unit: TranslationUnit, source_lang: str, target_lang: str) -> Iterator[str]:
    yield f"<tu{_tu_attributes(unit)}>"
    for kind, value in _properties(unit):
        yield f"<prop type={_attribute(kind)}>{_text(value)}</prop>"
    for note in unit.notes:
        yield f"<note>{_text(note)}</note>"
    for lang, text in ((source_lang, unit.source), (target_lang, unit.target)):
        yield f"<tuv xml:lang={quoteattr(lang)}><seg>{_text(text)}</seg></tuv>"
    yield "</tu>"


def _tu_attributes(unit: TranslationUnit) -> str:
    given = {name.removeprefix(ATTRIBUTE): value for name, value in unit.props if name[:1] == "@"}
    if unit.created:
        given.setdefault("creationdate", unit.created.replace("-", "") + "T000000Z")
    pairs = [("tuid", unit.id or unit_id(unit))]
    pairs += [(name, given[name]) for name in KEPT_ATTRIBUTES if name in given]
    return "".join(f" {name}={_attribute(value)}" for name, value in pairs)


def _properties(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    for kind, field in FIELDS:
        value = getattr(unit, field)
        if field == "confidence":
            value = "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")
        if value:
            yield kind, value
    for kind, value in unit.props:
        if not kind.startswith(ATTRIBUTE):
            yield kind or "x-unnamed", value


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
    return replace(
        unit,
        source=strip_controls(unit.source).strip(),
        target=strip_controls(unit.target).strip(),
        id=re.sub(r"\s+", "-", strip_controls(unit.id)),
        confidence=None if unit.confidence is None else round(unit.confidence, 4),
        props=tuple((strip_controls(k), strip_controls(v)) for k, v in unit.props),
        notes=tuple(strip_controls(note) for note in unit.notes),
        **plain,
    )


def _text(value: str) -> str:
    return escape(value, {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(value, {"\r": "&#13;"})
