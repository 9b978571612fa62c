"""Features of a text: its words, and pairs of neighbours with figures set aside."""

import re
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from toolkit.memory.keys import folded

MASK = 0xFFFFFFFF
LEFT, RIGHT, PAIR = 0x9E3779B1, 0x85EBCA77, 0x27D4EB2F  # odd numbers that spread pairs evenly

# Characters of scripts that do not part words with spaces are words of their own.
_ALONE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_TOKENS = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+")
_FIGURE = crc32(b"0")


class Kept(IntEnum):
    """How a segment keeps which texts have a feature."""

    COUNTED = 0  # how many, and no more
    LISTED = 1  # 32-bit numbers
    MAPPED = 2  # a bit for each text


class Posting(NamedTuple):
    """What a segment has of a feature; ``places`` is None while it was not fetched."""

    feature: int
    size: int
    kept: Kept
    places: bytes | None


class Token(NamedTuple):
    """A word: its number, its number with figures set aside, and how many characters it has."""

    word: int
    place: int
    size: int


class Tokens(dict[str, Token]):
    """Tokens by spelling, worked out once each."""

    def __missing__(self, spelling: str) -> Token:
        """Work out a token that was not asked for before."""
        word = crc32(spelling.encode("utf-8", "surrogatepass"))
        token = Token(word, _FIGURE if spelling[0].isdigit() else word, len(spelling))
        self[spelling] = token
        return token


def spellings(text: str) -> list[str]:
    """Return the words of a text in order, width and case set aside."""
    return _TOKENS.findall(folded(text))


def pair_of(left: int, right: int) -> int:
    """Return the number of two neighbours, from their places."""
    return (left * LEFT + right * RIGHT + PAIR) & MASK


def features(text: str, known: Tokens | None = None) -> dict[int, int]:
    """Return each feature of a text with its weight: the characters it stands for.

    ``known`` saves working out the tokens of earlier texts again.
    """
    known = Tokens() if known is None else known
    found = [known[spelling] for spelling in spellings(text)]
    weights = {token.word: token.size for token in found}
    for left, right in pairwise(found):
        # Half of what its words weigh: more would tell an order, and hide what words there are.
        weights[pair_of(left.place, right.place)] = (left.size + right.size + 1) // 2
    return weights


def is_alone(spelling: str) -> bool:
    """Return whether a word is one character of a script without spaces between words."""
    return len(spelling) == 1 and re.match(f"[{_ALONE}]", spelling) is not None
