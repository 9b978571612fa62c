"""The elements that stand for characters: words, tabs, breaks, hyphens, signs of symbol fonts."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from toolkit.ooxml.symbols import in_font, symbol
from toolkit.ooxml.xml import Element, w

_TYPE = w("type")
_WHITE = str.maketrans("\n\r\t", "   ", "\u00ad")


def _plain(element: Element) -> str:
    text = element.text or ""
    return text if text.isprintable() else in_font(element, text.translate(_WHITE))


def _break(element: Element) -> str:
    return "" if element.get(_TYPE) in ("page", "column") else "\n"


SIGNS: Mapping[str, Callable[[Element], str]] = MappingProxyType(
    {
        "t": _plain,
        "delText": _plain,
        "tab": lambda _: "\t",
        "ptab": lambda _: "\t",
        "br": _break,
        "cr": lambda _: "\n",
        "noBreakHyphen": lambda _: "\u2011",
        "softHyphen": lambda _: "",
        "sym": symbol,
    }
)
"""By the local name of an element, what it reads as."""
