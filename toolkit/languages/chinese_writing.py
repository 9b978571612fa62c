"""Writing values in Chinese, as Vienna prints them: a space on each side of a figure."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from toolkit.text.numerals import chinese
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import is_han

_LAST_WORD = 10
_FIGURES_JOINED = Pattern(r"和 ?\d")


def format_date(day: date) -> str:
    """Return "2019 年 9 月 9 日"."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def format_range(first: date, last: date) -> str:
    """Return a range with 至 that repeats neither a year nor a month both days share."""
    if first == last:
        return format_date(first)
    end = f"{last.day} 日"
    if first.year != last.year:
        end = format_date(last)
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
    return join(pieces)


def format_month(year: int, month: int) -> str:
    """Return "2026 年 1 月"."""
    return f"{year} 年 {month} 月"


def format_years(first: int, last: int) -> str:
    """Return "2021-2025 年"."""
    return f"{first} 年" if first == last else f"{first}-{last} 年"


def work(title: str) -> str:
    """Return a title in 《》, which it may have already; a title inside it stands in 〈〉."""
    inside = title.removeprefix("《").removesuffix("》")
    return f"《{inside.replace('《', '〈').replace('》', '〉')}》"


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


def join(items: Sequence[str]) -> str:
    """Return "甲、乙和丙", and "第 1 和第 2" where a figure or Latin letter is beside 和.

    Two are joined with 以及 where 和 already joins figures inside one of them: "5 日和 6 日以及 8
    日至 9 日". Among more, parted by 、, the last is joined with 和 all the same.
    """
    if len(items) < 2:
        return "".join(items)
    twofold = len(items) == 2 and any(_FIGURES_JOINED.search(item) for item in items)
    last = "以及" if twofold else "和"
    return beside(beside("、".join(items[:-1]), last), items[-1])


def beside(left: str, right: str) -> str:
    """Put ``right`` after ``left``.

    A space parts Latin letters and figures from Han and from each other; beside Chinese
    punctuation and quotation marks there is none.
    """
    if not left or not right:
        return left + right
    narrow = _narrow(left[-1]), _narrow(right[0])
    apart = all(narrow) or (narrow[0] and is_han(right[0])) or (is_han(left[-1]) and narrow[1])
    return f"{left} {right}" if apart else left + right


def _narrow(ch: str) -> bool:
    """Return whether a character is half as wide as a Han: letters, figures and their marks."""
    return not ch.isspace() and ord(ch) < 0x2000
