"""Plain text in its layouts and encodings."""

import pytest

from toolkit.errors import InputError
from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions
from toolkit.readers.layout import breaker, lines_of, measure
from toolkit.readers.plaintext import READER
from toolkit.readers.registry import read_bytes


def read(text: str) -> Document:
    return READER.read(text.encode(), "file.txt", ReadOptions()).document


def shape(text: str) -> list[tuple[str, str]]:
    return [(one.path, one.text) for one in read(text).blocks]


def test_wrapped_paragraphs_are_joined() -> None:
    text = "1. They spoke of the lamps and of\nthe oil that the lamps needed.\n\n2. They left.\n"
    assert shape(text) == [
        ("para 1", "They spoke of the lamps and of the oil that the lamps needed."),
        ("para 2", "They left."),
    ]


def test_paragraphs_on_single_lines_stay_apart() -> None:
    words = (
        "They spoke at length of lamps, of oil, of wicks and of glass, and of those who keep them. "
    )
    text = f"1. {words * 2}\n2. {words * 2}\n{words * 2}\n"
    assert [path for path, _ in shape(text)] == ["para 1", "para 2", "para 2"]


def test_an_indent_begins_a_paragraph() -> None:
    text = (
        "     They spoke of the lamps and of\nthe oil that the lamps needed.\n"
        "     Nobody spoke of the wicks and\nof the glass.\n"
    )
    assert len(read(text).blocks) == 2


def test_text_with_a_blank_line_after_each_line_is_known() -> None:
    lines = ["1. 发言者谈到了港口灯具的维修问题以及灯油供应的", "问题和看守人的培训问题。"] * 4
    text = "\n\n".join(lines) + "\n\n\n\n\n2. 完。\n"
    assert measure(lines_of(text)).spacing == 1
    assert measure(lines_of("\n\n".join(["One line.", "Two lines."] * 5))).spacing == 0


def test_a_word_parted_at_a_hyphen_is_joined_without_a_space() -> None:
    ((_, text),) = shape("1. They spoke of the co-\noperation of keepers and of the lamps.\n")
    assert text == "They spoke of the co-operation of keepers and of the lamps."


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    lines = lines_of("a" * 60 + "\n" + "b" * 58 + "\nshort.\n" + "c" * 60)
    ends = breaker(measure(lines))
    paras = read("x" * 60).blocks
    assert paras[0].kind is Kind.TEXT
    assert measure(lines).width == 60
    assert ends is not None


def test_form_feeds_and_odd_line_ends_are_line_ends() -> None:
    assert [path for path, _ in shape("1. One.\r\n\r\n2. Two.\f3. Three.\r4. Four.")] == [
        "para 1",
        "para 2",
        "para 3",
        "para 4",
    ]


@pytest.mark.parametrize("data", [b"abc\x00def", b"\x01\x02\x03"])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not a text file"):
        READER.read(data, "file.txt", ReadOptions())


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match=r"file\.txt is empty"):
        READER.read(data, "file.txt", ReadOptions())


def test_windows_text_is_read_and_told() -> None:
    result = READER.read("1. The café’s lamp – bright.".encode("cp1252"), "f.txt", ReadOptions())
    assert result.document.blocks[0].text == "The café’s lamp – bright."
    assert [(one.code, one.values["encoding"]) for one in result.findings] == [
        ("RDR106", "Windows-1252")
    ]


def test_markup_around_a_whole_line_makes_a_heading() -> None:
    text = (
        "**A. Wicks**\n\n1. They burn.\n\n__B. Oil__\n2. It flows.\n\n## C. Glass\n\n3. It breaks."
    )
    result = read_bytes(text.encode(), "a.txt")
    found = [(b.kind, b.label, b.text) for b in result.document.blocks]
    assert found == [
        (Kind.HEADING, "A.", "Wicks"),
        (Kind.PARAGRAPH, "1.", "They burn."),
        (Kind.HEADING, "B.", "Oil"),
        (Kind.PARAGRAPH, "2.", "It flows."),
        (Kind.HEADING, "C.", "Glass"),
        (Kind.PARAGRAPH, "3.", "It breaks."),
    ]
    told = [one.values["heading"] for one in result.findings if one.code == "RDR105"]
    assert told == ["A. Wicks", "B. Oil"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_rules_only_is_said_to_hold_no_words(name: str) -> None:
    with pytest.raises(InputError, match="no words"):
        read_bytes(b"* * *\n\n-----\n", name)
