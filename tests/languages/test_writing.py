"""Joining lines, and writing counts, lists and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import by_code, languages

EN, ZH = by_code("en"), by_code("zh")


@pytest.mark.parametrize(
    ("code", "left", "right", "joined"),
    [
        ("en", "the work of ", " the Group", "the work of the Group"),
        ("en", "inter-", "national", "inter-national"),
        ("en", "coop\u00ad", "eration", "cooperation"),
        ("en", "2013 -", "2020", "2013 - 2020"),
        ("en", "", "the Group", "the Group"),
        ("zh", "在处理贩运人口问题中", "的作用", "在处理贩运人口问题中的作用"),
        ("zh", "发言者 Orr", "Smith 先生", "发言者 Orr Smith 先生"),
        ("zh", "共有 12", "艘渡船", "共有 12艘渡船"),
        ("zh", "会议开幕。", "Smith 先生", "会议开幕。Smith 先生"),
        ("zh", "CSIW/COP/", "WG.3", "CSIW/COP/WG.3"),
    ],
)
def test_parted_lines_are_joined(code: str, left: str, right: str, joined: str) -> None:
    assert by_code(code).joins(left, right) == joined


def test_english_counts_are_words_below_ten() -> None:
    written = [EN.cardinal(n) for n in (1, 2, 9, 10, 1193)]
    assert written == ["one", "two", "nine", "10", "1,193"]


def test_chinese_counts_are_han_to_ten_with_the_counting_two() -> None:
    written = [ZH.cardinal(n) for n in (1, 2, 9, 10, 11, 1193)]
    assert written == ["一", "两", "九", "十", "11", "1,193"]


@pytest.mark.parametrize(
    ("n", "english", "chinese"),
    [
        (1, "first", "第一"),
        (9, "ninth", "第九"),
        (12, "twelfth", "第十二"),
        (21, "twenty-first", "第二十一"),
        (40, "fortieth", "第四十"),
        (99, "ninety-ninth", "第九十九"),
        (101, "101st", "第一百零一"),
        (112, "112th", "第一百一十二"),
    ],
)
def test_ordinals_are_written_in_words(n: int, english: str, chinese: str) -> None:
    assert (EN.ordinal(n), ZH.ordinal(n)) == (english, chinese)


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.code)
def test_there_is_no_ordinal_of_nothing(language) -> None:
    with pytest.raises(ValueError, match="0"):
        language.ordinal(0)


def test_lists_and_quotations_follow_the_language() -> None:
    assert EN.join_list(["a", "b", "c"]) == "a, b and c"
    assert ZH.join_list(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert EN.join_list(["a", "b"]) == "a and b"
    assert EN.join_list(["a"]) == ZH.join_list(["a"]) == "a"
    assert EN.join_list([]) == ZH.join_list([]) == ""
    assert EN.quote("Floods") == ZH.quote("Floods") == "“Floods”"


def test_chinese_lists_set_latin_names_and_figures_apart() -> None:
    names = ["Keller 女士", "Hartwell 先生", "Odhiambo 女士"]
    assert ZH.join_list(names) == "Keller 女士、Hartwell 先生和 Odhiambo 女士"
    assert (
        ZH.join_list(["CSIW/COP/2026/1", "CSIW/COP/2026/2"]) == "CSIW/COP/2026/1 和 CSIW/COP/2026/2"
    )
    assert ZH.join_list(["中国", "IOM"]) == "中国和 IOM"


def test_a_chinese_list_of_days_of_meetings_parts_the_last_from_the_days() -> None:
    meetings = ["2028 年 6 月 5 日和 6 日", "2029 年 6 月 4 日至 6 日"]
    assert ZH.join_list(meetings) == "2028 年 6 月 5 日和 6 日以及 2029 年 6 月 4 日至 6 日"
    three = [*meetings, "2030 年 6 月 3 日和 4 日"]
    assert ZH.join_list(three) == (
        "2028 年 6 月 5 日和 6 日、2029 年 6 月 4 日至 6 日和 2030 年 6 月 3 日和 4 日"
    )
    assert ZH.join_list(["中国", "波斯尼亚和黑塞哥维那"]) == "中国和波斯尼亚和黑塞哥维那"


@pytest.mark.parametrize(
    ("code", "left", "right", "beside"),
    [
        ("en", "One.", "Two.", "One. Two."),
        ("en", "", "Two.", "Two."),
        ("zh", "会议开幕。", "Keller 女士发言。", "会议开幕。Keller 女士发言。"),
        ("zh", "主席", "Keller", "主席 Keller"),
        ("zh", "共有 12", "艘", "共有 12 艘"),
        ("zh", "Not translated.", "Nor this.", "Not translated. Nor this."),
        ("zh", "题为", "“Floods”", "题为“Floods”"),
        ("zh", "", "艘", "艘"),
    ],
)
def test_two_texts_stand_beside_each_other(code: str, left: str, right: str, beside: str) -> None:
    assert by_code(code).beside(left, right) == beside


def test_meetings_are_written_with_ordinal_figures() -> None:
    assert EN.meeting_number([1]) == "1st"
    assert EN.meeting_number([1, 2]) == "1st and 2nd"
    assert EN.meeting_number([11, 12, 13]) == "11th, 12th and 13th"
    assert ZH.meeting_number([1, 2]) == "第 1 和第 2"
    assert ZH.meeting_number([2, 3, 4]) == "第 2、第 3 和第 4"


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.code)
@given(n=st.integers(1, 99))
def test_labels_written_are_labels_read(language, n: int) -> None:
    label = language.annex_label(n)
    assert language.annex_number(label) == (n, len(label))


def test_labels_look_as_printed() -> None:
    assert (EN.chapter_label(2), ZH.chapter_label(2)) == ("II.", "二.")
    assert (EN.annex_label(None), ZH.annex_label(None)) == ("Annex", "附件")
    assert (EN.annex_label(2), ZH.annex_label(2)) == ("Annex II", "附件二")
    assert EN.recommendation_label(5) == "Recommendation 5"
    assert ZH.recommendation_label(5) == "建议 5"


def test_an_annex_word_is_read_only_where_it_is_one() -> None:
    assert EN.annex_number("Annex") == (None, 5)
    assert EN.annex_number("Annex II Checklist") == (2, 8)
    assert EN.annex_number("Annexes were added.") is None
    assert ZH.annex_number("附件") == (None, 2)
    assert ZH.annex_number("附件二 核对表") == (2, 3)
    assert ZH.annex_number("见附件") is None


def test_tokens_are_words_and_figures_or_single_han() -> None:
    assert EN.tokens("Non-member States’ 1,193 ferries (1st).") == (
        "Non-member", "States", "1,193", "ferries", "1st",
    )  # fmt: skip
    assert ZH.tokens("共 1,193 艘 Orr-2 渡船。") == ("共", "1,193", "艘", "Orr", "2", "渡", "船")


def test_months_and_periods_of_years() -> None:
    assert (EN.format_month(2026, 1), ZH.format_month(2026, 1)) == ("January 2026", "2026 年 1 月")
    assert (EN.format_years(2021, 2025), ZH.format_years(2021, 2025)) == (
        "2021–2025",
        "2021-2025 年",
    )
    assert (EN.format_years(2026, 2026), ZH.format_years(2026, 2026)) == ("2026", "2026 年")
    for language in (EN, ZH):
        months = [language.format_month(2026, month) for month in range(1, 13)]
        found = [
            [d.first.month for d in language.dates(text) if not d.day_known] for text in months
        ]
        assert found == [[month] for month in range(1, 13)]


def test_titles_of_treaties_stand_in_chinese_marks() -> None:
    assert (EN.work("Convention on Lamps"), ZH.work("灯具公约")) == (
        "Convention on Lamps",
        "《灯具公约》",
    )
    assert ZH.work("《灯具公约》") == "《灯具公约》"
    assert ZH.work("关于《灯具公约》的议定书") == "《关于〈灯具公约〉的议定书》"
