"""What a ``tu`` says besides its segments: properties, notes and attributes."""

from collections.abc import Iterator

from lxml import etree

from toolkit.model.unit import TranslationUnit
from toolkit.tmx.form import ATTRIBUTE, FIELDS
from toolkit.tmx.seg import local_name


def unit_metadata(tu: etree._Element, namespace: str, langs: tuple[str, str]) -> TranslationUnit:
    """Return a unit without texts, with everything else that the ``tu`` says.

    ``langs`` are the codes of its two languages. Properties and attributes that no field of a
    unit holds become ``props``, so that writing gives them back.
    """
    fields: dict[str, str] = {}
    rest: list[tuple[str, str]] = []
    notes: list[str] = []
    own = dict(FIELDS)
    for child in tu:
        name = local_name(child, namespace)
        text = "".join(map(str, child.itertext())) if name in ("prop", "note") else ""
        kind = child.get("type", "") if name == "prop" else ""
        if name == "note":
            notes.append(text)
        elif kind in own and own[kind] not in fields:
            fields[own[kind]] = text
        elif name == "prop":
            rest.append((kind, text))
    rest.extend(_attributes(tu))
    confidence = _number(fields.pop("confidence", ""))
    return TranslationUnit(
        source="",
        target="",
        source_lang=langs[0],
        target_lang=langs[1],
        id=tu.get("tuid", ""),
        confidence=confidence,
        created=_day(tu.get("creationdate", "")),
        props=tuple(rest),
        notes=tuple(notes),
        **fields,
    )


def _attributes(tu: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes that no field of a unit holds, as properties."""
    for key, value in sorted(tu.attrib.items()):
        plain = str(key).isascii() and "{" not in str(key)
        whole_day = key == "creationdate" and _day(str(value)) and str(value)[8:] == "T000000Z"
        if plain and key != "tuid" and not whole_day:
            yield ATTRIBUTE + str(key), str(value)


def _day(stamp: str) -> str:
    """Return the ISO day of "20191104T093000Z", "" when it is none."""
    head = stamp[:8]
    if len(head) == 8 and head.isascii() and head.isdigit():
        return f"{head[:4]}-{head[4:6]}-{head[6:]}"
    return ""


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
