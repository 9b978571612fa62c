"""English number words and their values: a grammar in which one match is one number.

cardinal  two hundred and five; three million four hundred thousand; a hundred
ordinal   ninth; twenty-first; one hundred and fifth
fraction  two thirds; one-fifth; a quarter of; one in three
    multiple  twice
"""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from toolkit.languages.language import NumberKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern

_VALUES = vocabulary("en").values
_UNITS = {"one": 1, **_VALUES["number.cardinals"]}
_TENS = _VALUES["number.tens"]
_SCALES = _VALUES["number.scales"]
_ORDINALS = _VALUES["number.ordinals"]
_FRACTIONS = _VALUES["number.fractions"]
_ATOMS = {**_UNITS, **_TENS, **_SCALES, **_ORDINALS}

_UNIT = rf"(?:{alternation(_UNITS)})\b"
_TEN = rf"(?:{alternation(_TENS)})\b"
_BIG = rf"(?:{alternation({word: n for word, n in _SCALES.items() if n > 100})})\b"
_BELOW_100 = rf"(?:{_TEN}(?:[\s-]{_UNIT})?|{_UNIT})"
_HUNDREDS = rf"(?:(?:{_BELOW_100}|an?)[\s-]hundred\b)"
_BELOW_1000 = rf"(?:{_HUNDREDS}(?:\s(?:and\s)?{_BELOW_100})?|{_BELOW_100})"
_THOUSANDS = rf"(?:(?:{_BELOW_1000}|an?)[\s-]{_BIG})"
_CARDINAL = rf"(?:(?:{_THOUSANDS},?\s)*{_THOUSANDS}(?:\s(?:and\s)?{_BELOW_1000})?|{_BELOW_1000})"
_ROUND = rf"(?:(?:{_THOUSANDS},?\s)*(?:{_THOUSANDS}|{_HUNDREDS}))"
_PLACE = rf"(?:{alternation(_ORDINALS)})\b"
_ORDINAL = rf"(?:{_ROUND}\s(?:and\s)?)?(?:{_TEN}[\s-])?{_PLACE}"
_MULTIPLES = _VALUES["number.multiples"]
_PARTS = rf"(?:{alternation({word: n for word, n in _FRACTIONS.items() if n > 2})})\b"
_NUMBER = (
    rf"(?<![\w-])(?:(?P<ordinal>{_ORDINAL})"
    rf"|(?P<share>{_BELOW_100}|an?)(?:[\s-](?P<parts>{_PARTS})|\sin\s(?P<whole>{_CARDINAL}))"
    rf"|(?P<multiple>(?:{alternation(_MULTIPLES)})\b)|(?P<cardinal>{_CARDINAL}))"
)
_LETTERS = Pattern(r"[a-z]+")
_COUNTING = frozenset(
    part
    for words in (_UNITS, _TENS, _SCALES, _ORDINALS, _MULTIPLES, _FRACTIONS)
    for word in words
    for part in _LETTERS.findall(word.lower())
)
_ATOM = Pattern(rf"(?:{alternation(_ATOMS)})\b", re.IGNORECASE)


@cache
def number_words() -> Pattern:
    """Return the grammar as a pattern; made when first wanted, being the largest we have."""
    return Pattern(_NUMBER, re.IGNORECASE)


def may_count(text: str) -> bool:
    """Whether any word of ``number_words`` but the article is there; quicker than looking."""
    return not _COUNTING.isdisjoint(_LETTERS.findall(text.lower()))


class Counted(NamedTuple):
    """What a match of ``number_words`` says, and how much of the match says it."""

    value: Fraction
    kind: NumberKind
    end: int


def counted(match: re.Match[str]) -> Counted | None:
    """Value a match of ``number_words``; None when its words count nothing ("a fifth meeting")."""
    if match["share"]:
        return _fraction(match)
    if match["multiple"]:
        value = Fraction(_MULTIPLES[match["multiple"].lower()])
        return Counted(value, NumberKind.CARDINAL, match.end())
    words = match["ordinal"] or match["cardinal"]
    kind = NumberKind.ORDINAL if match["ordinal"] else NumberKind.CARDINAL
    return Counted(Fraction(_sum(words)), kind, match.end())


def _fraction(match: re.Match[str]) -> Counted | None:
    article = match["share"].lower() in ("a", "an")
    share = 1 if article else _sum(match["share"])
    if match["whole"]:
        whole = _sum(match["whole"])
        return (
            None if article else Counted(Fraction(share, whole), NumberKind.CARDINAL, match.end())
        )
    word = match["parts"].lower()
    if article and not match.string.startswith(" of ", match.end()):
        return Counted(Fraction(_FRACTIONS[word]), NumberKind.ORDINAL, match.end())
    if not article and word.endswith("s") == (share == 1):
        return Counted(Fraction(share), NumberKind.CARDINAL, match.end("share"))
    return Counted(Fraction(share, _FRACTIONS[word]), NumberKind.CARDINAL, match.end())


def _sum(words: str) -> int:
    total = group = 0
    for atom in _ATOM.findall(words):
        value = _ATOMS[atom.lower()]
        if value == 100:
            group = max(group, 1) * 100
        elif value > 100:
            total, group = total + max(group, 1) * value, 0
        else:
            group += value
    return total + group
