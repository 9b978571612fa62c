"""Tables in text: with wrapped cells, with empty ones, and beside the words around them."""

import pytest

from toolkit.model import Document, Kind
from toolkit.readers.registry import read_bytes


def read(text: str) -> Document:
    return read_bytes(("Draft report\n\n" + text).encode(), "a.txt").document


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    (found,) = [one.rows for one in read(text).blocks if one.kind is Kind.TABLE]
    return found


def test_a_cell_wrapped_over_two_lines_is_one_cell() -> None:
    text = """
Lamp              Keeper           Oil (litres)
North pier        Ms. Abara                  12
Lighthouse of     Mr. Brandt                  7
the old harbour
South mole        Ms. Corvo of                9
                  the day watch
"""
    assert rows(text) == (
        ("Lamp", "Keeper", "Oil (litres)"),
        ("North pier", "Ms. Abara", "12"),
        ("Lighthouse of the old harbour", "Mr. Brandt", "7"),
        ("South mole", "Ms. Corvo of the day watch", "9"),
    )


def test_an_empty_cell_stays_empty_and_the_corner_may_be() -> None:
    text = """
                  2029      2030      2031
Oil                 12         7         9
Wicks                4                   6
Glass                         15        16
Brass                1         2         3
"""
    assert rows(text) == (
        ("", "2029", "2030", "2031"),
        ("Oil", "12", "7", "9"),
        ("Wicks", "4", "", "6"),
        ("Glass", "", "15", "16"),
        ("Brass", "1", "2", "3"),
    )


def test_chinese_columns_are_counted_by_their_width() -> None:
    text = """
灯塔          守护人        用油（升）
北码头        阿巴拉            12
旧港          布兰特
南防波堤                         9
"""
    assert rows(text) == (
        ("灯塔", "守护人", "用油（升）"),
        ("北码头", "阿巴拉", "12"),
        ("旧港", "布兰特", ""),
        ("南防波堤", "", "9"),
    )


def test_a_table_between_lines_of_a_paragraph_leaves_them_whole() -> None:
    text = """
1. The keepers counted their lamps as follows:
Lamp          Keeper      Oil
North         Abara        12
South         Corvo         9
2. They went home.
"""
    found = [(one.kind, one.label) for one in read(text).blocks]
    assert found == [(Kind.PARAGRAPH, "1."), (Kind.TABLE, None), (Kind.PARAGRAPH, "2.")]


@pytest.mark.parametrize(
    "text",
    [
        "1. The   list   of   keepers   is   long   and\nstands in the book of lamps.",
        "(a)   Oil and wicks;\n(b)   Glass and brass;\n(c)   Nothing else.",
        "1.   They met.\n\n2.   They parted.\n\n3.   They wrote.",
    ],
)
def test_stretched_lines_and_lists_are_no_tables(text: str) -> None:
    assert Kind.TABLE not in [one.kind for one in read(text).blocks]
    assert "  " not in "".join(one.text for one in read(text).blocks)
