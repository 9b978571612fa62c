"""Numbers by value, in both languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import NumberKind, by_code
from toolkit.text.numerals import chinese

EN, ZH = by_code("en"), by_code("zh")
CARDINAL, ORDINAL, PERCENT = NumberKind.CARDINAL, NumberKind.ORDINAL, NumberKind.PERCENT


def values(code: str, text: str) -> list[Fraction | int]:
    return [one.value for one in by_code(code).numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,193 vessels and 1 200 barges", [1193, 1200]),
        ("a draught of 1.5 metres", [Fraction(3, 2)]),
        ("$12 million and 1.2 billion", [12_000_000, 1_200_000_000]),
        ("nine pilots, twenty-three barges", [9, 23]),
        ("one hundred and five locks", [105]),
        ("two hundred and seven thousand three hundred and one tolls", [207_301]),
        ("three million four hundred thousand", [3_400_000]),
        ("a hundred ferries", [100]),
        ("two thirds of the locks and one-fifth of the weirs", [Fraction(2, 3), Fraction(1, 5)]),
        ("a quarter of the crews", [Fraction(1, 4)]),
        ("one in three pilots", [Fraction(1, 3)]),
        ("1/3 of the fleet", [Fraction(1, 3)]),
        ("the first and second reports", [1, 2]),
        ("its twenty-first session", [21]),
        ("its sixty-ninth session", [69]),
        ("the one hundred and fifth lock", [105]),
        ("the 1st, 2nd and 13th of them", [1, 2, 13]),
        ("a five-year plan", [5]),
        ("the post-2015 agenda", [2015]),
        ("at 10.15 a.m. and 3 p.m.", [10, 15, 3]),
        ("the years 2013–2020", [2013, 2020]),
        ("between two and three States", [2, 3]),
        ("Two (2) men", [2]),
        ("at least twice a year", [2]),
        ("two decades of Part XI", [20, 11]),
    ],
)
def test_english_numbers_are_found_by_value(text: str, expected: list[Fraction]) -> None:
    assert values("en", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3,901 名儿童和 1 200 万美元", [3901, 12_000_000]),
        ("1.2亿吨、12亿人、两千五百万元", [120_000_000, 1_200_000_000, 25_000_000]),
        ("六个国家、两位发言者、五场会议", [6, 2, 5]),
        ("前八次会议", [8]),
        ("第九届会议和第二十一次会议", [9, 21]),
        ("三分之二的船闸", [Fraction(2, 3)]),
        ("1/3的船队", [Fraction(1, 3)]),
        ("二十三艘渡船", [23]),
        ("一百零五人", [105]),
        ("100 多个船闸", [100]),
        ("至少 40 小时", [40]),
        ("上午10时15分", [10, 15]),
        ("两(2)名男子", [2]),
        ("第 2、第 3 和第 4 场会议", [2, 3, 4]),
        ("二十年后", [20]),
        ("一九九〇年", [1990]),
        ("在船上七名船员、每三年期间、提前四周", [7, 3, 4]),
        ("过去十年来、第三卷", [10, 3]),
        ("25千克和30千米", [25, 30]),
    ],
)
def test_chinese_numbers_are_found_by_value(text: str, expected: list[Fraction]) -> None:
    assert values("zh", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One of the speakers noted that no one had asked.",
        "First, it was said that first aid came first.",
        "On the one hand, zero tolerance; on the other, half measures.",
        "dozens, hundreds of ferries and several thousand barges",
        "COVID-19, G20, H1N1 and CO2",
        "CSIW/COP/WG.3/2025/L.1/Add.2",
        "on 9 September 2019 and on 3 May",
        "paragraphs 3 and 5 above, chapter II and article 10, paragraph 1",
        "resolution 6/1 and decision 4/2",
        "12. (a) The Group met (see (i) and (3)).",
        "V.25-01846 (E)",
        "https://example.org/2025/12",
        "clause 3.2.1",
    ],
)
def test_what_counts_nothing_in_english_is_no_number(text: str) -> None:
    assert values("en", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "一般而言，一些国家统一做法，意见一致，进一步协调，一方面是三文鱼",
        "万一发生，一旦停航，之一，一样，十分重要，四面八方，千方百计",
        "一位发言者指出，一个国家",
        "数百艘渡船、几十人、数以千计的人、三四个人",
        "上百艘、成千上万、两者、两级、两年期、千年发展目标",
        "星期三和周五",
        "CSIW/COP/WG.3/2025/L.1/Add.2 号文件",
        "2019 年 9 月 9 日至 11 日、5 月 3 日、三月",
        "10 September 2019",
        "上文第 3 和第 5 段、第二章、第十条第一款",
        "第 6/1 号决议和第 4/2 号决定",
        "建议 2、议程项目 3、附件二",
        "(a) 洪水；(二) 枯水",
        "铀-235、COVID-19",
    ],
)
def test_what_counts_nothing_in_chinese_is_no_number(text: str) -> None:
    assert values("zh", text) == []


@pytest.mark.parametrize(
    ("code", "text", "covered", "kind", "in_words"),
    [
        ("en", "some 32 per cent of them", "32 per cent", PERCENT, False),
        ("en", "thirty-two per cent", "thirty-two per cent", PERCENT, True),
        ("en", "32%", "32%", PERCENT, False),
        ("en", "the 3rd one", "3rd", ORDINAL, False),
        ("en", "their ninth meeting", "ninth", ORDINAL, True),
        ("en", "12 locks", "12", CARDINAL, False),
        ("zh", "约百分之三十二的船", "百分之三十二", PERCENT, True),
        ("zh", "约 32%的船", "32%", PERCENT, False),
        ("zh", "百分之 32", "百分之 32", PERCENT, False),
        ("zh", "第九次", "第九", ORDINAL, True),
        ("zh", "第 3 次", "第 3", ORDINAL, False),
        ("zh", "六艘", "六", CARDINAL, True),
    ],
)
def test_a_mention_knows_its_span_and_kind(
    code: str, text: str, covered: str, kind: NumberKind, in_words: bool
) -> None:
    (one,) = by_code(code).numbers(text)
    assert (one.span.of(text), one.kind, one.in_words) == (covered, kind, in_words)


def test_a_percentage_is_valued_as_printed() -> None:
    assert values("en", "0.5 per cent") == values("zh", "百分之零点五") == [Fraction(1, 2)]


@given(st.integers(2, 99_999_999))
def test_every_chinese_count_is_read_back(n: int) -> None:
    assert values("zh", f"共有{chinese(n)}艘渡船") == [n]


@given(st.integers(2, 10_000_000))
def test_english_figures_are_read_with_and_without_commas(n: int) -> None:
    assert values("en", f"some {n:,} ferries") == values("en", f"some {n} ferries") == [n]


@given(st.integers(2, 99))
def test_ordinals_we_write_are_ordinals_we_read(n: int) -> None:
    assert values("en", f"the {EN.ordinal(n)} lock") == [n]
    assert values("zh", f"{ZH.ordinal(n)}座船闸") == [n]


@pytest.mark.parametrize(
    ("english", "chinese", "shown"),
    [
        ("at 0300 hours", "凌晨3时", [3]),
        ("at 1530 hours", "下午3时30分", [3, 30]),
        ("at 3.00 p.m.", "15时", [3]),
        ("from 0800 to 1700 hours", "上午8时至下午5时", [8, 5]),
        ("between 15:30 and 16:00", "15:30至16:00", [3, 30, 4]),
        ("2000 hours of training", "2000小时培训", [2000]),
    ],
)
def test_hours_are_those_of_a_clock_of_twelve(english: str, chinese: str, shown: list[int]) -> None:
    assert values("en", english) == values("zh", chinese) == shown
