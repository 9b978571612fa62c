"""One part of a symbol, between two strokes: what it is, or what is wrong with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from toolkit.symbols.codes import Codes
from toolkit.text.numerals import roman_value
from toolkit.text.pattern import Pattern

_NUMBER: Final = Pattern(r"[0-9]+")
_SPECIAL: Final = Pattern(r"E?S-[1-9][0-9]*")
_GLUED: Final = Pattern(r"([A-Za-z]+)([0-9]+)")
_STATE: Final = Pattern(r"[A-Z]{3}")
_RANGE: Final = Pattern(r"[0-9]+[-,][0-9]+")


class SymbolError(ValueError):
    """A text is no document symbol; the message says what is wrong and what to write."""


class Kind(StrEnum):
    """What a part of a symbol is."""

    BODY = "body"
    NATURE = "nature"
    MODIFIER = "modifier"
    NUMBER = "number"
    SPECIAL = "special session"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Part:
    """A part as printed, and its kind."""

    text: str
    kind: Kind

    def __str__(self) -> str:
        return self.text

    @property
    def code(self) -> str:
        """The letters before the dot: "WG" of WG.3; empty for a number."""
        return "" if self.kind in (Kind.NUMBER, Kind.SPECIAL) else self.text.partition(".")[0]

    @property
    def number(self) -> int | None:
        """The figure of the part, None when it has none or one in roman numerals or letters."""
        figure = self.text.rpartition(".")[2]
        return int(figure) if figure.isascii() and figure.isdigit() else None


def read_part(text: str, before: Sequence[str], codes: Codes) -> Part:
    """Tell what the part ``text`` is; ``before`` are the parts on its left.

    Raises:
        SymbolError: it is nothing that may stand in a symbol.
    """
    if _NUMBER.fullmatch(text):
        return Part(_counted(text, text), Kind.NUMBER)
    if _SPECIAL.fullmatch(text):
        return Part(text, Kind.SPECIAL)
    if "." in text:
        return _dotted(text, before, codes)
    kind = _bare_kind(text, before, codes)
    if kind is None:
        raise SymbolError(_why_not_bare(text, codes))
    return Part(text, kind)


def _dotted(text: str, before: Sequence[str], codes: Codes) -> Part:
    code, _, figure = text.partition(".")
    kind = _dotted_kind(code, codes)
    if not codes.natures_of.get(code, frozenset()).isdisjoint(before):
        kind = Kind.NATURE
    if kind is None and code not in codes.lettered:
        raise SymbolError(_why_not_dotted(code, figure, codes))
    first, dot, rest = figure.partition(".")
    if dot:
        raise SymbolError(f"a dot stands where a stroke belongs: write {code}.{first}/{rest}")
    if kind is None:
        if not re.fullmatch(r"[A-Z]", figure):
            raise SymbolError(f"{text} needs one capital letter after the dot, as in {code}.A")
        return Part(text, Kind.CODE)
    if kind is Kind.BODY and figure.isupper() and roman_value(figure):
        return Part(text, kind)
    _counted(figure, text)
    return Part(text, kind)


def _dotted_kind(code: str, codes: Codes) -> Kind | None:
    for known, kind in (
        (codes.dotted_bodies, Kind.BODY),
        (codes.dotted_natures, Kind.NATURE),
        (codes.dotted_modifiers, Kind.MODIFIER),
    ):
        if code in known:
            return kind
    return None


def _bare_kind(text: str, before: Sequence[str], codes: Codes) -> Kind | None:
    for known, kind in (
        (codes.bare_bodies, Kind.BODY),
        (codes.bare_natures, Kind.NATURE),
        (codes.bare_modifiers, Kind.MODIFIER),
        (codes.open_codes, Kind.CODE),
    ):
        if text in known:
            return kind
    if _STATE.fullmatch(text) and codes.states_after.intersection(before):
        return Kind.CODE
    return None


def _counted(figure: str, whole: str) -> str:
    """Return ``whole`` when ``figure`` is a number from 1 without leading zeros."""
    if not figure:
        raise SymbolError(f"{whole} has no number after the dot: write {whole}1 or the like")
    if _RANGE.fullmatch(figure):
        raise SymbolError(f"{whole} is a range, not one symbol: write each symbol out")
    if not _NUMBER.fullmatch(figure):
        raise SymbolError(f"{whole} needs a number after the dot, found {figure}")
    if not figure.lstrip("0"):
        raise SymbolError(f"{whole} has the number 0: numbers begin at 1")
    if figure[0] == "0":
        right = whole.replace(figure, figure.lstrip("0"))
        raise SymbolError(f"{whole} has a leading zero: write {right}")
    return whole


def _why_not_dotted(code: str, figure: str, codes: Codes) -> str:
    if code in codes.bare:
        return f"{code} takes no dot: write {code}/{figure}"
    return _why_unknown(code, codes) or (
        f"{code}.{figure} is not known: expected a code such as WG.4, L.1 or Add.2"
    )


def _why_not_bare(text: str, codes: Codes) -> str:
    if text in codes.dotted or text in codes.lettered:
        return f"{text} takes a dot and a number: write {text}.1 or the like"
    if glued := _GLUED.fullmatch(text):
        code, figure = glued.groups()
        if code in codes.dotted:
            return f"the dot is missing after {code}: write {code}.{figure}"
        if spelt := codes.spelling(code):
            sign = "." if spelt in codes.dotted else "/"
            return f"{text} is not written as a symbol is: write {spelt}{sign}{figure}"
    if re.fullmatch(r"\*+.*", text):
        return "the asterisk of a reissue stands at the end of the symbol, without a stroke"
    return _why_unknown(text, codes) or (
        f"{text} is not known: expected a number, or a code such as COP, INF, WG.4 or L.1"
    )


def _why_unknown(code: str, codes: Codes) -> str | None:
    if code.capitalize() in codes.instead:
        short = codes.instead[code.capitalize()]
        return f"{code} is shortened in a symbol: write {short}" if short else _NO_ANNEX
    spelt = codes.spelling(code)
    if spelt is None:
        return None
    case = "lower case" if code.islower() else "capitals" if code.isupper() else "mixed case"
    return f"{code} is in {case}: write {spelt}"


_NO_ANNEX: Final = "an annex has no symbol of its own: cite the symbol and add “annex” in words"
