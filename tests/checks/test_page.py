from pathlib import Path

import pytest

from toolkit.checks import Rule
from toolkit.checks.page import (
    cards,
    rule_as_json,
    rule_page,
    rules_as_json,
    rules_document,
    rules_table,
)
from toolkit.checks.registry import rule, rules

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_manual_has_the_rules_as_they_are() -> None:
    made = "print(toolkit.checks.page.rules_document(), end='') > docs/rules.md"
    assert DOCS.read_text(encoding="utf-8") == rules_document(), f"make it anew: {made}"


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
def test_a_page_explains_and_shows_examples(one: Rule) -> None:
    page = rule_page(one)
    assert page.startswith(f"# {one.code} {one.name}\n")
    assert one.authority in page
    assert one.message in page
    assert page.count("```markdown") + page.count("```toml") == len(one.bad) + len(one.good)


def test_a_page_in_chinese_says_summary_and_message_in_chinese() -> None:
    page = rule_page(rule("NUM101"), "zh")
    assert "段落编号跳号" in page
    assert "{found}" in page


def test_a_rule_about_the_text_is_shown_without_masthead() -> None:
    assert "Distr." not in rule_page(rule("NUM101"))
    assert "Distr." in rule_page(rule("SYM105"))


def test_the_table_has_a_line_for_each_rule() -> None:
    lines = rules_table().splitlines()
    assert [line[:6] for line in lines] == [one.code for one in rules()]


def test_the_rules_as_values_tell_profiles_and_examples() -> None:
    row = next(row for row in rules_as_json() if row["code"] == "HED103")
    assert row["profiles"] == ["report"]
    value = rule_as_json(rule("PAR102"))
    assert value["scope"] == "pair"
    assert value["bad"][0]["other"]


def test_reports_get_a_card_for_each_rule() -> None:
    assert [card.code for card in cards()] == [one.code for one in rules()]
    assert all(card.page for card in cards())
