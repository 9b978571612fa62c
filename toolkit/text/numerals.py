"""Numerals other than arabic figures, as values and back.

Every reader answers None for what is not a numeral of its kind; every writer raises ValueError
for a number it has no numeral for; and reader and writer are inverse to each other.
"""

import re
from typing import Final

from toolkit.text.pattern import Pattern

_ROMAN: Final = Pattern(r"(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.ASCII)
_ROMAN_STEPS: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
ROMAN_MAX: Final = 3999
LETTER_MAX: Final = 26 * 30
CHINESE_MAX: Final = 999_999_999_999

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_GROUPS: Final = (("亿", 10**8), ("万", 10**4), ("", 1))
# Other shapes of the same numerals: round zero, the "two" of counting, traditional and financial.
_SAME: Final = str.maketrans(
    "〇两兩萬億壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "零二二万亿一二二三三四五六六七八九十百千"
)
_LONGEST: Final = 40
_ENCLOSED: Final = (
    (0x2460, 1, 20),  # ① … ⑳
    (0x2474, 1, 20),  # ⑴ … ⒇
    (0x2488, 1, 20),  # ⒈ … ⒛
    (0x2776, 1, 10),  # ❶ … ❿
    (0x3220, 1, 10),  # ㈠ … ㈩
    (0x3251, 21, 35),  # ㉑ … ㉟
    (0x3280, 1, 10),  # ㊀ … ㊉
    (0x32B1, 36, 50),  # ㊱ … ㊿
)


def roman_value(text: str) -> int | None:
    """Return the value (1-3999) of a roman numeral all in capitals or all in small letters.

    Strict: only the shortest usual form counts.

    >>> roman_value("xiv"), roman_value("IIII"), roman_value("Iv"), roman_value("")
    (14, None, None, None)
    """
    if not text or text not in (text.upper(), text.lower()) or not text.isascii():
        return None
    upper = text.upper()
    if not _ROMAN.fullmatch(upper):
        return None
    value, at = 0, 0
    for step, sign in _ROMAN_STEPS:
        while upper.startswith(sign, at):
            value, at = value + step, at + len(sign)
    return value


def roman(n: int) -> str:
    """Return the roman numeral of ``n`` (1-3999) in capitals.

    Raises:
        ValueError: ``n`` is out of range.
    """
    _hold(n, 1, ROMAN_MAX, "a roman numeral")
    out = []
    for step, sign in _ROMAN_STEPS:
        count, n = divmod(n, step)
        out.append(sign * count)
    return "".join(out)


def letter_value(text: str) -> int | None:
    """Return the place of a list letter: a 1, z 26, then doubled, aa 27, bb 28, as lists go on.

    Either case, not mixed.

    >>> letter_value("b"), letter_value("bb"), letter_value("ab"), letter_value("é")
    (2, 28, None, None)
    """
    if not text or not text.isascii() or not text.isalpha() or text != text[0] * len(text):
        return None
    value = (len(text) - 1) * 26 + ord(text[0].lower()) - ord("a") + 1
    return value if value <= LETTER_MAX else None


def letter(n: int) -> str:
    """Return the small list letter of ``n`` (1-780).

    Raises:
        ValueError: ``n`` is out of range.
    """
    _hold(n, 1, LETTER_MAX, "a list letter")
    turns, place = divmod(n - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def chinese_value(text: str) -> int | None:
    """Return the value (0-999,999,999,999) of a whole number written in Han.

    Reads the written form (一百零五, 十二, 三亿零五万), the same with 〇, 两, traditional or
    financial characters, and digits in a row without units (二〇一九). Strict about zeros: the
    spoken 一百五 for 150 is no numeral here, for it could be taken for 105.

    >>> chinese_value("二十三"), chinese_value("二〇一九"), chinese_value("两万零五百")
    (23, 2019, 20500)
    >>> chinese_value("一百五"), chinese_value("百十"), chinese_value("第三")
    (None, None, None)
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    plain = text.translate(_SAME)
    if all(ch in _DIGITS for ch in plain):
        value = int("".join(str(_DIGITS.index(ch)) for ch in plain))
        return value if value <= CHINESE_MAX else None
    sum_of = _added(plain)
    if sum_of is None or sum_of > CHINESE_MAX:
        return None
    full = re.sub(r"(?<=[百千零])十", "一十", plain)
    usual = full.removeprefix("一") if full.startswith("一十") else full
    return sum_of if usual == chinese(sum_of) else None


def whole_value(text: str) -> int | None:
    """Return the value of a whole number in figures or in Han; None for anything else."""
    return int(text) if text.isdecimal() else chinese_value(text)


def chinese(n: int) -> str:
    """Return ``n`` (0-999,999,999,999) in Han with units: 十二, 一百一十二, 一百零五, 两 never.

    Raises:
        ValueError: ``n`` is out of range.

    >>> chinese(0), chinese(12), chinese(112), chinese(100_050_000)
    ('零', '十二', '一百一十二', '一亿零五万')
    """
    _hold(n, 0, CHINESE_MAX, "a Chinese numeral")
    if n == 0:
        return _DIGITS[0]
    out = ""
    for sign, size in _GROUPS:
        group, n = divmod(n, size)
        if group:
            gap = _DIGITS[0] if out and group < 1000 and not out.endswith(_DIGITS[0]) else ""
            out += gap + _group(group) + sign
    return out.removeprefix("一") if out.startswith("一十") else out


def enclosed_value(ch: str) -> int | None:
    """Return the value of one circled, bracketed or dotted number sign: ① ⑴ ⒈ ㈠ ㊀.

    >>> enclosed_value("㈢"), enclosed_value("⑫"), enclosed_value("3")
    (3, 12, None)
    """
    if len(ch) != 1:
        return None
    for start, first, last in _ENCLOSED:
        value = ord(ch) - start + first
        if first <= value <= last:
            return value
    return None


def _group(n: int) -> str:
    """Write 1-9999 with units; a run of zeros inside is one 零."""
    out, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, n = divmod(n, size)
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + unit
        gap = not digit
    return out


def _added(plain: str) -> int | None:
    """Add up digits and units without looking at their order; None for any other character."""
    total = group = digit = 0
    for ch in plain:
        if ch in _DIGITS:
            digit = _DIGITS.index(ch)
        elif ch in _UNITS:
            group, digit = group + (digit or 1) * _UNITS[ch], 0
        elif ch in ("万", "亿"):
            size = dict(_GROUPS)[ch]
            total, group, digit = total + (group + digit) * size, 0, 0
        else:
            return None
    return total + group + digit


def _hold(n: int, low: int, high: int, what: str) -> None:
    if not low <= n <= high:
        raise ValueError(f"{n} has no form as {what}: expected {low} to {high}")
