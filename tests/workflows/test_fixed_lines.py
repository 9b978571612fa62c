"""What is said by rule, both ways, and what is left to the memories."""

import pytest

from toolkit.languages import by_code
from toolkit.workflows.filling.fixed_lines import is_figures, said_by_rule

EN, ZH = by_code("en"), by_code("zh")

PAIRS = [
    ("Draft report", "报告草稿"),
    ("Addendum", "增编"),
    ("Vienna, 7–9 September 2026", "2026 年 9 月 7 日至 9 日，维也纳"),
    ("Twelfth session", "第十二届会议"),
    ("Tenth meeting", "第十次会议"),
    ("Agenda item 3", "议程项目 3"),
    ("Item 2 (b) of the provisional agenda*", "临时议程* 项目 2 (b)"),
    ("Items 2 and 3 of the provisional agenda**", "临时议程** 项目 2 和 3"),
    ("Agenda items 2, 3 (a) and 4", "议程项目 2、3 (a) 和 4"),
    ("Agenda items 2 to 4", "议程项目 2 至 4"),
    ("Brazil", "巴西"),
    ("2 July 2018", "2018 年 7 月 2 日"),
]


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=[one for one, _ in PAIRS])
def test_fixed_lines_are_said_in_the_other_language(english: str, chinese: str) -> None:
    assert said_by_rule(english, EN, ZH) == chinese
    assert said_by_rule(chinese, ZH, EN) == english


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Items 7 (a), (b), and (c) of the provisional agenda", "临时议程项目 7 (a)、(b) 和 (c)"),
        ("Item 5 of the agenda", "议程项目 5"),
    ],
)
def test_lines_about_an_agenda_are_said_in_other_wordings_too(line: str, said: str) -> None:
    assert said_by_rule(line, EN, ZH) == said


def test_a_chinese_item_may_stand_close_to_its_letter_and_its_stars() -> None:
    assert said_by_rule("临时议程*项目14(g)", ZH, EN) == "Item 14 (g) of the provisional agenda*"


@pytest.mark.parametrize(
    "line",
    [
        "Agenda items 2 plus 3",
        "Agenda item 3 or thereabouts",
        "The Working Group met in Vienna.",
        "Nowhereville, 7–9 September 2026",
        "31 September 2026",
        "Umpteenth session",
        "Vienna and Geneva, 7–9 September 2026",
        "",
        "x" * 5000,
    ],
)
def test_what_no_rule_covers_is_left_alone(line: str) -> None:
    assert said_by_rule(line, EN, ZH) is None


@pytest.mark.parametrize(
    "text", ["1,234.5", "–", "A/80/604", "P-4", "(a)", "CSIW/COP/WG.3/2026/3."]
)
def test_figures_and_symbols_have_nothing_to_translate(text: str) -> None:
    assert is_figures(text)


@pytest.mark.parametrize("text", ["Yes", "年", "A/80/604, para. 6", "Expenditure for 2024/25"])
def test_words_beside_figures_are_to_be_translated(text: str) -> None:
    assert not is_figures(text)
