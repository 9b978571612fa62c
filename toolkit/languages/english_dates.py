"""English dates: "9 September 2019", "30 September to 2 October 2019", "2 and 3 July 2018"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.languages.dating import DatePart, mentions
from toolkit.languages.language import DateMention
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_MONTHS = vocabulary("en").values["date.months"]
_MONTH = rf"(?:{alternation(_MONTHS)})"
_YEAR = r"(?:1[5-9]|20|21)\d{2}(?!\d|/\d|,\d{3})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s"
_RANGE = r"(?:\s?[-–—]\s?|\s(?:to|until|through)\s)"
_AND = r"(?:,\s(?:and\s)?|\s(?:and|or|&)\s)"
_DAY = rf"(?:{_WEEKDAY})?\d{{1,2}}(?:st|nd|rd|th)?"
# No ", and" here: what goes before it belongs to something else.
_DAYS = rf"{_DAY}(?:(?:{_RANGE}|,\s|\s(?:and|or|&)\s){_DAY}){{0,12}}"
_UNIT = rf"(?:{_DAYS}\s(?:of\s)?)?{_MONTH}\b(?:,?\s{_YEAR})?"
_CHAIN = Pattern(
    rf"(?<![\w./,–-])(?P<between>[Bb]etween\s)?{_UNIT}(?:(?:{_RANGE}|{_AND}){_UNIT}){{0,60}}"
)
_MONTH_FIRST = Pattern(rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}}),\s(?P<year>{_YEAR})")
_ISO = Pattern(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_TOKEN = Pattern(
    rf"(?P<weekday>{_WEEKDAY})|(?P<year>\d{{4}})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<month>{_MONTH})"
    rf"|(?P<range>{_RANGE})|(?P<and>{_AND})"
)


def dates(text: str) -> tuple[DateMention, ...]:
    """Find dates with a year, as ``Language.dates`` says."""
    found = [one for chain in _chains(text) for one in mentions(chain)]
    return tuple(sorted(found, key=lambda one: one.span))


def date_spans(text: str) -> tuple[Span, ...]:
    """Return where dates stand, those without a year too ("on 9 September")."""
    return tuple(part.span for chain in _chains(text) for part in chain)


def _chains(text: str) -> Iterator[tuple[DatePart, ...]]:
    taken: set[int] = set()
    for pattern in (_MONTH_FIRST, _ISO):
        for match in pattern.finditer(text):
            taken.add(match.start())
            yield (_plain(match),)
    for match in _CHAIN.finditer(text):
        if not taken & set(range(*match.span())):
            yield tuple(_parts(match))


def _plain(match: re.Match[str]) -> DatePart:
    month = match["month"]
    return DatePart(
        span=Span(*match.span()),
        year=int(match["year"]),
        month=_MONTHS.get(month) or int(month),
        day=int(match["day"]),
    )


def _parts(chain: re.Match[str]) -> list[DatePart]:
    """The days and months of a chain, each with the month and year that follow it."""
    parts: list[DatePart] = []
    ready = dayless = 0
    ranged = False
    for token in _TOKEN.finditer(chain.string, *chain.span()):
        if token["weekday"]:
            continue
        span = Span(*token.span())
        if token["day"]:
            parts.append(_part(span, day=int(token["day"]), ends_range=ranged))
        elif token["month"]:
            month = _MONTHS[token["month"]]
            if ready == len(parts):
                parts.append(_part(span, day=None, ends_range=ranged))
            parts[ready:] = [replace(part, month=month) for part in parts[ready:]]
            parts[-1] = replace(parts[-1], span=Span(parts[-1].span.start, span.end))
            ready = len(parts)
        elif token["year"]:
            parts[dayless:] = [replace(part, year=int(token["year"])) for part in parts[dayless:]]
            parts[-1] = replace(parts[-1], span=Span(parts[-1].span.start, span.end))
            dayless = len(parts)
        ranged = bool(token["range"]) or (bool(token["and"]) and bool(chain["between"]))
    return [part for part in parts if part.month]


def _part(span: Span, day: int | None, ends_range: bool) -> DatePart:
    return DatePart(span=span, year=None, month=0, day=day, ends_range=ends_range)
