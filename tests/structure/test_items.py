"""Lists: the level of a label is decided by the labels around it."""

import pytest

from toolkit.languages import by_code
from toolkit.model import Kind
from toolkit.structure.para import Para
from toolkit.structure.walk import walk

ENGLISH = by_code("en")


def levels(*texts: str) -> list[tuple[str, int | None]]:
    blocks = walk([Para(text=text) for text in texts], ENGLISH).blocks
    return [(block.path, block.level) for block in blocks if block.kind is Kind.ITEM]


def letters(last: str) -> list[str]:
    return [f"({chr(at)}) words;" for at in range(ord("a"), ord(last) + 1)]


def test_i_after_h_is_a_letter() -> None:
    found = levels("1. List:", *letters("h"), "(i) words;", "(j) words.")
    assert found[-2:] == [("para 1/(i)", 1), ("para 1/(j)", 1)]
    assert levels("1. List:", *letters("i"))[-1] == ("para 1/(i)", 1)


def test_i_after_h_opens_a_list_when_ii_follows() -> None:
    found = levels("1. List:", *letters("g"), "(h) words:", "(i) one;", "(ii) two.")
    assert found[-2:] == [("para 1/(h)/(i)", 2), ("para 1/(h)/(ii)", 2)]


def test_i_after_a_opens_a_level_and_b_closes_it() -> None:
    found = levels("1. List:", "(a) words:", "(i) one;", "(ii) two;", "(b) words.")
    assert found == [
        ("para 1/(a)", 1),
        ("para 1/(a)/(i)", 2),
        ("para 1/(a)/(ii)", 2),
        ("para 1/(b)", 1),
    ]


@pytest.mark.parametrize("label", ["v", "x"])
def test_v_and_x_are_letters_in_an_alphabet_and_numerals_among_numerals(label: str) -> None:
    alphabet = levels("1. List:", *letters(label))
    assert alphabet[-1] == (f"para 1/({label})", 1)
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    numerals = romans[: romans.index(label) + 1]
    found = levels("1. List:", "(a) words:", *(f"({one}) words;" for one in numerals))
    assert found[-1] == (f"para 1/(a)/({label})", 2)


def test_four_levels_nest() -> None:
    found = levels(
        "1. List:", "(a) A:", "(i) I:", "a. small a:", "i. small i;", "ii. two;", "b. b;"
    )
    assert found == [
        ("para 1/(a)", 1),
        ("para 1/(a)/(i)", 2),
        ("para 1/(a)/(i)/a", 3),
        ("para 1/(a)/(i)/a/i", 4),
        ("para 1/(a)/(i)/a/ii", 4),
        ("para 1/(a)/(i)/b", 3),
    ]


def test_an_agenda_inside_a_paragraph_is_a_list_and_the_series_goes_on_after_it() -> None:
    texts = ("5. Agenda:", "1. One:", "(a) A;", "(b) B.", "2. Two.", "6. They met.")
    blocks = walk([Para(text=text) for text in texts], ENGLISH).blocks
    assert [block.path for block in blocks] == [
        "para 5",
        "para 5/1",
        "para 5/1/(a)",
        "para 5/1/(b)",
        "para 5/2",
        "para 6",
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 9])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 7])
def test_no_length_of_agenda_swallows_the_next_paragraph(number: int, count: int) -> None:
    items = [f"{at}. Item." for at in range(1, count + 1)]
    texts = [f"{at}. Words." for at in range(1, number)]
    texts += [f"{number}. Agenda:", *items, f"{number + 1}. They met.", f"{number + 2}. Again."]
    blocks = walk([Para(text=text) for text in texts], ENGLISH).blocks
    assert sum(block.kind is Kind.ITEM for block in blocks) == count
    assert [b.path for b in blocks[-2:]] == [f"para {number + 1}", f"para {number + 2}"]


def test_items_under_a_recommendation_have_its_path() -> None:
    found = levels("Recommendation 6", "States should:", "(a) A;", "(b) B.")
    assert found == [("rec 6/(a)", 1), ("rec 6/(b)", 1)]


def test_a_run_in_list_stays_in_its_paragraph() -> None:
    assert levels("1. They met: (a) in spring; (b) in autumn.") == []


def test_bullets_are_items_without_a_number() -> None:
    blocks = walk([Para(text=t) for t in ("1. List:", "- one", "• two")], ENGLISH).blocks
    items = [(b.label, b.number, b.path) for b in blocks if b.kind is Kind.ITEM]
    assert [label for label, _, _ in items] == ["-", "•"]
    assert {number for _, number, _ in items} == {None}
    assert items[0][2] == "para 1/bullet 1"


def test_chinese_second_level_marks_have_the_path_of_the_roman_ones() -> None:
    paras = [Para(text=text) for text in ("1. 清单：", "(a) 甲：", "(一) 一；", "㈡ 二。")]
    blocks = walk(paras, by_code("zh")).blocks
    assert [block.path for block in blocks] == [
        "para 1",
        "para 1/(a)",
        "para 1/(a)/(i)",
        "para 1/(a)/(ii)",
    ]
    assert [block.label for block in blocks[2:]] == ["(一)", "㈡"]
