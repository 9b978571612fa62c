"""Markdown: our dialect, and what converters leave behind."""

import pytest

from toolkit.errors import InputError
from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions, ReadResult
from toolkit.readers.markdown import READER


def read(text: str) -> ReadResult:
    return READER.read(text.encode(), "file.md", ReadOptions())


def shape(document: Document) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.path, one.text) for one in document.blocks]


def test_bullets_before_labels_are_mark_up_and_others_are_labels() -> None:
    found = read("1. List:\n\n- (a) one;\n- **(b)** two:\n  - (i) deep.\n\n2. List:\n\n* three\n")
    assert shape(found.document) == [
        ("paragraph", "para 1", "List:"),
        ("item", "para 1/(a)", "one;"),
        ("item", "para 1/(b)", "two:"),
        ("item", "para 1/(b)/(i)", "deep."),
        ("paragraph", "para 2", "List:"),
        ("item", "para 2/bullet 1", "three"),
    ]


def test_numbers_stay_as_typed() -> None:
    found = read("7. Seven.\n\n7. Seven again.\n\n9. Nine.\n")
    assert [one.number for one in found.document.blocks] == [7, 7, 9]


def test_numbers_that_a_converter_escaped_are_numbers() -> None:
    assert shape(read("1\\. They met.\n\n\\(a\\) In spring.\n").document) == [
        ("paragraph", "para 1", "They met."),
        ("item", "para 1/(a)", "In spring."),
    ]


def test_words_whose_first_sign_is_written_by_number_are_no_label() -> None:
    assert shape(read("1. They met.\n\n&#50;. is a number.\n").document)[1] == (
        "text",
        "para 1",
        "2. is a number.",
    )


def test_a_pipe_table_is_a_table_with_its_notes() -> None:
    found = read("Table 1\n\n| A | B \\| C |\n|---|:-:|\n| one[^1] | 2 |\n\n[^1]: Note.\n")
    caption, table = found.document.blocks
    assert caption.kind is Kind.CAPTION
    assert table.rows == (("A", "B | C"), ("one", "2"))
    assert [(note.number, table.text[: note.at]) for note in table.notes] == [
        ("1", "A\tB | C\none")
    ]


def test_a_note_nothing_points_to_is_a_block_and_a_mark_without_note_is_told() -> None:
    found = read("1. One.[^9]\n\n[^2]: Loose words.\n\n2. Two.\n")
    assert [(b.kind, b.label, b.text) for b in found.document.blocks] == [
        (Kind.PARAGRAPH, "1.", "One."),
        (Kind.FOOTNOTE, "2", "Loose words."),
        (Kind.PARAGRAPH, "2.", "Two."),
    ]
    (finding,) = found.findings
    assert (finding.code, finding.values["number"], finding.place) == ("RDR203", "9", "line 1")


def test_a_note_over_several_lines_is_one_note() -> None:
    found = read("1. One.[^1]\n\n[^1]: First line\n  second line.\n")
    assert found.document.blocks[0].notes[0].text == "First line second line."


def test_comments_and_rules_are_no_text() -> None:
    found = read("1. One.\n\n<!-- a\ncomment -->\n\n---\n\n***\n\n2. Two.\n")
    assert [one.text for one in found.document.blocks] == ["One.", "Two."]
    assert found.document.blocks[1].place == "line 10"


def test_closing_hashes_and_marks_around_a_heading_go() -> None:
    found = read("## **II. Lamps** ##\n\n1. One.\n")
    heading = found.document.blocks[0]
    assert (heading.text, heading.marks, heading.label) == ("Lamps", (), "II.")


def test_bold_inside_text_is_kept_as_a_mark_at_its_words() -> None:
    (block,) = read("1. The **old** lamp.\n").document.blocks
    (mark,) = block.marks
    assert block.text[mark.start : mark.end] == "old"


def test_the_origin_names_file_format_and_digest() -> None:
    origin = read("1. One.").document.origin
    assert (origin.path, origin.format, len(origin.sha256)) == ("file.md", "markdown", 64)


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_a_blank_file_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"file\.md is empty"):
        read(text)


@pytest.mark.parametrize(
    "text",
    ["<!--" * 50_000, "# a" + " " * 100_000 + "x", "|" * 50_000 + "\n|-|\n", "- " * 50_000 + "x"],
)
def test_hostile_files_are_read_in_linear_time(text: str) -> None:
    assert read(text).document.blocks


@pytest.mark.parametrize(("line", "level"), [("=====", 1), ("-----", 1)])
def test_a_line_underlined_is_a_heading(line: str, level: int) -> None:
    document = read(f"1. It met.\n\nLamps\n{line}\n\nThey burned.\n").document
    assert [one.kind.value for one in document.blocks] == ["paragraph", "heading", "text"]
    assert (document.blocks[1].level, document.blocks[1].text) == (level, "Lamps")


def test_a_rule_below_several_lines_makes_no_heading() -> None:
    document = read("1. It met\nand met.\n---\n2. It rose.\n").document
    assert [one.kind.value for one in document.blocks] == ["paragraph", "paragraph"]
