"""Normal forms of text: for comparing, never for printing, except ``strip_controls``."""

import unicodedata
from typing import Final

from toolkit.text.pattern import Pattern

_WIDE: Final = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}
# Signs that only steer layout: soft hyphen, zero-width space, word joiner, byte order mark.
_INVISIBLE: Final = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_HYPHENS: Final = {0x2010: 0x2D, 0x2011: 0x2D}
_RARE: Final = Pattern("[\u00ad\u200b\u2060\ufeff\u2010\u2011]")  # most texts have none
_NOT_XML: Final = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fold_width(text: str) -> str:
    """Return ``text`` with full-width ASCII and the ideographic space in half width.

    For matching only: Chinese is printed with full-width marks. Lengths do not change, so spans
    found in the result hold in ``text``.

    >>> fold_width("Ａ／７１，（a）")
    'A/71,(a)'
    """
    return text if text.isascii() else text.translate(_WIDE)


def match_key(text: str) -> str:
    r"""Return the form under which two texts count as equal for exact matching.

    What it makes equal: composed and decomposed letters (NFC); every kind of white space (no-break,
    thin, ideographic, line break) and any number of it, with none at the ends; the no-break hyphen
    and the hyphen; signs that only steer layout (soft hyphen, zero-width space, word joiner, byte
    order mark), which go. What stays apart: case, width of letters and marks, kinds of quotation
    marks and dashes, figures.

    Applying it twice changes nothing more.

    >>> match_key("States\u00a0 par\u00adties") == match_key("States parties")
    True
    >>> match_key("（a）") == match_key("(a)")
    False
    """
    if text.isascii():
        return " ".join(text.split())
    if _RARE.search(text):
        text = text.translate(_INVISIBLE).translate(_HYPHENS)
    return " ".join(unicodedata.normalize("NFC", text).split())


def strip_controls(text: str) -> str:
    """Return ``text`` without the characters an XML 1.0 document cannot hold.

    These are the C0 controls but tab, line feed and carriage return, lone surrogates, U+FFFE and
    U+FFFF.
    """
    return _NOT_XML.sub("", text)
