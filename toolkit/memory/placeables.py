"""Placeables: what may differ between a stored segment and a new one and be carried over.

Symbols, States, dates, and numbers wherever they stand. Each has a value that is the same in
every language, so that it can be found again in the translation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise

from toolkit.languages.language import DateMention, Language
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.states.find import find as find_states
from toolkit.states.state import list_words
from toolkit.symbols.find import find as find_symbols
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

MOST_DAYS = 4  # days that are named together: "2, 3 and 5 July 2018"
LONGEST_GAP = 6  # characters between two of them

_FIGURES = Pattern(r"\d+(?:[.,]\d+)*")
_GROUPED = Pattern(r"\d{1,3}(?:,\d{3})+")

Value = str | Fraction | tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeable:
    """One placeable.

    ``kind`` is "symbol", "state", "days" (each of them named), "range" (first and last day),
    "month" or "number". ``value`` is the symbol, the code of the State, days, or a number;
    placeables of the same kind and value mean the same in every language.
    """

    kind: str
    span: Span
    text: str
    value: Value

    @property
    def meaning(self) -> tuple[str, Value]:
        """What it is compared by."""
        return self.kind, self.value


@lru_cache(maxsize=20_000)
def placeables(text: str, lang: Language) -> tuple[Placeable, ...]:
    """Find placeables, in order, none overlapping another."""
    taken: list[Placeable] = []
    for found in _all(text, lang):
        if not any(found.span.overlaps(other.span) for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.span))


def _all(text: str, lang: Language) -> Iterator[Placeable]:
    """Yield what is recognised, the more certain kinds first."""
    if "/" in text or "／" in text:
        for symbol in find_symbols(text):
            yield _make(text, "symbol", symbol.span, symbol.text)
    for state in find_states(text, lang.code):
        yield _make(text, "state", _with_article(text, state.span, lang), state.state.code)
    if not _numeral(lang.code).search(text):
        return
    dates = lang.dates(text)
    yield from _named_together(text, lang, dates)
    for mention in dates:
        yield _date(text, mention)
    for number in lang.numbers(text):
        yield _make(text, "number", number.span, number.value)
    for match in _FIGURES.finditer(text):
        yield _make(text, "number", Span(*match.span()), _plain_value(match[0]))


@cache
def _numeral(code: str) -> Pattern:
    """Return a pattern of what every number and date of a language has; finding them takes long."""
    values = vocabulary(code).values
    words = {word for kind, found in values.items() if kind.startswith("number.") for word in found}
    spelt = alternation(dict.fromkeys(("one", *words), 0))
    return Pattern(rf"\d|[〇零一二两三四五六七八九十百千万亿首]|\b[IVXLC]+\b|\b(?i:{spelt})\b")


def _make(text: str, kind: str, span: Span, value: Value) -> Placeable:
    return Placeable(kind=kind, span=span, text=span.of(text), value=value)


def _with_article(text: str, span: Span, lang: Language) -> Span:
    """Return the span of a name with the article before it, which comes and goes with the name."""
    for article in list_words(lang.code).articles:
        start = span.start - len(article) - 1
        before = text[max(start, 0) : span.start].casefold()
        if start >= 0 and before == f"{article} " and not text[start - 1 : start].isalnum():
            return Span(start, span.end)
    return span


def _date(text: str, mention: DateMention) -> Placeable:
    if not mention.day_known:
        return _make(text, "month", mention.span, (mention.first,))
    if mention.last is not None:
        return _make(text, "range", mention.span, (mention.first, mention.last))
    return _make(text, "days", mention.span, (mention.first,))


def _named_together(text: str, lang: Language, dates: Sequence[DateMention]) -> Iterator[Placeable]:
    """Yield runs of single days that the language would print as they are printed here."""
    at = 0
    while at < len(dates):
        size = next((n for n in range(MOST_DAYS, 1, -1) if _is_run(text, lang, dates, at, n)), 0)
        if size:
            span = Span(dates[at].span.start, dates[at + size - 1].span.end)
            yield _make(text, "days", span, tuple(d.first for d in dates[at : at + size]))
        at += size or 1


def _is_run(text: str, lang: Language, dates: Sequence[DateMention], at: int, size: int) -> bool:
    run = dates[at : at + size]
    if len(run) < size or any(d.last or not d.day_known or not d.valid for d in run):
        return False
    gaps = pairwise(run)
    if any(after.span.start - before.span.end > LONGEST_GAP for before, after in gaps):
        return False
    printed = text[run[0].span.start : run[-1].span.end]
    return squeezed(printed) == squeezed(lang.format_days([d.first for d in run]))


def _plain_value(figures: str) -> Value:
    if _GROUPED.fullmatch(figures):
        figures = figures.replace(",", "")
    whole = figures.replace(".", "", 1).isascii() and figures.replace(".", "", 1).isdigit()
    return Fraction(figures) if whole and len(figures) < 40 else figures


def squeezed(text: str) -> str:
    """Return ``text`` without white space: how two ways of spacing a value are compared."""
    return "".join(text.split())
