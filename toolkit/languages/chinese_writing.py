"""Writing values in Chinese, as Vienna prints them: a space on each side of a figure."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from toolkit.text.numerals import chinese

_LAST_WORD = 10


def format_date(day: date) -> str:
    """Return "2019 年 9 月 9 日"."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def format_range(first: date, last: date) -> str:
    """Return a range with 至 that repeats neither a year nor a month both days share."""
    if first == last:
        return format_date(first)
    end = f"{last.day} 日"
    if first.year != last.year:
        end = f" {format_date(last)}".strip()
    elif first.month != last.month:
        end = f"{last.month} 月 {last.day} 日"
    return f"{format_date(first)}至 {end}"


def format_days(days: Sequence[date]) -> str:
    """Return "2018 年 7 月 2 日和 3 日": 日 is repeated, year and month are not."""
    pieces: list[str] = []
    for year, of_year in groupby(days, key=lambda day: day.year):
        year_sign = f"{year} 年 "
        for month, of_month in groupby(of_year, key=lambda day: day.month):
            head = f"{year_sign}{month} 月 "
            for day in of_month:
                pieces.append(f"{head}{day.day} 日")
                head = year_sign = ""
    return join(pieces, figures=True)


def cardinal(value: int) -> str:
    """Return Han up to ten, 两 for the two that counts, then figures with a comma at thousands."""
    if value == 2:
        return "两"
    return chinese(value) if 1 <= value <= _LAST_WORD else f"{value:,}"


def ordinal(value: int) -> str:
    """Return "第九", in Han throughout.

    Raises:
        ValueError: ``value`` is below 1.
    """
    if value < 1:
        raise ValueError(f"there is no ordinal of {value}")
    return f"第{chinese(value)}"


def join(items: Sequence[str], *, figures: bool = False) -> str:
    """Return "a、b和c"; with ``figures`` a space parts 和 from a figure beside it."""
    if len(items) < 2:
        return "".join(items)
    before = " " if figures and items[-2][-1:].isdecimal() else ""
    after = " " if figures and items[-1][:1].isdecimal() else ""
    return f"{'、'.join(items[:-1])}{before}和{after}{items[-1]}"
