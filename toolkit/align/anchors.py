"""What reads the same in every language: values, dates, symbols, list labels."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from toolkit.languages.language import DateMention, Language, NumberMention
from toolkit.languages.reference import ReferenceMention
from toolkit.symbols.find import SymbolMention
from toolkit.symbols.find import find as find_symbols
from toolkit.text.spans import Span

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = re.compile(r"第[〇零一二三四五六七八九十百]")  # worth looking for references
_LABEL = re.compile(r"\s*[(（]?(\d{1,3}|[a-z]|[ivx]{1,5})[)）.．、]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is recognised in a segment, each in order.

    ``references`` are written "paragraph 12", alike in every language; ``meetings`` are numbers,
    and so are ``figures``: all that stand in none of the others.
    """

    symbols: tuple[SymbolMention, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]
    references: tuple[str, ...]
    meetings: tuple[str, ...]
    figures: tuple[str, ...]


Basics = tuple[tuple[SymbolMention, ...], tuple[DateMention, ...], tuple[NumberMention, ...]]


@lru_cache(maxsize=4096)
def basics(text: str, lang: Language) -> Basics:
    """Recognise symbols, dates and numbers.

    Kept for a while, since a segment is looked at alone, in its chunk and in its bead.
    """
    return tuple(find_symbols(text)), tuple(lang.dates(text)), tuple(lang.numbers(text))


def mentions(text: str, lang: Language) -> Mentions:
    """Recognise symbols, dates, numbers, references and meetings."""
    found = basics(text, lang)
    references, meetings = lang.references(text), lang.meetings(text)
    spans = [one.span for group in (*found, references, meetings) for one in group]
    return Mentions(
        *found,
        tuple(name for one in references for name in _names(one)),
        tuple(str(number) for one in meetings for number in one.numbers),
        tuple(_stray_figures(text, spans)),
    )


def anchors(text: str, lang: Language) -> frozenset[str]:
    """Return the anchors of a segment as plain keys: "1193", "2019-09-09", "A/RES/70/1", "(a)".

    A number in words counts by its value from 4 up, since smaller ones are as often articles
    ("one of", 一个). Figures inside references and labels count too, and numbers in words inside
    references, 第三条, whatever their value.
    """
    symbols, dates, numbers = basics(text, lang)
    taken = [mention.span for group in (symbols, dates, numbers) for mention in group]
    found = {text[mention.span.start : mention.span.end] for mention in symbols}
    found.update(day for mention in dates for day in date_keys(mention))
    found.update(number_key(m) for m in numbers if not m.in_words or m.value > 3)
    found.update(_stray_figures(text, taken))
    if _SPELLED.search(text):
        ranges = (span for one in lang.references(text) for span in one.ranges)
        found.update(str(number) for span in ranges for number in span)
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


def _names(reference: ReferenceMention) -> Iterator[str]:
    """Yield "paragraph 8 (a)", "recommendation 11-13", "decision 4/2"; nothing for "the annex"."""
    kind = str(reference.kind)
    for first, last in reference.ranges:
        numbers = f"{first}-{last}" if first != last else str(first)
        yield " ".join(filter(None, (kind, numbers, reference.part)))
    if not reference.ranges and reference.part:
        yield f"{kind} {reference.part}"


def _stray_figures(text: str, taken: Iterable[Span]) -> list[str]:
    """Return the numbers in figures that stand in none of the spans, each once, in order."""
    ordered = sorted(taken)
    starts = [span.start for span in ordered]
    ends = list(accumulate((span.end for span in ordered), max))
    found: dict[str, None] = {}
    for match in _DIGITS.finditer(text):
        before = bisect_left(starts, match.end())  # the spans that begin before the number ends
        if not before or ends[before - 1] <= match.start():
            found[match[0].replace(",", "").lstrip("0") or "0"] = None
    return list(found)
