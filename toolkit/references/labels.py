"""The labels of numbered paragraphs and recommendations: 12., 12 bis, 建议 12, 第十二段之二."""

import re
from typing import Final

from toolkit.languages import AGAINS
from toolkit.languages.referring import again_of
from toolkit.text.numerals import chinese

NUMBER: Final = re.compile(
    r"(?P<number>[0-9]+|[一二三四五六七八九十百]+)"
    rf"(?P<again>[ \u00a0]?(?:{'|'.join(AGAINS)})\b|[ \u00a0]?之[二三四五六七八])?"
)

_FIGURES: Final = "0123456789. "


def again_in(label: str) -> str:
    """Return "bis" and its like of a label, "" where it has none."""
    if not label.strip(_FIGURES):
        return ""  # nearly every label, and quickly seen
    found = NUMBER.search(label)
    return again_of(found["again"] or "") if found else ""


def numeral_like(found: re.Match[str], number: int) -> str:
    """Return a number in figures or in Han, as the label that ``NUMBER`` found has it."""
    return str(number) if found["number"].isascii() else chinese(number)


def renumbered(label: str, number: int) -> str:
    """Return a label with another number, in the form that it had; "bis" and its like go."""
    return NUMBER.sub(lambda found: numeral_like(found, number), label, count=1)
