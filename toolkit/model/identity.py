"""What makes a unit the same unit: its identifier, its place in order, and merging duplicates."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from toolkit.inline import codes_to_text
from toolkit.model.unit import TranslationUnit

STATUS_RANK = {"aligned": 0, "reviewed": 1, "approved": 2}

_STEP = re.compile(r"([^0-9]*)([0-9]*)(.*)", re.DOTALL)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

Key = tuple[str, ...]


def unit_id(unit: TranslationUnit) -> str:
    """Return the identifier a unit has unless it brought one of its own.

    Sixteen hexadecimal figures made of source, target, their codes, context and symbol; nothing
    else moves it, and no counter or clock is in it.
    """
    parts = (unit.source, unit.target, unit.previous, unit.following, unit.symbol, *_codes(unit))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def in_order(units: Iterable[TranslationUnit]) -> list[TranslationUnit]:
    """Return units in canonical order, duplicates merged; the order they came in is forgotten.

    By symbol, then by place in the document (chapters by number, paragraphs by number), then by
    text: so that a changed paragraph is one hunk of a diff, near its neighbours.
    """
    groups: dict[Key, list[TranslationUnit]] = {}
    for unit in units:
        groups.setdefault(same_key(unit), []).append(unit)
    return sorted((_merged(group) for group in groups.values()), key=_place)


def turned(unit: TranslationUnit) -> TranslationUnit:
    """Return the unit in the other direction; its context, being in the source, is let go."""
    return replace(
        unit,
        source=unit.target,
        target=unit.source,
        source_lang=unit.target_lang,
        target_lang=unit.source_lang,
        source_codes=unit.target_codes,
        target_codes=unit.source_codes,
        source_props=unit.target_props,
        target_props=unit.source_props,
        previous="",
        following="",
    )


def same_key(unit: TranslationUnit) -> Key:
    """Return what two units share when they are the same unit, whatever else they say."""
    texts = (unit.source, unit.target, unit.previous, unit.following)
    return (unit.symbol, unit.path, *texts, *_codes(unit))


def _codes(unit: TranslationUnit) -> Key:
    if not (unit.source_codes or unit.target_codes):
        return ()
    return (codes_to_text(unit.source_codes), codes_to_text(unit.target_codes))


def _merged(group: list[TranslationUnit]) -> TranslationUnit:
    """Return units that say the same as one: the most certain, with what only the others have."""
    if len(group) == 1 and not any(_extra(group[0])):
        return group[0]
    group = sorted(group, key=_certainty, reverse=True)
    days = [unit.created for unit in group if unit.created]
    return replace(
        group[0],
        id=next((unit.id for unit in group if unit.id), ""),
        created=min(days, default=""),
        target_symbol=next((u.target_symbol for u in group if u.target_symbol), ""),
        aligner=next((unit.aligner for unit in group if unit.aligner), ""),
        props=tuple(dict.fromkeys(prop for unit in group for prop in unit.props)),
        notes=tuple(dict.fromkeys(note for unit in group for note in unit.notes)),
        source_props=tuple(dict.fromkeys(prop for unit in group for prop in unit.source_props)),
        target_props=tuple(dict.fromkeys(prop for unit in group for prop in unit.target_props)),
    )


def worth(status: str, confidence: float | None) -> tuple[int, float]:
    """Return what orders units by how far they can be trusted: by status, then by confidence.

    A unit that a person made, whose confidence is None, is surer than any other.
    """
    return (STATUS_RANK.get(status, 0), 2.0 if confidence is None else confidence)


def _certainty(unit: TranslationUnit) -> tuple[object, ...]:
    return (worth(unit.status, unit.confidence), _rest(unit), _extra(unit))


def _rest(unit: TranslationUnit) -> tuple[str, ...]:
    return (unit.status, unit.id, unit.created, unit.target_symbol, unit.aligner)


def _extra(unit: TranslationUnit) -> tuple[object, ...]:
    return (unit.props, unit.notes, unit.source_props, unit.target_props)


def _place(unit: TranslationUnit) -> tuple[object, ...]:
    # Of several targets for a source the best is last, since some tools take the last they see.
    trust = worth(unit.status, unit.confidence)
    place = (unit.symbol, path_key(unit.path), unit.path, unit.source, trust)
    return (*place, same_key(unit), _rest(unit), _extra(unit))


def path_key(path: str) -> tuple[tuple[int, str, int, str], ...]:
    """Return what orders paths as a document does: "II/para 9" before "II/para 10", IX after V."""
    return tuple(_step_key(step, depth) for depth, step in enumerate(path.split("/")))


def _step_key(step: str, depth: int) -> tuple[int, str, int, str]:
    if depth == 0 and step and set(step) <= _ROMAN.keys():
        return (0, "", _roman(step), step)
    found = _STEP.fullmatch(step)
    if not found:
        return (1, step, 0, "")
    return (1, found[1], int(found[2][:9] or 0), found[3])


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
