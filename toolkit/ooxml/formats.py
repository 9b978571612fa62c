"""How Word writes a counter: decimal, roman, letters, Chinese figures."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_ZEROS = re.compile("(0+)1(?:,|$)")
_FULL_WIDTH = {ord("0") + figure: chr(0xFF10 + figure) for figure in range(10)}


def show(value: int, number_format: str) -> str:
    """Return a counter as Word shows it; an unknown format is shown as decimal.

    Formats are the values of ``ST_NumberFormat`` (ISO/IEC 29500-1, 17.18.59), or the pattern of a
    custom one ("001, 002, 003, ..."). "bullet" and "none" give "". Numbers in words are English.
    """
    padded = _ZEROS.match(number_format)
    if padded is not None:
        return str(value).zfill(padded.end(1) + 1)
    writer = FORMATS.get(number_format)
    if writer is None or value < 0:
        return str(value)
    return writer(value)


def roman(value: int) -> str:
    """Return a small roman numeral; decimal for 0 and above 32767, as Word does."""
    if not 0 < value <= 32767:
        return str(value)
    out = []
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        out.append(sign * count)
    return "".join(out)


def letters(value: int) -> str:
    """Return a, b, … z, aa, bb, …: Word repeats the letter. "" for 0."""
    if value <= 0:
        return ""
    turns, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 100)


def chinese_counting(value: int) -> str:
    """Return 一, 十, 十一, 二十, 一百二十三, 一千零五; figures from 100 000."""
    if value == 0:
        return "〇"
    if value >= 100_000:
        return str(value)
    text = _thousands(value)
    return text[1:] if text.startswith("一十") else text


def _thousands(value: int) -> str:
    out, gap = "", False
    for worth, unit in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, worth)
        if not digit:
            gap = bool(out)
            continue
        out += ("零" if gap and out else "") + _DIGITS[digit] + unit
        gap = False
    return out


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(value))


def _circled(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    return str(value)


def _among(alphabet: str) -> Callable[[int], str]:
    return lambda value: alphabet[value - 1] if 1 <= value <= len(alphabet) else str(value)


def _between(first: int, last: int) -> Callable[[int], str]:
    """Return a writer for signs that follow one another in Unicode, decimal beyond them."""
    return lambda value: chr(first + value - 1) if 1 <= value <= last - first + 1 else str(value)


def _nothing(_value: int) -> str:
    return ""


def _ordinal(value: int) -> str:
    special = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if 10 < value % 100 < 14 else special.get(value % 10, "th")
    return f"{value}{ending}"


def _in_words(value: int) -> str:
    """Return "Twenty-one"; figures from 10 000."""
    if value >= 10_000:
        return str(value)
    return _words(value).capitalize()


def _words(value: int) -> str:
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if value >= worth:
            rest = f" {_words(value % worth)}" if value % worth else ""
            return f"{_words(value // worth)} {name}{rest}"
    if value < 20:
        return _ONES[value]
    tens = _TENS[value // 10 - 2]
    return f"{tens}-{_ONES[value % 10]}" if value % 10 else tens


def _ordinal_in_words(value: int) -> str:
    """Return "Twenty-first"."""
    text = _in_words(value)
    head, last = re.fullmatch(r"(.*?)(\w+)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    small = last.lower()
    ending = _ORDINALS.get(small) or (f"{small[:-1]}ieth" if small[-1] == "y" else f"{small}th")
    return f"{head}{ending}".capitalize() if value < 10_000 else _ordinal(value)


FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalHalfWidth": str,
        "decimalZero": lambda value: f"{value:02d}",
        "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "decimalEnclosedFullstop": _between(0x2488, 0x249B),
        "decimalEnclosedParen": _between(0x2474, 0x2487),
        "numberInDash": lambda value: f"- {value} -",
        "upperRoman": lambda value: roman(value).upper(),
        "lowerRoman": roman,
        "upperLetter": lambda value: letters(value).upper(),
        "lowerLetter": letters,
        "ordinal": _ordinal,
        "cardinalText": _in_words,
        "ordinalText": _ordinal_in_words,
        "chineseCounting": chinese_counting,
        "chineseCountingThousand": chinese_counting,
        "taiwaneseCounting": chinese_counting,
        "taiwaneseCountingThousand": chinese_counting,
        "japaneseCounting": chinese_counting,
        "ideographDigital": _digit_by_digit,
        "japaneseDigitalTenThousand": _digit_by_digit,
        "taiwaneseDigital": _digit_by_digit,
        "ideographTraditional": _among(_STEMS),
        "ideographZodiac": _among(_BRANCHES),
        "ideographEnclosedCircle": _between(0x3280, 0x3289),
        "bullet": _nothing,
        "none": _nothing,
    }
)
