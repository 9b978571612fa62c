"""Labels: the number as it stands on a paragraph.

A label can often be read in two ways: "I." is a roman one or the ninth letter, "(c)" the third
letter or a hundred. ``readings`` gives them all; who knows the sequence decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from toolkit.languages import Language
from toolkit.text.numerals import (
    chinese_value,
    enclosed_value,
    letter_value,
    roman_value,
    whole_value,
)


class System(StrEnum):
    """The numerals a label is written in."""

    ARABIC = "arabic"
    ROMAN_UPPER = "roman-upper"
    ROMAN_LOWER = "roman-lower"
    LETTER_UPPER = "letter-upper"
    LETTER_LOWER = "letter-lower"
    HAN = "han"
    BULLET = "bullet"


class Shape(StrEnum):
    """What stands around the numeral."""

    DOT = "dot"  # 1.  A.  二.
    BRACKETS = "brackets"  # (a)
    CLOSE = "close"  # a)
    BULLET = "bullet"  # -
    RECOMMENDATION = "recommendation"  # Recommendation 5
    CHAPTER = "chapter"  # Chapter II, 第二章


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label taken apart.

    ``raw`` is as printed, with the square brackets of an alternative under negotiation; ``value``
    is None for a bullet; ``suffix`` is "bis", "ter", … in its Latin form, else empty.
    """

    raw: str
    system: System
    shape: Shape
    value: int | None = None
    suffix: str = ""


BULLETS: Final = "-–—•·●▪‣*"
_SUFFIXES: Final = {"之二": "bis", "之三": "ter", "之四": "quater", "之五": "quinquies"}
_SUFFIX: Final = r"(?:[ \u00a0]?(?P<suffix>bis|ter|quater|quinquies|之[二三四五]))?"
_SUFFIX_INSIDE: Final = _SUFFIX.replace("suffix", "suffix_inside")
_NUMBER_WORD: Final = r"(?:Nos?\b\.?|Number\b|№|#|第)"
_BRACKETED: Final = r"\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]"
_HAN: Final = "一二三四五六七八九十百"
_WIDE: Final = re.compile("[Ａ-Ｚａ-ｚ]")
_NARROW: Final = {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_LONGEST: Final = 24  # signs of a label
_LABEL: Final = re.compile(
    rf"(?P<open>\[?)(?:"
    rf"(?P<dot>\d{{1,4}}|[IVXLC]{{1,7}}|[A-Z]|[a-z]|[ivxl]{{2,6}}){_SUFFIX}[.．]"
    rf"|(?P<pause>\d{{1,3}})、(?=\s?[\u4e00-\u9fff])"
    rf"|(?P<handot>[{_HAN}]{{1,5}})[.．、]"
    rf"|[(（](?P<brackets>{_BRACKETED}|[{_HAN}]{{1,5}}){_SUFFIX_INSIDE}[)）]"
    rf"|(?P<close>\d{{1,3}}|[a-z]|[ivxl]{{2,6}})[)）]"
    rf"|(?P<enclosed>[㈠-㈩])"
    rf"|(?P<bullet>[{re.escape(BULLETS)}])(?=\s)"
    rf")(?P<shut>\]?)"
)


def readings(text: str, language: Language) -> tuple[tuple[Label, ...], str]:
    """Return every reading of the label ``text`` begins with, and the words after it.

    The usual reading comes first; no label is no readings and the whole text. A label must be
    set off: "1.5 million" and "A.M." have none. Linear in the length of the text.
    """
    word = _word_label(text, language)
    if word is not None:
        return (word[0],), word[1]
    found = _LABEL.match(_narrowed(text))
    if found is None:
        return (), text
    rest = text[found.end() :]
    if not _set_off(found, rest):
        return (), text
    labels = tuple(_labels(found, raw=text[: found.end()]))
    return (labels, rest.lstrip()) if labels else ((), text)


def _narrowed(text: str) -> str:
    """Return a text whose label is in letters of half width, sign for sign: "（ａ）" as "（a）"."""
    if _WIDE.search(text, 0, _LONGEST) is None:
        return text
    return text[:_LONGEST].translate(_NARROW) + text[_LONGEST:]


def recommendation_label(text: str, language: Language) -> tuple[Label, str] | None:
    """Read "Recommendation 5 bis", "Recommendation No. 5", "建议 5 之二", "第五项建议".

    What follows may be the body set on the same line, or show that this is a sentence that
    only begins with the words; the caller judges. A small first letter goes on with a sentence.
    """
    if text[:1].islower():
        return None
    word = re.escape(language.masthead.recommendation)
    figure = rf"\d{{1,4}}(?!\d)|[{_HAN}]{{1,5}}(?=[\s:：.．项号]|$)"
    found = re.match(
        rf"(\[?(?:{word}\s*(?:{_NUMBER_WORD}\s*)?(?P<before>{figure})(?:\s*[号项])?"
        rf"|第\s*(?P<behind>\d{{1,4}}|[{_HAN}]{{1,5}})\s*[项条号]\s*{word}){_SUFFIX}\]?)(?!\d)",
        text,
        re.IGNORECASE,
    )
    value = whole_value(found["before"] or found["behind"]) if found else None
    if found is None or value is None:
        return None
    suffix = found["suffix"] or ""
    label = Label(
        raw=found[1],
        system=System.ARABIC,
        shape=Shape.RECOMMENDATION,
        value=value,
        suffix=_SUFFIXES.get(suffix, suffix),
    )
    return label, text[found.end() :]


def _word_label(text: str, language: Language) -> tuple[Label, str] | None:
    """Read "Chapter II" and "第二章": the numeral with the word for chapter before or behind."""
    found = _chapter(language.masthead.chapter).match(text)
    if found is None:
        return None
    numeral = found[1] or found[2]
    value = roman_value(numeral) or whole_value(numeral)
    if value is None:
        return None
    system = System.HAN if found[2] else System.ROMAN_UPPER
    label = Label(raw=found[0], system=system, shape=Shape.CHAPTER, value=value)
    return label, text[found.end() :].lstrip()


@cache
def _chapter(word: str) -> re.Pattern[str]:
    before = rf"{re.escape(word)}\s+([IVXLC]{{1,7}}|\d{{1,2}})\b[.:]?"
    behind = rf"第\s*([{_HAN}]{{1,5}})\s*{re.escape(word)}"
    return re.compile(f"{before}|{behind}", re.IGNORECASE)


def _set_off(found: re.Match[str], rest: str) -> bool:
    """Return whether what follows lets the match be a label, not the start of a word or figure."""
    if bool(found["open"]) != bool(found["shut"]):
        return False
    if not rest or rest[0].isspace() or found["brackets"] or found["enclosed"]:
        return True
    if found["handot"] or found["pause"]:
        return True
    return not rest[0].isascii() and rest[0] not in "）)，。、；"


def _labels(found: re.Match[str], raw: str) -> Iterator[Label]:
    if found["bullet"]:
        yield Label(raw=raw, system=System.BULLET, shape=Shape.BULLET)
        return
    if found["enclosed"]:
        value = enclosed_value(found["enclosed"])
        yield Label(raw=raw, system=System.HAN, shape=Shape.BRACKETS, value=value)
        return
    numeral, shape = _numeral(found)
    suffix = found["suffix"] or found["suffix_inside"] or ""
    for system, value in numeral_values(numeral):
        yield Label(
            raw=raw,
            system=system,
            shape=shape,
            value=value,
            suffix=_SUFFIXES.get(suffix, suffix),
        )


def _numeral(found: re.Match[str]) -> tuple[str, Shape]:
    if found["brackets"]:
        return found["brackets"], Shape.BRACKETS
    if found["close"]:
        return found["close"], Shape.CLOSE
    return found["dot"] or found["handot"] or found["pause"], Shape.DOT


def numeral_values(numeral: str) -> Iterator[tuple[System, int]]:
    """Yield what a bare numeral may stand for, the usual first: "I" is one before a letter."""
    if numeral.isdecimal():
        yield System.ARABIC, int(numeral)
        return
    upper = numeral.isupper()
    longest = 1 if upper else 2  # after (z) comes (aa), but no heading is AA.
    roman = roman_value(numeral)
    letter = letter_value(numeral) if len(numeral) <= longest else None
    both = [
        (System.ROMAN_UPPER if upper else System.ROMAN_LOWER, roman),
        (System.LETTER_UPPER if upper else System.LETTER_LOWER, letter),
    ]
    if len(numeral) == 1 and numeral.upper() not in "IVX":
        both.reverse()
    yield from ((system, value) for system, value in both if value is not None)
    han = chinese_value(numeral)
    if han is not None:
        yield System.HAN, han
