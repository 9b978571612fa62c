"""``w:sym``: a sign of a symbol font, as the Unicode character it looks like."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from toolkit.ooxml.xml import Element, w

_PRIVATE = range(0xF000, 0xF100)  # Word moves the codes of symbol fonts here
_UNLIKE = ("webdings", "mt extra", "marlett", "zapfdingbats", "zapf dingbats", "monotype sorts")
"""Fonts whose signs are like no letter of their codes."""
_SYMBOL: Mapping[int, str] = MappingProxyType(
    {
        0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±",
        0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
        0xBC: "…", 0xD7: "⋅", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    }
)  # fmt: skip
# Greek letters stand in Symbol where the Latin ones stand that sound or look like them.
_GREEK: Mapping[int, str] = MappingProxyType(
    dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
)
_ALIKE = frozenset(map(ord, " !#%&()+,./0123456789:;<=>?[]_{|}"))
"""Signs that Symbol has at the codes of ASCII."""
_WINGDINGS: Mapping[int, str] = MappingProxyType(
    {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
        0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
    }
)  # fmt: skip


def symbol(element: Element) -> str:
    """Return the character of a ``w:sym``, "" when its font is not known."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return _sign(code, element.get(w("font"), "").lower())


def in_font(element: Element, text: str) -> str:
    """Return the words of a ``w:t``, in which signs of a symbol font stand as Word moves them.

    A sign without a twin in Unicode stays as it is.
    """
    run = element.getparent()
    fonts = None if run is None else run.find(f"{w('rPr')}/{w('rFonts')}")
    names = () if fonts is None else (fonts.get(w("ascii")), fonts.get(w("hAnsi")))
    font = next((name for name in names if name), "Symbol").lower()
    return "".join(_sign(ord(one), font) or one if ord(one) in _PRIVATE else one for one in text)


def _sign(code: int, font: str) -> str:
    if code not in _PRIVATE:
        return chr(code) if 0x20 <= code < 0xD800 else ""
    if font == "symbol":
        sign = code - 0xF000
        figure = chr(sign) if sign in _ALIKE else ""
        return _SYMBOL.get(sign) or _GREEK.get(sign) or figure
    if font.startswith("wingdings"):
        return _WINGDINGS.get(code - 0xF000, "")
    return "" if font.startswith(_UNLIKE) else chr(code - 0xF000)


def unknown_signs(roots: Iterable[Element]) -> dict[str, int]:
    """Return the signs without a twin in Unicode, "Webdings F061", and how often each stands."""
    gone = (w("del"), w("moveFrom"), "{*}Fallback")
    found: Counter[str] = Counter()
    for root in roots:
        for one in root.iter(w("sym")):
            if not symbol(one) and next(one.iterancestors(*gone), None) is None:
                found[f"{one.get(w('font'), '?')} {one.get(w('char'), '?')}"] += 1
    return dict(found)
