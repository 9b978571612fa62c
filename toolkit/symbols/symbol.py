"""Document symbols as values.

>>> symbol = Symbol.parse("CTOC/COP/WG.4/2019/L.1/Add.2")
>>> symbol.organ, symbol.bodies, symbol.year, symbol.nature, symbol.number
('CTOC', ('COP', 'WG.4'), 2019, 'L', 1)
>>> str(symbol)
'CTOC/COP/WG.4/2019/L.1/Add.2'
>>> Symbol.parse("CTOC/COP/WG4/2019/6")
Traceback (most recent call last):
...
toolkit.symbols.parts.SymbolError: the dot is missing after WG: write WG.4
"""

from dataclasses import dataclass, field
from typing import Final

from toolkit.symbols.codes import Codes, shipped
from toolkit.symbols.parts import Kind, Part, SymbolError, read_part
from toolkit.symbols.surface import Pieces, check_organ, take_apart
from toolkit.text.pattern import Pattern

__all__ = ["Symbol", "SymbolError"]

_YEAR: Final = Pattern(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One document symbol; ``str`` gives back exactly the text it was parsed from.

    Attributes:
        organ: the first part: "CTOC".
        bodies: subsidiary bodies and codes, parent first: ("COP", "WG.4").
        tail: session or year, nature and serial, in the order printed.
        letter: the letter of a resolution, "B" in A/RES/68/247 B; empty when it has none.
        parenthesis: the brackets with the space before them as printed: " (III)"; or empty.
        suffixes: modifiers in order: Add.1, Corr.1.
        reissue: number of asterisks, 0 to 3.
        registered: whether the list of organs knew the organ.
    """

    organ: str
    bodies: tuple[str, ...] = ()
    tail: tuple[Part, ...]
    letter: str = ""
    parenthesis: str = ""
    suffixes: tuple[Part, ...] = ()
    reissue: int = 0
    registered: bool = field(default=True, compare=False)

    @classmethod
    def parse(cls, text: str, codes: Codes | None = None) -> "Symbol":
        """Read one symbol that fills ``text``.

        Args:
            text: the symbol and nothing else.
            codes: the codes to know; None for those that come with the toolkit.

        Raises:
            SymbolError: it is none; the message says what is wrong and what to write.
        """
        codes = codes or shipped()
        pieces = take_apart(text)
        registered = check_organ(pieces.parts, codes)
        parts = [
            read_part(part, pieces.parts[:at], codes)
            for at, part in enumerate(pieces.parts[1:], start=1)
        ]
        cut = next((i for i, p in enumerate(parts) if p.kind not in _BODIES), len(parts))
        end = next((i for i, p in enumerate(parts) if p.kind is Kind.MODIFIER), len(parts))
        symbol = cls(
            organ=pieces.parts[0],
            bodies=tuple(part.text for part in parts[:cut]),
            tail=tuple(parts[cut:end]),
            letter=pieces.letter,
            parenthesis=pieces.parenthesis,
            suffixes=_suffixes(parts[end:], pieces, codes),
            reissue=pieces.reissue,
            registered=registered,
        )
        _check_tail(symbol)
        return symbol

    def __str__(self) -> str:
        stem = "/".join([self.organ, *self.bodies, *map(str, self.tail)])
        letter = f" {self.letter}" if self.letter else ""
        suffixes = "".join(f"/{suffix}" for suffix in self.suffixes)
        return stem + letter + self.parenthesis + suffixes + "*" * self.reissue

    @property
    def year(self) -> int | None:
        """The year in the tail or, for resolutions of the Council, in brackets; or None."""
        for text in (*self._leads, self.parenthesis.strip(" ()")):
            if _YEAR.fullmatch(text):
                return int(text)
        return None

    @property
    def session(self) -> str | None:
        """The session as printed, "74" or "S-13"; None when there is a year, or neither."""
        return next((text for text in self._leads if not _YEAR.fullmatch(text)), None)

    @property
    def nature(self) -> str | None:
        """The code of the kind of document: "L", "INF", "RES"; None when it has none."""
        return next((p.code for p in reversed(self.tail) if p.kind is Kind.NATURE), None)

    @property
    def number(self) -> int | None:
        """The number of the document in its series: 6 of …/2019/6, 1 of …/2019/L.1."""
        return next((p.number for p in reversed(self.tail) if p.number is not None), None)

    @property
    def _leads(self) -> tuple[str, ...]:
        """The numbers of the tail before the one that numbers the document."""
        counted = [p for p in self.tail if p.number is not None or p.kind is Kind.SPECIAL]
        return tuple(p.text for p in counted[:-1] if p.kind in (Kind.NUMBER, Kind.SPECIAL))


_BODIES: Final = (Kind.BODY, Kind.CODE)


def _suffixes(parts: list[Part], pieces: Pieces, codes: Codes) -> tuple[Part, ...]:
    """Return the modifiers before and after the brackets; ``parts`` begins with the first one."""
    for part in parts:
        if part.kind is not Kind.MODIFIER:
            raise SymbolError(f"{part} stands after {parts[0]}: Add., Corr. and Rev. come last")
    if parts and (pieces.letter or pieces.parenthesis):
        raise SymbolError(f"{parts[0]} stands before the letter or the brackets: put it after them")
    after = tuple(read_part(text, pieces.parts, codes) for text in pieces.after)
    for part in after:
        if part.kind is not Kind.MODIFIER:
            raise SymbolError(f"{part} stands after the brackets: only Add., Corr. and Rev. may")
    return (*parts, *after)


def _check_tail(symbol: Symbol) -> None:
    late = next((p for p in symbol.tail if p.kind is Kind.BODY), None)
    if late is not None:
        raise SymbolError(f"{late} stands after {symbol.tail[0]}: bodies come before")
    if symbol.number is None:
        raise SymbolError(
            f"{symbol} has no document number: it names a series; add one, as in /2025/1"
        )
    is_resolution = any(p.text in ("RES", "DEC") for p in symbol.tail)
    if is_resolution and not symbol._leads and not symbol.parenthesis:
        raise SymbolError(
            f"{symbol} has one number: expected session and number, as in A/RES/77/16, "
            "or the year in round brackets, as in S/RES/2235 (2015)"
        )
    if symbol.letter and not is_resolution:
        raise SymbolError(f"a letter after a space ( {symbol.letter}) belongs to resolutions only")
