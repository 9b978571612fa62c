"""Where an English sentence ends."""

from toolkit.languages.segmentation import (
    BRACKETS,
    NOTE_MARK,
    Inside,
    begins_item,
    cut,
    is_label,
    pairs,
)
from toolkit.languages.vocabulary import vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LISTS = vocabulary("en").lists
_NEVER = frozenset(_LISTS["segment.abbreviations"])
_ENDERS = frozenset(_LISTS["segment.enders"])
_MAYBE = frozenset(_LISTS["segment.open_abbreviations"])
_OPENERS = frozenset(_LISTS["segment.openers"])
_LETTER_HEADS = frozenset(_LISTS["segment.letter_heads"])

_END = Pattern(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)[\"'”’»)\]]{{0,4}}{NOTE_MARK}{{0,3}}[\"'”’»)\]]{{0,4}}(?=\s+(?P<next>\S))"
)
_BLANK_LINE = Pattern(r"\n[^\S\n]*\n")
_WORD_BEFORE = Pattern(r"(?:et\s)?(?:[A-Za-zÀ-ÿ]+\.)*[A-Za-zÀ-ÿ]+$")
_NEXT_WORD = Pattern(r"[\s\"'“‘(\[]*([A-Za-z]+)(?!\.\s?[A-Z])")
_LOOK_BACK = 24


def segment(text: str) -> tuple[Span, ...]:
    """Cut English text into sentences, as ``Language.segment`` says."""
    inside = Inside(pairs(text, BRACKETS))
    places = []
    start = 0
    for place, stop in _candidates(text):
        if inside.around(place) is None and (stop is None or _ends(text, start, stop, place)):
            places.append(place)
            start = place
    return cut(text, places)


def _candidates(text: str) -> list[tuple[int, int | None]]:
    """Every place where a sentence might end, and where its stop begins (None: a blank line)."""
    found: list[tuple[int, int | None]] = [(m.end(), m.start()) for m in _END.finditer(text)]
    found += [(match.start(), None) for match in _BLANK_LINE.finditer(text)]
    return sorted(found, key=lambda one: one[0])


def _ends(text: str, start: int, stop: int, place: int) -> bool:
    if not _can_open(text, place) or begins_item(text, place) or is_label(text, start, place):
        return False
    if text[stop] != ".":
        return text[stop] != "…" or text[stop - 1 : stop] not in ("[", "(")
    if text.startswith("..", stop):
        return text[stop - 1 : stop] not in ("[", "(")
    closed = text[stop + 1 : place].strip() != ""
    return _word_may_end(text, start, stop, place, closed)


def _can_open(text: str, place: int) -> bool:
    """Whether a sentence can begin after ``place``: not with a small letter or a mark."""
    rest = text[place : place + 40].lstrip(" \t\n\u00a0\"'“‘([«")
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or not rest[0].isascii())


def _word_may_end(text: str, start: int, stop: int, place: int, closed: bool) -> bool:
    before = text[max(start, stop - _LOOK_BACK) : stop]
    found = _WORD_BEFORE.search(before)
    if not found:
        return True
    word = found.group()
    if word in _NEVER or (word.removeprefix("et ") in _NEVER and word.startswith("et ")):
        return closed and ")" in text[stop:place]
    opener = _NEXT_WORD.match(text, place)
    opens = opener is not None and opener.group(1) in _OPENERS
    if word in _ENDERS:
        return True
    if word in _MAYBE:
        return opens
    if len(word) == 1 and word.isupper():
        return opens or closed or _is_letter_label(before[: found.start()])
    return True


def _is_letter_label(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].lower() in _LETTER_HEADS
