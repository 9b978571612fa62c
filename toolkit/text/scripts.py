"""Which script a character belongs to.

The ranges are the values of the Script property in ``Scripts.txt`` of Unicode 16.0, so that the
answer does not change with the Unicode version of the Python that runs.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable

HAN_RANGES: tuple[tuple[int, int], ...] = (
    (0x2E80, 0x2E99),
    (0x2E9B, 0x2EF3),
    (0x2F00, 0x2FD5),
    (0x3005, 0x3005),
    (0x3007, 0x3007),
    (0x3021, 0x3029),
    (0x3038, 0x303B),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9),
    (0x16FE2, 0x16FE3),
    (0x16FF0, 0x16FF1),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B739),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0x2EBF0, 0x2EE5D),
    (0x2F800, 0x2FA1D),
    (0x30000, 0x3134A),
    (0x31350, 0x323AF),
)

LATIN_RANGES: tuple[tuple[int, int], ...] = (
    (0x0041, 0x005A),
    (0x0061, 0x007A),
    (0x00AA, 0x00AA),
    (0x00BA, 0x00BA),
    (0x00C0, 0x00D6),
    (0x00D8, 0x00F6),
    (0x00F8, 0x02B8),
    (0x1E00, 0x1EFF),
    (0x2C60, 0x2C7F),
    (0xA722, 0xA787),
    (0xFB00, 0xFB06),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
)

# Marks of the blocks that only East Asian typography uses. Curly quotation marks, the dash, the
# ellipsis and the middle dot are left out: Latin text has them too.
CJK_PUNCTUATION_RANGES: tuple[tuple[int, int], ...] = (
    (0x3001, 0x3003),
    (0x3008, 0x3011),
    (0x3014, 0x301F),
    (0x3030, 0x3030),
    (0x30FB, 0x30FB),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F),
    (0xFE50, 0xFE6B),
    (0xFF01, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
)


def is_han(ch: str) -> bool:
    """Return whether one character is Han, 〇 and 々 included.

    >>> is_han("国"), is_han("〇"), is_han("a"), is_han("。")
    (True, True, False, False)
    """
    return _within(ord(ch), HAN_RANGES)


def is_latin(ch: str) -> bool:
    """Return whether one character is a Latin letter, full-width forms included."""
    return _within(ord(ch), LATIN_RANGES)


def is_cjk_punctuation(ch: str) -> bool:
    """Return whether one character is a mark that only East Asian typography uses.

    >>> is_cjk_punctuation("、"), is_cjk_punctuation("（"), is_cjk_punctuation(",")
    (True, True, False)
    """
    return _within(ord(ch), CJK_PUNCTUATION_RANGES)


def han_share(text: str) -> float:
    """Return the share (0-1) of the letters of ``text`` that are Han; 0 when it has no letters.

    >>> han_share("第 7/1 号决议")
    1.0
    """
    return _share(text, is_han)


def latin_share(text: str) -> float:
    """Return the share (0-1) of the letters of ``text`` that are Latin; 0 when it has none."""
    return _share(text, is_latin)


def _share(text: str, belongs: Callable[[str], bool]) -> float:
    # A text has few different characters: each is asked once.
    counts = Counter(text)
    letters = [ch for ch in counts if unicodedata.category(ch)[0] == "L" or is_han(ch)]
    every = sum(counts[ch] for ch in letters)
    return sum(counts[ch] for ch in letters if belongs(ch)) / every if every else 0.0


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    at = bisect_right(ranges, (code, 0x110000)) - 1
    return at >= 0 and code <= ranges[at][1]
