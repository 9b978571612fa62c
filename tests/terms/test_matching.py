"""Terms in a text: the longest at each place, whatever number and case, and nothing else."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.terms import Finder
from toolkit.terms.inflection import key


def found(forms: list[str], text: str, language: str = "en") -> list[str]:
    finder = Finder([(form, form) for form in forms], language)
    return [one.span.of(text) for one in finder.find(text)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("party", "parties"), ("church", "churches"), ("house", "houses"), ("bus", "buses"),
        ("box", "boxes"), ("lamp", "lamps"), ("woman", "women"), ("criterion", "criteria"),
        ("size", "sizes"), ("analysis", "analyses"), ("day", "days"), ("process", "processes"),
    ],
)  # fmt: skip
def test_singular_and_plural_are_one_word(one: str, many: str) -> None:
    assert key(one) == key(many) == key(many.upper())


@pytest.mark.parametrize(
    ("one", "other"), [("mass", "mission"), ("new", "news"), ("organ", "organization"),
                       ("gas", "gash"), ("us", "use"), ("lens", "lend")]
)  # fmt: skip
def test_words_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_any_number_case_hyphen_and_possessive_are_found() -> None:
    text = "A STATE PARTY, States parties; the state party’s decision making and decision-making."
    assert found(["State party", "decision-making"], text) == [
        "STATE PARTY", "States parties", "state party", "decision making", "decision-making",
    ]  # fmt: skip


def test_the_longer_term_goes_before_the_shorter_inside_it() -> None:
    forms = ["party", "State party", "缔约国", "缔约国会议"]
    assert found(forms, "The States parties met a party.") == ["States parties", "party"]
    assert found(forms, "缔约国会议请缔约国参加。", "zh") == ["缔约国会议", "缔约国"]


def test_no_term_is_found_inside_a_word_or_over_a_mark() -> None:
    forms = ["port", "fog signal"]
    assert found(forms, "A report on transport; ports.") == ["ports"]
    assert found(forms, "In fog, signal twice. Fog\nsignals.") == ["Fog\nsignals"]


def test_abbreviations_and_capitals_have_their_own_case() -> None:
    assert found(["IT"], "It is it, and IT is IT.") == ["IT", "IT"]
    assert found(["State"], "the state of a State; State’s") == ["State", "State"]
    assert found(["NGO"], "NGOs and ngos") == ["NGOs"]


def test_width_and_spaces_do_not_matter_in_chinese() -> None:
    assert found(["IT 系统"], "ＩＴ系统和IT 系统", "zh") == ["ＩＴ系统", "IT 系统"]
    assert found(["雾号"], "雾 号", "zh") == ["雾 号"]


def test_signs_of_regular_expressions_are_signs() -> None:
    assert found([".*", "=1+1", "a.c"], "abc a.c 1+1") == ["a.c", "1+1"]


def test_all_meanings_of_a_form_are_given() -> None:
    finder = Finder([("lamp", 1), ("lamps", 2), ("light", 3)], "en")
    (one,) = finder.find("two lamps")
    assert one.meant == (1, 2)


@given(st.lists(st.sampled_from(["fog", "fog signal", "signal", "lamp"])), st.booleans())
def test_places_are_in_order_and_do_not_overlap(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else ", ").join(words)
    finder = Finder([(form, form) for form in ("fog", "fog signal", "lamp")], "en")
    spans = [one.span for one in finder.find(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [span.of(text) for span in spans if span.of(text) == "lamp"].count("lamp") == sum(
        word == "lamp" for word in words
    )


def test_a_large_termbase_costs_what_the_text_is_long() -> None:
    forms = [(f"word{n} lamp{n % 7} {'x ' * (n % 30)}", n) for n in range(20_000)]
    finder = Finder(forms, "en")
    text = "word1 lamp1 x x x " * 5_000
    began = time.process_time()
    list(finder.find(text))
    assert time.process_time() - began < 20
