"""Between a ``tu`` of a file and the units of a memory, which have two languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from toolkit.inline import Segment, stripped
from toolkit.languages.tags import base
from toolkit.model.identity import unit_id
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.entry import TU_ATTRIBUTES, TUV_ATTRIBUTES, Entry, Note, Prop, Variant
from toolkit.tmx.form import (
    ATTRIBUTE,
    FIELDS,
    LANG,
    LANG_PROP,
    NOTE,
    NOTE_ENCODING,
    NOTE_LANG,
    PROP_ENCODING,
    PROP_LANG,
)

_FIELD_OF = dict(FIELDS)

Pairs = tuple[tuple[str, str], ...]


def units_of(entry: Entry, langs: tuple[str, str], header_lang: str = "") -> list[TranslationUnit]:
    """Return the units from the first language of ``langs`` to the second, one for each target.

    ``langs`` are codes as ``tags.base`` gives them; ``header_lang`` is what the file calls its
    source language, which says what the context is in. There are none where one of the two
    languages has no words.
    """
    sources = [v for v in entry.variants if base(v.lang) == langs[0] and v.segment.text.strip()]
    targets = [v for v in entry.variants if base(v.lang) == langs[1] and v.segment.text.strip()]
    if not sources or not targets:
        return []
    blank = _blank(entry, langs)
    if base(entry.attribute("srclang") or header_lang) == langs[1]:
        blank.update(previous="", following="")  # they are in the other language
    return [_unit(entry.id, blank, sources[0], target) for target in targets]


def _blank(entry: Entry, langs: tuple[str, str]) -> dict[str, Any]:
    """Return what the units of an entry have in common, by the names of their fields."""
    fields: dict[str, Any] = {}
    rest: list[tuple[str, str]] = []
    for prop in entry.props:
        name = _FIELD_OF.get(prop.type)
        if name is not None and name not in fields:
            fields[name] = prop.text
        else:
            rest.append((prop.type, prop.text))
    rest.extend(_as_props(entry.attributes))
    rest.extend(_forms_of(entry.props, entry.notes))
    fields.update(
        source_lang=langs[0],
        target_lang=langs[1],
        confidence=number(fields.get("confidence", "")),
        created=day(entry.attribute("creationdate")),
        props=tuple(rest),
        notes=tuple(note.text for note in entry.notes),
    )
    return fields


def _unit(own: str, blank: dict[str, Any], source: Variant, target: Variant) -> TranslationUnit:
    """Return a unit; ``own`` is its identifier in the file, which is kept where it says more."""
    before, after = stripped(source.segment), stripped(target.segment)
    unit = TranslationUnit(
        source=before.text,
        target=after.text,
        source_codes=before.codes,
        target_codes=after.codes,
        source_props=_said(source, blank["source_lang"]),
        target_props=_said(target, blank["target_lang"]),
        **blank,
    )
    return replace(unit, id=own) if own and own != unit_id(unit) else unit


def _as_props(attributes: Pairs) -> Iterator[tuple[str, str]]:
    for name, value in attributes:
        if name != "creationdate" or not _whole_day(value):
            yield ATTRIBUTE + name, value


def _whole_day(stamp: str) -> bool:
    return bool(day(stamp)) and stamp[8:] == "T000000Z"


def _said(variant: Variant, lang: str) -> Pairs:
    """Return what one language says besides its words, as ``source_props`` has it."""
    if variant.lang == lang and not (variant.attributes or variant.props or variant.notes):
        return ()
    carried = next((prop.text for prop in variant.props if prop.type == LANG_PROP), "")
    tag = carried if base(carried) == base(variant.lang) else variant.lang
    said = [(LANG, tag)] if tag != lang else []
    said.extend((ATTRIBUTE + name, value) for name, value in variant.attributes)
    said.extend((prop.type, prop.text) for prop in variant.props if prop.type != LANG_PROP)
    said.extend((NOTE, note.text) for note in variant.notes)
    said.extend(_forms_of(variant.props, variant.notes))
    return tuple(said)


def _forms_of(props: Sequence[Prop], notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    """Yield the languages and encodings of properties and notes, where they say so."""
    for prop in props:
        if (prop.lang or prop.encoding) and prop.type != LANG_PROP:
            said = f"{prop.type}={prop.text}"
            yield from _form(said, (PROP_LANG, prop.lang), (PROP_ENCODING, prop.encoding))
    for note in notes:
        yield from _form(note.text, (NOTE_LANG, note.lang), (NOTE_ENCODING, note.encoding))


def _form(text: str, *given: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return ((kind + value, text) for kind, value in given if value)


def _form_of(said: Pairs, kind: str, value: str) -> str:
    """Return what ``_forms_of`` has of one text, "" if nothing."""
    given = (name for name, text in said if text == value and name.startswith(kind))
    return next(given, kind).removeprefix(kind)


def _prop(said: Pairs, kind: str, value: str) -> Prop:
    forms = (_form_of(said, form, f"{kind}={value}") for form in (PROP_LANG, PROP_ENCODING))
    return Prop(kind or "x-unnamed", value, *forms)


def _note(said: Pairs, text: str) -> Note:
    return Note(text, *(_form_of(said, form, text) for form in (NOTE_LANG, NOTE_ENCODING)))


@lru_cache(maxsize=1024)
def day(stamp: str) -> str:
    """Return the ISO day of "20191104T093000Z" or "2019-11-04…", "" when it is none."""
    head = stamp[:10].replace("-", "")[:8]
    if len(head) == 8 and head.isascii() and head.isdigit():
        return f"{head[:4]}-{head[4:6]}-{head[6:]}"
    return ""


@lru_cache(maxsize=1024)
def number(text: str) -> float | None:
    """Return a confidence from 0 to 1, None where the text is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def entry_of(unit: TranslationUnit, langs: tuple[str, str]) -> Entry:
    """Return a unit as a ``tu`` whose two languages are written under the codes ``langs``.

    What a field of the unit says is written once; the code of a language as it once was is kept
    as a property.
    """
    given = {name.removeprefix(ATTRIBUTE): value for name, value in _reversed_at(unit.props)}
    if unit.created:
        given.setdefault("creationdate", unit.created.replace("-", "") + "T000000Z")
    return Entry(
        id=unit.id or unit_id(unit),
        attributes=_ordered(given, TU_ATTRIBUTES),
        props=tuple(_properties(unit)),
        notes=tuple(_note(unit.props, text) for text in unit.notes),
        variants=(
            _variant(langs[0], Segment(unit.source, unit.source_codes), unit.source_props),
            _variant(langs[1], Segment(unit.target, unit.target_codes), unit.target_props),
        ),
    )


def _properties(unit: TranslationUnit) -> Iterator[Prop]:
    for kind, name in FIELDS:
        value = getattr(unit, name)
        if name == "confidence":
            value = "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")
        if value:
            yield Prop(kind, value)
    for kind, value in unit.props:
        if not kind.startswith(ATTRIBUTE):
            yield _prop(unit.props, kind, value)


def _variant(lang: str, segment: Segment, said: Pairs) -> Variant:
    given = {name.removeprefix(ATTRIBUTE): value for name, value in _reversed_at(said)}
    tag = given.pop("xml:lang", "")
    carried = [Prop(LANG_PROP, tag)] if tag and tag != lang else []
    props = (
        _prop(said, kind, value)
        for kind, value in said
        if kind != NOTE and not kind.startswith(ATTRIBUTE)
    )
    return Variant(
        lang=lang,
        segment=segment,
        attributes=_ordered(given, TUV_ATTRIBUTES),
        props=(*carried, *props),
        notes=tuple(_note(said, value) for kind, value in said if kind == NOTE),
    )


def _reversed_at(said: Pairs) -> Iterator[tuple[str, str]]:
    """Yield attributes, the last first, so that the first one said holds."""
    return (pair for pair in reversed(said) if pair[0].startswith(ATTRIBUTE))


def _ordered(given: dict[str, str], names: Sequence[str]) -> Pairs:
    return tuple((name, given[name]) for name in names if name in given)
