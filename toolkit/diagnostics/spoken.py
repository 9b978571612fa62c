"""Where a finding is, as an editor says it: "para. 12 (a)", "recommendation 5", "第二章 A 节"."""

import re

from toolkit.diagnostics.catalogue import WORD, fill, translate
from toolkit.languages import by_code
from toolkit.text.numerals import roman_value

_NUMBERED = {"para": "para. {number}", "rec": "rec. {number}", "annex": "annex {number}"}
_LINE = re.compile(r"line (\d+)")
_PLACE = re.compile(r"(line|paragraph|table|page) (\d+)")


def spoken(path: str, lang: str = "en") -> str:
    """Return a path in words; "first page" for an empty one and for "masthead"."""
    if path in ("", "masthead"):
        return fill("first page", None, lang)
    said = [_part(part, index, lang) for index, part in enumerate(path.split("/"))]
    return _joined(_shortened(path.split("/"), said), lang)


def line_of(place: str) -> int | None:
    """Return the line a place names ("line 56" is 56), None for another place."""
    found = _LINE.fullmatch(place)
    return int(found[1]) if found else None


def place_in(place: str, lang: str = "en") -> str:
    """Return a place in a file in the user's language; one of another form as it is."""
    found = _PLACE.fullmatch(place)
    if not found:
        return translate(place, lang, WORD)
    return fill(f"{found[1]} {{number}}", {"number": found[2]}, lang)


def _part(part: str, index: int, lang: str) -> str:
    word, _, number = part.partition(" ")
    if word in _NUMBERED and number:
        return fill(_NUMBERED[word], {"number": _numeral(word, number, lang)}, lang)
    if part == "annex":
        return fill("annex", None, lang)
    if part.startswith("("):
        return part
    value = roman_value(part) if index == 0 else None
    if value is not None:
        return fill("chapter {number}", {"number": _chapter(value, part, lang)}, lang)
    return fill("section {number}", {"number": part}, lang)


def _shortened(parts: list[str], said: list[str]) -> list[str]:
    """Leave out what stands above a numbered paragraph or recommendation: its number tells."""
    for index, part in enumerate(parts):
        if part.startswith(("para ", "rec ")):
            return [
                *(s for s, p in zip(said, parts[:index], strict=False) if "annex" in p),
                *said[index:],
            ]
    return said


def _joined(said: list[str], lang: str) -> str:
    sign = fill(", ", None, lang)
    out = said[0]
    for part in said[1:]:
        out += f" {part}" if part.startswith("(") else f"{sign}{part}"
    return out


def _chapter(value: int, printed: str, lang: str) -> str:
    try:
        return by_code(lang).chapter_label(value).rstrip(".")
    except KeyError:
        return printed


def _numeral(word: str, number: str, lang: str) -> str:
    value = roman_value(number) if word == "annex" else None
    return _chapter(value, number, lang) if value is not None else number
