"""Labels with other numbers, in the form that they had."""

import re
from typing import Final

from toolkit.languages import Language
from toolkit.model import Block
from toolkit.text.numerals import chinese, letter, letter_value, roman, roman_value

_NUMERAL: Final = re.compile(r"[A-Za-z]+|[0-9]+|[一二三四五六七八九十百]+")


def placed_label(block: Block, path: str, language: Language) -> tuple[str | None, int | None]:
    """Return label and number of a heading that is to stand at ``path``."""
    number = step_number(path)
    if block.label is None or number is None or number == block.number:
        return block.label, block.number
    if path.startswith("annex") and "/" not in path:
        return language.annex_label(number), number
    return _NUMERAL.sub(lambda found: _like(found[0], number), block.label, count=1), number


def step_number(path: str) -> int | None:
    """Return the number that the last step of a path has: "II/B" is 2; None where it has none."""
    last = path.rpartition("/")[2]
    numeral = last.partition(" ")[2] if last.startswith(("annex", "heading")) else last
    if last.startswith("heading") or not numeral:
        return None
    if numeral.isdecimal():
        return int(numeral)
    return roman_value(numeral) if "/" not in path else letter_value(numeral)


def _like(numeral: str, number: int) -> str:
    """Return a number in the form of another: roman for a chapter, a letter for a section."""
    if numeral.isdecimal():
        return str(number)
    if not numeral.isascii():
        return chinese(number)
    if (roman_value(numeral) is not None and letter_value(numeral) is None) or numeral in _ROMANS:
        return roman(number)
    return letter(number).upper() if numeral.isupper() else letter(number)


_ROMANS: Final = ("I", "V", "X")
