"""Small English numbers in words, as references name them: "paragraph five", "twenty-one".

>>> word_value("Twenty-one"), in_words(21), in_words(112)
(21, 'twenty-one', '112')
"""

from types import MappingProxyType
from typing import Final

_DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PRINTED = (
    *_DIGITS,
    *_TEENS,
    *(word for ten in _TENS for word in (ten, *(f"{ten}-{digit}" for digit in _DIGITS))),
)
_VALUES = MappingProxyType({word: value for value, word in enumerate(_PRINTED, start=1)})

# Looking at the first letter is much cheaper than trying every word.
WORD: Final = (
    rf"(?=[{''.join(sorted({word[0] for word in _PRINTED}))}])"
    rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_DIGITS)}))?"
    rf"|{'|'.join(sorted((*_DIGITS, *_TEENS), key=len, reverse=True))})\b(?!-)"
)
"""A regular expression for a number from one to ninety-nine, in small letters."""


def word_value(word: str) -> int | None:
    """Return the value of a number in words, in whatever letters; None for anything else."""
    return _VALUES.get(word.lower())


def in_words(value: int) -> str:
    """Return a number from one to ninety-nine in words, any other in figures."""
    return _PRINTED[value - 1] if 1 <= value <= len(_PRINTED) else str(value)
