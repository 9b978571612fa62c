"""Laws and examples of numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import numerals as num


@given(st.integers(1, num.ROMAN_MAX))
def test_a_roman_numeral_reads_back_in_either_case(n: int) -> None:
    assert num.roman_value(num.roman(n)) == n
    assert num.roman_value(num.roman(n).lower()) == n


@given(st.text(alphabet="IVXLCDM", max_size=8))
def test_only_the_shortest_roman_form_is_read(text: str) -> None:
    value = num.roman_value(text)
    assert value is None or num.roman(value) == text


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "iV", "MMMM", "a", "ⅳ", "I I", "ı"])
def test_other_letters_and_long_forms_are_no_roman_numerals(text: str) -> None:
    assert num.roman_value(text) is None


@given(st.integers(1, num.LETTER_MAX))
def test_a_list_letter_reads_back(n: int) -> None:
    assert num.letter_value(num.letter(n)) == n
    assert num.letter_value(num.letter(n).upper()) == n


def test_letters_go_on_doubled_after_z() -> None:
    assert [num.letter(n) for n in (1, 2, 26, 27, 28, 53)] == ["a", "b", "z", "aa", "bb", "aaa"]
    assert num.letter_value("ab") is None
    assert num.letter_value("Aa") is None
    assert num.letter_value("z" * 31) is None


@given(st.integers(0, num.CHINESE_MAX))
def test_a_chinese_numeral_reads_back(n: int) -> None:
    assert num.chinese_value(num.chinese(n)) == n


@given(st.integers(0, 20_000))
def test_small_chinese_numerals_read_back(n: int) -> None:
    assert num.chinese_value(num.chinese(n)) == n


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("二十三", 23),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百一十", 110),
        ("一百十二", 112),
        ("两百", 200),
        ("一千零一十", 1010),
        ("一万", 10_000),
        ("十万", 100_000),
        ("一百二十万", 1_200_000),
        ("十三亿", 1_300_000_000),
        ("三亿零五万", 300_050_000),
        ("一九七六", 1976),
        ("二〇一九", 2019),
        ("二零一九", 2019),
        ("壹佰贰拾叁", 123),
        ("貳萬", 20_000),
        ("一億", 100_000_000),
    ],
)
def test_written_forms_have_their_value(text: str, value: int) -> None:
    assert num.chinese_value(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "第三",
        "一百五",
        "百十",
        "十十",
        "一二十",
        "三a",
        "12",
        "万",
        "零十",
        "一零百",
        "二" * 50,
    ],
)
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert num.chinese_value(text) is None


@given(st.text(alphabet="零〇一二两三九十百千万亿", max_size=12))
def test_no_order_of_chinese_numeral_signs_breaks_the_reader(text: str) -> None:
    value = num.chinese_value(text)
    assert value is None or 0 <= value <= num.CHINESE_MAX


def test_large_numbers_have_one_zero_for_each_gap() -> None:
    assert num.chinese(99_999_999_999) == "九百九十九亿九千九百九十九万九千九百九十九"
    assert num.chinese(100_000_001) == "一亿零一"
    assert num.chinese(1_010_010) == "一百零一万零一十"
    assert num.chinese(10_005) == "一万零五"
    assert num.chinese(112) == "一百一十二"


def test_enclosed_signs_have_their_number() -> None:
    assert [num.enclosed_value(ch) for ch in "①⑳⑴⒈㈠㈩㊀㉑㊿"] == [1, 20, 1, 1, 1, 10, 1, 21, 50]
    assert num.enclosed_value("㈱") is None
    assert num.enclosed_value("") is None
    assert num.enclosed_value("①②") is None


@pytest.mark.parametrize(
    ("write", "n"),
    [
        (num.roman, 0),
        (num.roman, 4000),
        (num.letter, 0),
        (num.letter, 781),
        (num.chinese, -1),
        (num.chinese, 10**12),
    ],
)
def test_numbers_out_of_range_are_refused_with_the_range(write: object, n: int) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match=r"expected \d+ to \d+"):
        write(n)
