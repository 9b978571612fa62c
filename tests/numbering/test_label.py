"""Labels taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import by_code
from toolkit.numbering import Shape, System, readings
from toolkit.numbering.label import recommendation_label

ENGLISH = by_code("en")
CHINESE = by_code("zh")


@pytest.mark.parametrize(
    ("text", "raw", "system", "shape", "value", "rest"),
    [
        ("12. Words", "12.", System.ARABIC, Shape.DOT, 12, "Words"),
        ("IV. Words", "IV.", System.ROMAN_UPPER, Shape.DOT, 4, "Words"),
        ("I. Words", "I.", System.ROMAN_UPPER, Shape.DOT, 1, "Words"),
        ("C. Words", "C.", System.LETTER_UPPER, Shape.DOT, 3, "Words"),
        ("(b) words", "(b)", System.LETTER_LOWER, Shape.BRACKETS, 2, "words"),
        ("(iv) words", "(iv)", System.ROMAN_LOWER, Shape.BRACKETS, 4, "words"),
        ("(aa) words", "(aa)", System.LETTER_LOWER, Shape.BRACKETS, 27, "words"),
        ("(ii) words", "(ii)", System.ROMAN_LOWER, Shape.BRACKETS, 2, "words"),
        ("III. Words", "III.", System.ROMAN_UPPER, Shape.DOT, 3, "Words"),
        ("a. words", "a.", System.LETTER_LOWER, Shape.DOT, 1, "words"),
        ("a) words", "a)", System.LETTER_LOWER, Shape.CLOSE, 1, "words"),
        ("(3) words", "(3)", System.ARABIC, Shape.BRACKETS, 3, "words"),
        ("- words", "-", System.BULLET, Shape.BULLET, None, "words"),
        ("Chapter II Words", "Chapter II", System.ROMAN_UPPER, Shape.CHAPTER, 2, "Words"),
    ],
)
def test_english_labels(
    text: str, raw: str, system: System, shape: Shape, value: int | None, rest: str
) -> None:
    (label, *_), words = readings(text, ENGLISH)
    assert (label.raw, label.system, label.shape, label.value) == (raw, system, shape, value)
    assert words == rest


@pytest.mark.parametrize(
    ("text", "raw", "value", "shape"),
    [
        ("二. 建议", "二.", 2, Shape.DOT),
        ("十二、建议", "十二、", 12, Shape.DOT),
        ("二．建议", "二．", 2, Shape.DOT),
        ("（三）建议", "（三）", 3, Shape.BRACKETS),
        ("㈢ 建议", "㈢", 3, Shape.BRACKETS),
        ("第二章 建议", "第二章", 2, Shape.CHAPTER),
        ("12．建议", "12．", 12, Shape.DOT),
        ("(a)建议", "(a)", 1, Shape.BRACKETS),
        ("（ｂ）\u3000建议", "（ｂ）", 2, Shape.BRACKETS),
        ("Ａ．建议", "Ａ．", 1, Shape.DOT),
    ],
)
def test_chinese_labels(text: str, raw: str, value: int, shape: Shape) -> None:
    (label, *_), rest = readings(text, CHINESE)
    assert (label.raw, label.value, label.shape, rest) == (raw, value, shape, "建议")


@pytest.mark.parametrize(
    "text",
    [
        "1.5 million",
        "A.M. service",
        "V.30-01234",
        "(see below) words",
        "words",
        "",
        "(in) words",
        "IIII. words",
        "12 men",
        "-5",
    ],
)
def test_what_only_looks_like_a_label_has_none(text: str) -> None:
    assert readings(text, ENGLISH) == ((), text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(i) x", {(System.ROMAN_LOWER, 1), (System.LETTER_LOWER, 9)}),
        ("C. x", {(System.LETTER_UPPER, 3), (System.ROMAN_UPPER, 100)}),
        ("(b) x", {(System.LETTER_LOWER, 2)}),
    ],
)
def test_a_label_that_can_be_read_twice_has_both_readings(
    text: str, values: set[tuple[System, int]]
) -> None:
    labels, _ = readings(text, ENGLISH)
    assert {(one.system, one.value) for one in labels} == values


@pytest.mark.parametrize(
    ("text", "suffix"),
    [("5 bis. Words", "bis"), ("[5 ter.] Words", "ter"), ("5之二. 建议", "bis")],
)
def test_alternatives_keep_their_number(text: str, suffix: str) -> None:
    (label, *_), _ = readings(text, CHINESE)
    assert (label.value, label.suffix) == (5, suffix)


@pytest.mark.parametrize(
    ("text", "language", "number", "suffix", "rest"),
    [
        ("Recommendation 5", "en", 5, "", ""),
        ("Recommendation 5 bis", "en", 5, "bis", ""),
        ("RECOMMENDATION 12", "en", 12, "", ""),
        ("建议 35", "zh", 35, "", ""),
        ("建议35", "zh", 35, "", ""),
        ("建议 5 之二", "zh", 5, "bis", ""),
        ("建议 5：行动", "zh", 5, "", "：行动"),
    ],
)
def test_recommendation_labels(
    text: str, language: str, number: int, suffix: str, rest: str
) -> None:
    found = recommendation_label(text, by_code(language))
    assert found is not None
    assert (found[0].value, found[0].suffix, found[1]) == (number, suffix, rest)


@given(st.text(max_size=60))
def test_any_text_is_its_label_and_its_rest(text: str) -> None:
    labels, rest = readings(text, ENGLISH)
    assert text.endswith(rest)
    assert all(text.startswith(label.raw) for label in labels)
    assert bool(labels) or rest == text
