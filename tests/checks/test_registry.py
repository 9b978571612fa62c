import re

import pytest

from toolkit.checks.registry import chosen, rule, rules
from toolkit.errors import UsageError


def test_a_rule_is_found_by_code_in_any_case_and_by_name() -> None:
    assert rule("num101") is rule("NUM101") is rule("paragraph-number-gap")


def test_an_unknown_rule_is_told_with_the_nearest_one() -> None:
    with pytest.raises(KeyError, match="paragraph-number-gap"):
        rule("paragraph-number-gop")


def test_rules_are_selected_by_family_beginning_and_name() -> None:
    assert {one.code[:3] for one in chosen(["NUM", "lst1"])} == {"NUM", "LST"}
    assert [one.code for one in chosen(["paragraph-number-gap"])] == ["NUM101"]
    assert [one.code for one in chosen(["NUM10"], ["NUM102", "section-letter-gap"])] == [
        "NUM101",
        "NUM103",
        "NUM105",
        "NUM106",
        "NUM107",
        "NUM108",
    ]


def test_nothing_selected_means_every_rule() -> None:
    assert chosen() == rules()


@pytest.mark.parametrize("word", ["NUM999", "paragraph-number-gaps", ""])
def test_a_word_that_names_no_rule_is_a_usage_error(word: str) -> None:
    with pytest.raises(UsageError, match="no rule"):
        chosen([word])
    with pytest.raises(UsageError, match="no rule"):
        chosen([], [word])


def test_a_misspelt_name_is_met_with_the_right_one() -> None:
    with pytest.raises(UsageError, match="did you mean “paragraph-number-gap”"):
        chosen(["paragraph-number-gaps"])


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
def test_a_rule_keeps_to_the_form(one) -> None:  # type: ignore[no-untyped-def]
    assert re.fullmatch(r"[A-Z]{3}1\d\d", one.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name)
    assert one.message.endswith((".", "{text}"))  # a text of several kinds brings its own
    assert not one.summary.endswith(".")
    module = one.check.__module__.rsplit(".", 1)[-1]
    assert module == f"{one.code.lower()}_{one.name.replace('-', '_')}"
