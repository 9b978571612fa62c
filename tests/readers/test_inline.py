"""Mark-up inside a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import MarkKind
from toolkit.readers.inline import read_inline


def marks(source: str) -> tuple[str, list[tuple[str, str, str]]]:
    found = read_inline(source, {})
    return found.text, [
        (mark.kind.value, found.text[mark.start : mark.end], mark.target) for mark in found.marks
    ]


@pytest.mark.parametrize(
    ("source", "text", "kind", "words"),
    [
        ("a **bold** word", "a bold word", "bold", "bold"),
        ("an *italic* word", "an italic word", "italic", "italic"),
        ("a __bold__ word", "a bold word", "bold", "bold"),
        ("下列：**(a)**在港口", "下列：(a)在港口", "bold", "(a)"),
        ("和 **孟**女士", "和 孟女士", "bold", "孟"),
    ],
)
def test_bold_and_italic_are_marks(source: str, text: str, kind: str, words: str) -> None:
    assert marks(source) == (text, [(kind, words, "")])


def test_marks_nest() -> None:
    text, found = marks("***both* and bold** and **a *b* c**")
    assert text == "both and bold and a b c"
    assert sorted(found) == [
        ("bold", "a b c", ""),
        ("bold", "both and bold", ""),
        ("italic", "b", ""),
        ("italic", "both", ""),
    ]


def test_a_link_is_its_words_with_a_target() -> None:
    assert marks("see [XYZ/2030/1](https://example.org/a_(b)) for") == (
        "see XYZ/2030/1 for",
        [("link", "XYZ/2030/1", "https://example.org/a_(b)")],
    )


@pytest.mark.parametrize(
    "source",
    [
        "2 * 3 * 4",
        "项目* 和",
        "snake_case_name",
        "泰国[……]。",
        "a ** b",
        "[square] (round)",
        "a*",
        "**",
    ],
)
def test_what_is_no_mark_up_is_text(source: str) -> None:
    assert marks(source) == (source, [])


def test_escapes_entities_and_tags_are_resolved() -> None:
    assert read_inline(r"\*no\* &amp; <b>x</b><br>y `a*b`", {}).text == "*no* & x\ny a*b"


def test_a_barcode_keeps_its_stars() -> None:
    assert marks("*3001234*") == ("*3001234*", [])


def test_note_marks_become_notes_and_those_without_a_note_are_known() -> None:
    found = read_inline("One,[^1] two[^x].", {"1": "First."})
    assert found.text == "One, two."
    assert [(note.number, note.at, note.text) for note in found.notes] == [("1", 4, "First.")]
    assert found.missing == ("x",)


@given(st.text(alphabet="ab *_[]()^\\`&;<>#1灯\n", max_size=80))
def test_any_source_gives_marks_inside_its_text(source: str) -> None:
    found = read_inline(source, {"1": "n"})
    assert all(0 <= mark.start < mark.end <= len(found.text) for mark in found.marks)
    assert all(0 <= note.at <= len(found.text) for note in found.notes)
    letters = [sign for sign in source if sign in "ab灯"]
    links = [mark for mark in found.marks if mark.kind is MarkKind.LINK]
    if "<" not in source and "&" not in source and not links and "[^" not in source:
        assert [sign for sign in found.text if sign in "ab灯"] == letters


@pytest.mark.parametrize("piece", ["**a ", "[", "[^", "`", "<", "*", "![a](", "&#"])
def test_hostile_lines_are_read_in_linear_time(piece: str) -> None:
    assert read_inline(piece * 20_000, {}).text


def test_a_hundred_thousand_stars_without_a_pair_are_read_at_once() -> None:
    source = "**x" + " _a" * 50_000 + " a*" * 50_000
    assert read_inline(source, {}).text == source
