"""Chinese dates: 2019 年 9 月 9 日至 11 日, 2018 年 7 月 2 日和 3 日, 二〇一九年九月.

Mastheads of Chinese versions keep the English date ("10 September 2019"), so that is read too.
"""

import re

from toolkit.languages import english_dates
from toolkit.languages.dating import DatePart, mentions
from toolkit.languages.language import DateMention
from toolkit.text.numerals import whole_value
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_HAN = "〇零一二三四五六七八九十"
_MONTH = rf"(?:\d{{1,2}}|[{_HAN}]{{1,2}})\s?月"
_DAY = rf"(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s?日"
_RANGE = r"\s?(?:至|到|[-–—―~～])\s?"
_AND = r"\s?(?:[、，,]|和|与|及|以及|或)\s?"
_Y = rf"(?:\d{{4}}|[{_HAN}]{{4}})\s?年\s?"
# "10 月 13-17 日": the first day of a range may leave its 日 out.
_DAYS = rf"(?:\d{{1,2}}(?:{_RANGE}|{_AND})){{0,12}}{_DAY}"
_UNIT = rf"(?:{_Y})?(?:\d{{1,2}}{_RANGE})?{_MONTH}(?:\s?{_DAYS})?"
_CHAIN = Pattern(rf"(?<![\d{_HAN}.])(?:{_UNIT})(?:(?:{_RANGE}|{_AND})(?:{_UNIT}|{_DAYS})){{0,60}}")
_DAY_NEXT = Pattern(rf"\s?[\d{_HAN}]")
_TOKEN = Pattern(
    rf"(?P<number>\d{{1,4}}|[{_HAN}]{{1,4}})\s?(?P<unit>[年月日]?)|(?P<range>{_RANGE})|(?P<and>{_AND})"
)


def dates(text: str) -> tuple[DateMention, ...]:
    """Find dates with a year, as ``Language.dates`` says."""
    found = [one for chain in _CHAIN.finditer(text) for one in mentions(_parts(chain))]
    found += english_dates.dates(text)
    return tuple(sorted(found, key=lambda one: one.span))


def date_spans(text: str) -> tuple[Span, ...]:
    """Return where dates stand, those without a year too (9 月 9 日)."""
    chains = [part.span for chain in _CHAIN.finditer(text) for part in _parts(chain)]
    return (*chains, *english_dates.date_spans(text))


def _parts(chain: re.Match[str]) -> list[DatePart]:
    """The days and months of a chain, each with the year and month that went before."""
    parts: list[DatePart] = []
    year: int | None = None
    month = 0
    start: int | None = None
    ranged = False
    for token in _TOKEN.finditer(chain.string, *chain.span()):
        if token["number"] is None:
            ranged = bool(token["range"])
            continue
        value = whole_value(token["number"]) or 0
        start = token.start() if start is None else start
        if token["unit"] == "年":
            year = value
            continue
        is_month = token["unit"] == "月" or not (token["unit"] or month)
        if is_month:
            month = value
            if _DAY_NEXT.match(token.string, token.end(), chain.end()):
                continue
        day = None if is_month else value
        span = Span(start, token.end())
        parts.append(DatePart(span=span, year=year, month=month, day=day, ends_range=ranged))
        start = None
    return parts
