"""Dates found, and dates written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import DateMention, by_code

EN, ZH = by_code("en"), by_code("zh")
DAYS = st.dates(date(1946, 1, 1), date(2099, 12, 31))


def shown(one: DateMention) -> str:
    first = one.first.isoformat() if one.day_known else f"{one.first:%Y-%m}"
    last = f"/{one.last.isoformat() if one.day_known else f'{one.last:%Y-%m}'}" if one.last else ""
    return first + last + ("" if one.valid else "!")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 9 September 2019", "2019-09-09"),
        ("from 9 to 11 September 2019", "2019-09-09/2019-09-11"),
        ("Vienna, 9–11 September 2019", "2019-09-09/2019-09-11"),
        ("30 September to 2 October 2019", "2019-09-30/2019-10-02"),
        ("from 30 December 2018 to 2 January 2019", "2018-12-30/2019-01-02"),
        ("2 and 3 July 2018", "2018-07-02 2018-07-03"),
        ("22 and 23 June and 1 July 2015", "2015-06-22 2015-06-23 2015-07-01"),
        (
            "on 14 and 15 April 2009, from 27 to 29 January 2010 and on 19 October 2010",
            "2009-04-14 2009-04-15 2010-01-27/2010-01-29 2010-10-19",
        ),
        ("between 1 January 2013 and 31 December 2014", "2013-01-01/2014-12-31"),
        ("in September 2019", "2019-09"),
        ("from June to August 2014", "2014-06/2014-08"),
        ("on Monday, 9 September 2019", "2019-09-09"),
        ("Monday, 9 to Friday, 13 September 2019", "2019-09-09/2019-09-13"),
        ("on September 9, 2019", "2019-09-09"),
        ("31 September 2019", "2019-09-30!"),
        ("2019-09-09", "2019-09-09"),
        ("on 9 September, in May, in 2019", ""),
        ("recommendations 3 and 5, and 9 May 2019", "2019-05-09"),
    ],
)
def test_english_dates_are_found(text: str, expected: str) -> None:
    assert " ".join(map(shown, EN.dates(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 年 9 月 9 日", "2019-09-09"),
        ("2019年9月9日", "2019-09-09"),
        ("二〇一九年九月九日", "2019-09-09"),
        ("2019 年 9 月 9 日至 11 日", "2019-09-09/2019-09-11"),
        ("2014年10月13 - 17日", "2014-10-13/2014-10-17"),
        ("2019 年 9 月 30 日至 10 月 2 日", "2019-09-30/2019-10-02"),
        ("2018 年 12 月 30 日至 2019 年 1 月 2 日", "2018-12-30/2019-01-02"),
        ("2018 年 7 月 2 日和 3 日", "2018-07-02 2018-07-03"),
        ("2013年10月24和25日", "2013-10-24 2013-10-25"),
        (
            "2009 年 4 月 14 日和 15 日、2010 年 1 月 27 日至 29 日、2010 年 10 月 19 日",
            "2009-04-14 2009-04-15 2010-01-27/2010-01-29 2010-10-19",
        ),
        ("2019 年 9 月", "2019-09"),
        ("2014年7-8月", "2014-07/2014-08"),
        ("2014 年 6 月至 8 月", "2014-06/2014-08"),
        ("2019 年 9 月 31 日", "2019-09-30!"),
        ("2019 年 13 月 5 日", "2019-12-31!"),
        ("Distr.: Limited 10 September 2019", "2019-09-10"),
        ("9 月 9 日、3 个月、2019 年", ""),
    ],
)
def test_chinese_dates_are_found(text: str, expected: str) -> None:
    assert " ".join(map(shown, ZH.dates(text))) == expected


def test_two_days_have_two_spans() -> None:
    text = "on 2 and 3 July 2018"
    assert [one.span.of(text) for one in EN.dates(text)] == ["2", "3 July 2018"]
    text = "于2018 年 7 月 2 日和 3 日"
    assert [one.span.of(text) for one in ZH.dates(text)] == ["2018 年 7 月 2 日", "3 日"]


@pytest.mark.parametrize("language", [EN, ZH], ids=lambda one: one.code)
@given(first=DAYS, length=st.integers(0, 800))
def test_a_range_written_is_the_range_read(language, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    for text in (language.format_range(first, last), language.format_venue("X", first, last)):
        (found,) = language.dates(text)
        assert (found.first, found.last or found.first) == (first, last)


@pytest.mark.parametrize("language", [EN, ZH], ids=lambda one: one.code)
@given(days=st.sets(DAYS, min_size=1, max_size=5))
def test_days_written_are_the_days_read(language, days: set[date]) -> None:
    wanted = sorted(days)
    found = language.dates(language.format_days(wanted))
    assert [one.first for one in found] == wanted
    assert not any(one.last for one in found)


def test_dates_are_written_as_the_manual_has_them() -> None:
    first, last = date(2019, 9, 9), date(2019, 9, 11)
    assert EN.format_date(first) == "9 September 2019"
    assert EN.format_range(first, last) == "9 to 11 September 2019"
    assert EN.format_range(date(2019, 9, 30), date(2019, 10, 2)) == "30 September to 2 October 2019"
    assert EN.format_venue("Vienna", first, last) == "Vienna, 9–11 September 2019"
    across = EN.format_venue("Vienna", date(2019, 9, 30), date(2019, 10, 2))
    assert across == "Vienna, 30 September–2 October 2019"
    assert EN.format_days([date(2018, 7, 2), date(2018, 7, 3)]) == "2 and 3 July 2018"
    assert ZH.format_date(first) == "2019 年 9 月 9 日"
    assert ZH.format_range(first, last) == "2019 年 9 月 9 日至 11 日"
    assert ZH.format_venue("维也纳", first, last) == "2019 年 9 月 9 日至 11 日，维也纳"
    assert ZH.format_days([date(2018, 7, 2), date(2018, 7, 3)]) == "2018 年 7 月 2 日和 3 日"
    over_years = ZH.format_range(date(2018, 12, 30), date(2019, 1, 2))
    assert over_years == "2018 年 12 月 30 日至 2019 年 1 月 2 日"
