"""Find document symbols in running text.

>>> [m.text for m in find("载于A/90/12号文件，另见 CSIW/COP/2025/6/Add.1.")]
['A/90/12', 'CSIW/COP/2025/6/Add.1']
>>> find("and/or 2018/19 km/h N/A A/B https://example.org/A/90/12")
()
>>> mention = find("(CSIW/COP/WG3/2025/6)")[0]
>>> mention.error, str(mention.suggestion)
('the dot is missing after WG: write WG.3', 'CSIW/COP/WG.3/2025/6')
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_letters
from typing import Final

from toolkit.symbols.codes import Codes, shipped
from toolkit.symbols.parts import Kind
from toolkit.symbols.repair import repair
from toolkit.symbols.surface import LONGEST
from toolkit.symbols.symbol import Symbol, SymbolError
from toolkit.text.normalize import fold_width
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

# An address, which is stepped over, or a run of parts and strokes. A space is taken in beside a
# stroke, on one side only and before a figure or capital, since that is how symbols get broken.
_RUN: Final = Pattern(
    r"(?P<address>(?:https?://|www\.)[^\s<>()（），。；、]*)"
    r"|(?<![A-Za-z0-9/\\／_@=&?#%~-])(?P<run>[A-Za-z]{1,10}"
    r"(?:(?:[/／\\]{1,2}| [/／\\]|[/／\\] (?=[0-9A-Z]))[A-Za-z0-9.-]+)+/?)",
    re.ASCII,
)
_BEFORE: Final = 12  # the letters before a stroke, a space and a letter that is one too many
_MORE: Final = Pattern(
    r"(?: [A-Z](?![\w'’]))?"
    r"(?: ?[(（](?:[0-9]{4}|(?:E?S-)?[IVXLC]+|Parts? [IVX]+|Vol\. [IVX]+|Sect\. [0-9]+"
    r"|Resumption [0-9]+)[)）])?"
    r"(?:/[A-Za-z0-9.-]*[A-Za-z0-9])*"
)
_PART_ONLY: Final = Pattern(r" ?\((?:Part|Vol|Sect|Resumption)")
_STARS: Final = Pattern(r"\*{1,3}(?!\*)")
_FIGURED: Final = Pattern(r"([A-Za-z]+)[./]?[0-9IVX]*(?:-[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolMention:
    """A symbol in running text, or what was meant as one.

    Attributes:
        span: where it stands, without a full stop or comma after it.
        text: as written.
        symbol: its value, None when it does not parse.
        error: what is wrong with it, in an editor's words; empty when it parses.
        suggestion: what is most likely meant by one that does not parse, if that can be told.
    """

    span: Span
    text: str
    symbol: Symbol | None
    error: str = ""
    suggestion: Symbol | None = None


def find(text: str, codes: Codes | None = None) -> tuple[SymbolMention, ...]:
    """Find symbols, and what looks like one but does not parse, in order.

    Never raises; takes time in proportion to the length of ``text``. Nothing inside a web address
    is a symbol, nor is one plain number of less than three figures after an organ (A/4).
    """
    if "/" not in text and "\\" not in text and "／" not in text:
        return ()
    return _found(text) if codes is None else tuple(_mentions(text, codes))


def first_symbol(text: str) -> Symbol | None:
    """Return the first symbol in a text that parses, None where there is none."""
    return next((one.symbol for one in find(text) if one.symbol is not None), None)


@lru_cache(maxsize=20_000)
def _found(text: str) -> tuple[SymbolMention, ...]:
    """Return the mentions by the shipped codes: a checker asks for those of one text often."""
    return tuple(_mentions(text, shipped()))


def _mentions(text: str, codes: Codes) -> Iterator[SymbolMention]:
    addresses = "://" in text or "www." in text
    for match in _RUN.finditer(text) if addresses else _runs(text):
        mention = _mention(text, match.start(), match.end(), codes) if match["run"] else None
        if mention is not None:
            yield mention


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield what ``_RUN`` finds where there is no address: strokes are quicker looked for first."""
    strokes = text.replace("／", "/").replace("\\", "/")
    end, at = 0, strokes.find("/")
    while at >= 0:
        before = text[max(end, at - _BEFORE) : at]
        word = before.removesuffix(" ")
        match = _RUN.match(text, at - len(before) + len(word.rstrip(ascii_letters)))
        if match:
            yield match
            end = match.end()
        at = strokes.find("/", max(at + 1, end))


def _mention(text: str, start: int, end: int, codes: Codes) -> SymbolMention | None:
    run = text[start:end].rstrip(".-")
    if len(run) > LONGEST:
        return None
    longest = ""
    error = ""
    for written in _readings(text, start, start + len(run)):
        longest = longest or written
        try:
            symbol = _parsed(written) if codes is shipped() else Symbol.parse(written, codes)
        except SymbolError as fault:
            error = error or str(fault)
            continue
        span = Span(start, start + len(written))
        return SymbolMention(span=span, text=written, symbol=symbol) if _likely(symbol) else None
    if not _resembles(run, codes):
        return None
    return SymbolMention(
        span=Span(start, start + len(longest)),
        text=longest,
        symbol=None,
        error=error,
        suggestion=repair(longest, codes),
    )


@lru_cache(maxsize=5_000)
def _parsed(written: str) -> Symbol:
    """Return a symbol by the shipped codes: a report names few, and those again and again."""
    return Symbol.parse(written, shipped())


def _readings(text: str, start: int, end: int) -> Iterator[str]:
    """Yield how far the symbol at ``start`` may reach, the longest first."""
    more = _MORE.match(text, end)
    further = more.end() if more and _may_go_on(text, start, end) else end
    stars = None if text[start - 1 : start] == "*" else _STARS.match(text, further)
    if stars:
        yield text[start : stars.end()]
    if further > end:
        yield text[start:further]
    yield text[start:end]


def _may_go_on(text: str, start: int, end: int) -> bool:
    """Return whether brackets after the symbol can belong to it: (2016) after A/71/119 cannot."""
    parts = text[start:end].split("/")
    return bool({"RES", "DEC"}.intersection(parts)) or bool(_PART_ONLY.match(text, end))


def _likely(symbol: Symbol) -> bool:
    lone = len(symbol.tail) == 1 and not symbol.bodies and not symbol.suffixes
    return not (lone and symbol.tail[0].kind is Kind.NUMBER and len(symbol.tail[0].text) < 3)


def _resembles(run: str, codes: Codes) -> bool:
    """Return whether a run that does not parse was most likely meant as a symbol."""
    organ, *rest = [part for part in re.split(r"[/\\ ]+", fold_width(run)) if part]
    if not rest or not any(ch.isdigit() for ch in run):
        return False
    known = [part.isdigit() or _is_code(part, codes) for part in rest]
    coded = any(_is_code(part, codes) for part in rest)
    if organ in codes.organs or organ in codes.not_organs:
        return known[0] and (sum(known) > 1 or coded)
    if not organ.isupper() and rest[0].partition(".")[0].upper() not in codes.treaty_bodies:
        return coded and organ.upper() in codes.organs and sum(known) > 2
    return known[0] and coded and sum(known) > 1


def _is_code(part: str, codes: Codes) -> bool:
    found = _FIGURED.match(part)
    return bool(found and (part in codes.organs or codes.spelling(found[1]) is not None))
