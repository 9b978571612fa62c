"""What is shown of a translated segment: where it came from, as a colour or a comment."""

from typing import Literal

from toolkit.languages import Language
from toolkit.model.desk import Answered, Translation
from toolkit.writers.docx_runs import shade_of

Marks = Literal["comments", "colour", "none"]

_SURE = frozenset({Answered.REVIEWED, Answered.WRITTEN})
_SAID = {
    Answered.CONTEXT: "The same sentence in the same place",
    Answered.EXACT: "The same sentence",
    Answered.SUBSTITUTED: "The same but for values",
    Answered.FUZZY: "Alike",
    Answered.UNTRANSLATED: "Not translated",
}


def shade(one: Translation) -> str:
    """Return the colour for where a translation came from, "" for what needs no second look."""
    return "" if one.answered in _SURE and not one.note else shade_of(_tone(one))


def _tone(one: Translation) -> str:
    return "fuzzy" if one.answered in _SURE else one.answered.value


def remark_of(one: Translation, language: Language) -> str:
    """Return what a comment says of a translation, "" for nothing.

    First where it came from and how alike it is, then every thing that a reviser needs: what was
    changed, what else the memories have, what they have that was not filled.
    """
    if one.answered in _SURE:
        return one.note
    lines = [_head(one)]
    if one.substitutions:
        lines.append("Set: " + ", ".join(f"{old} -> {new}" for old, new in one.substitutions))
    if one.matched:
        lines.append(f"In the memory: {one.matched}")
    lines += [
        f"Or ({rival.score}{_from(rival.symbol, rival.path)}): {rival.target}"
        for rival in one.rivals
    ]
    if one.offered:
        lines.append(f"The memory offers, not filled: {one.offered}")
    if one.note:
        lines.append(one.note)
    if one.target is None:
        lines.append(f"To be translated into {language.name}.")
    return "\n".join(lines)


def _head(one: Translation) -> str:
    score = f", {one.score}" if one.score else ""
    return f"{_SAID[one.answered]}{score}{_from(one.symbol, one.path)}"


def _from(symbol: str, path: str) -> str:
    where = ", ".join(part for part in (symbol, path) if part)
    return f", {where}" if where else ""
