"""How far a translation of the desk is, in the words of each format; and tags of languages."""

from toolkit.exchange.unit import State
from toolkit.model.desk import Answered, DeskSegment, Translation

# Surest first: what each origin is called as a state, with what qualifies it in XLIFF 1.2.
STEPS_12 = {
    Answered.REVIEWED: ("final", ""),
    Answered.WRITTEN: ("translated", "x-rule"),
    Answered.CONTEXT: ("translated", "x-context"),
    Answered.EXACT: ("translated", "exact-match"),
    Answered.SUBSTITUTED: ("needs-review-translation", "x-substituted"),
    Answered.FUZZY: ("needs-review-translation", "fuzzy-match"),
    Answered.UNTRANSLATED: ("needs-translation", ""),
}
STEPS_2 = {
    Answered.REVIEWED: "final",
    Answered.WRITTEN: "translated",
    Answered.CONTEXT: "translated",
    Answered.EXACT: "translated",
    Answered.SUBSTITUTED: "initial",
    Answered.FUZZY: "initial",
    Answered.UNTRANSLATED: "initial",
}
STATES = {
    Answered.REVIEWED: State.REVIEWED,
    Answered.WRITTEN: State.TRANSLATED,
    Answered.CONTEXT: State.TRANSLATED,
    Answered.EXACT: State.TRANSLATED,
    Answered.SUBSTITUTED: State.REVIEW,
    Answered.FUZZY: State.REVIEW,
    Answered.UNTRANSLATED: State.NEW,
}
_TAGS = {"zh": "zh-CN"}


def tag_of(code: str) -> str:
    """Return a language as other tools expect it: Chinese here is written in simplified Han."""
    return _TAGS.get(code, code)


def where(segment: DeskSegment) -> str:
    """Return where a segment stands, for people: "III/para 12, paragraph 40"."""
    return ", ".join(part for part in (segment.path, segment.place) if part)


def remarks(one: Translation) -> list[str]:
    """Return what a translator should know of a segment, in lines."""
    lines = []
    if one.substitutions:
        lines.append("Set: " + ", ".join(f"{old} -> {new}" for old, new in one.substitutions))
    if one.offered:
        lines.append(f"The memory offers, not filled: {one.offered}")
    if one.note:
        lines.append(one.note)
    return lines


def origin(symbol: str, path: str, memory: str) -> str:
    """Return where a match is from: the document and place, else the memory."""
    return ", ".join(part for part in (symbol, path) if part) or memory
