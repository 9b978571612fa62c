"""Writing values in English, as the United Nations editorial manual has them.

Day before month, words below ten, no comma before the last "and".
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from toolkit.languages.vocabulary import vocabulary

_VALUES = vocabulary("en").values
_MONTHS = {number: name for name, number in _VALUES["date.months"].items()}
_BELOW_TWENTY = {1: "one"} | {n: word for word, n in _VALUES["number.cardinals"].items()}
_TENS = {number: word for word, number in _VALUES["number.tens"].items()}
_PLACES = {number: word for word, number in _VALUES["number.ordinals"].items()}
_LAST_WORD = 9


def format_date(day: date) -> str:
    """Return "9 September 2019"."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def format_range(first: date, last: date, sign: str = " to ") -> str:
    """Return a range that names month and year once where both days share them."""
    if first == last:
        return format_date(first)
    if first.year != last.year:
        return f"{format_date(first)}{sign}{format_date(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month]}{sign}{format_date(last)}"
    return f"{first.day}{sign}{format_date(last)}"


def format_days(days: Sequence[date]) -> str:
    """Return "2 and 3 July 2018"; months and years are named once for the days they share."""
    by_year = []
    for year, of_year in groupby(days, key=lambda day: day.year):
        months = [
            f"{join([str(day.day) for day in of_month])} {_MONTHS[month]}"
            for month, of_month in groupby(of_year, key=lambda day: day.month)
        ]
        by_year.append(f"{join(months)} {year}")
    return join(by_year)


def format_month(year: int, month: int) -> str:
    """Return "January 2026"."""
    return f"{_MONTHS[month]} {year}"


def format_years(first: int, last: int) -> str:
    """Return "2021–2025", with an en dash."""
    return f"{first}" if first == last else f"{first}–{last}"


def cardinal(value: int) -> str:
    """Return words up to nine, figures from 10 with a comma at thousands."""
    if 1 <= value <= _LAST_WORD:
        return _BELOW_TWENTY[value]
    return f"{value:,}"


def ordinal(value: int) -> str:
    """Return words up to ninety-ninth, then figures: "101st".

    Raises:
        ValueError: ``value`` is below 1.
    """
    if value < 1:
        raise ValueError(f"there is no ordinal of {value}")
    if value in _PLACES and value <= 100:
        return _PLACES[value] if value < 100 else "one hundredth"
    if value > 100:
        return short_ordinal(value)
    return f"{_TENS[value - value % 10]}-{_PLACES[value % 10]}"


def short_ordinal(value: int) -> str:
    """Return "1st", "2nd", "13th"."""
    teen = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def join(items: Sequence[str]) -> str:
    """Return "a, b and c"; nothing for no items."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
