"""What reads the same in every language: values, dates, symbols, list labels."""

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.languages.language import DateMention, Language, NumberMention
from toolkit.symbols.find import SymbolMention
from toolkit.symbols.find import find as find_symbols
from toolkit.text.spans import Span

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LABEL = re.compile(r"\s*[(（]?(\d{1,3}|[a-z]|[ivx]{1,5})[)）.．、]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is recognised in a segment, each in order."""

    symbols: tuple[SymbolMention, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]


@lru_cache(maxsize=4096)
def mentions(text: str, lang: Language) -> Mentions:
    """Recognise symbols, dates and numbers.

    Kept for a while, since a segment is looked at alone, in its chunk and in its bead.
    """
    return Mentions(tuple(find_symbols(text)), tuple(lang.dates(text)), tuple(lang.numbers(text)))


def anchors(text: str, lang: Language) -> frozenset[str]:
    """Return the anchors of a segment as plain keys: "1193", "2019-09-09", "A/RES/70/1", "(a)".

    A number in words counts by its value from 4 up, since smaller ones are as often articles
    ("one of", 一个). Figures inside references and labels count too.
    """
    known = mentions(text, lang)
    taken = [m.span for m in known.symbols]
    taken += [m.span for m in known.dates]
    taken += [m.span for m in known.numbers]
    found = {text[m.span.start : m.span.end] for m in known.symbols}
    found.update(day for mention in known.dates for day in date_keys(mention))
    found.update(number_key(m) for m in known.numbers if not m.in_words or m.value > 3)
    found.update(_stray_figures(text, taken))
    if label := _LABEL.match(text):
        found.add(f"({label[1].lower()})")
    return frozenset(found)


def date_keys(mention: DateMention) -> tuple[str, ...]:
    """Return "2019-09-09", "2019-09" for a month, and both ends of a range."""
    size = 10 if mention.day_known else 7
    ends = (mention.first, mention.last) if mention.last else (mention.first,)
    return tuple(day.isoformat()[:size] for day in ends)


def number_key(mention: NumberMention) -> str:
    """Return the value: "1193", "0.5", "1/3"."""
    value = mention.value
    if value.denominator == 1:
        return str(value.numerator)
    as_float = float(value)
    return f"{as_float:g}" if abs(as_float) < 1e15 else str(value)


def _stray_figures(text: str, taken: list[Span]) -> set[str]:
    found = set()
    for match in _DIGITS.finditer(text):
        here = Span(match.start(), match.end())
        if not any(here.overlaps(span) for span in taken):
            found.add(match[0].replace(",", "").lstrip("0") or "0")
    return found
