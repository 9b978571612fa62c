"""Markdown: our dialect, and what converters leave behind."""

import pytest

from toolkit.errors import InputError
from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions, ReadResult
from toolkit.readers.markdown import READER
from toolkit.readers.markdown_blocks import outline


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


GRID = """1. Lamps:

+----------+-------+
| Port     | Lamps |
+==========+=======+
| 北港     | 12    |
| (old)    |       |
+----------+-------+
| South    | 3     |
+----------+-------+

2. Oil:

  ------------------
  Port       Barrels
  ---------- -------
  North      1
  (old)

  South      2
  ------------------

3. End.
"""


def test_tables_that_pandoc_draws_are_tables() -> None:
    tables = [one.rows for one in read(GRID).document.blocks if one.rows]
    assert tables == [
        (("Port", "Lamps"), ("北港 (old)", "12"), ("South", "3")),
        (("Port", "Barrels"), ("North (old)", "1"), ("South", "2")),
    ]


def test_tables_of_html_are_tables() -> None:
    text = (
        "1. As follows.\n\n<table>\n<tr><th>Port</th><th>Lamps</th></tr>\n"
        "<tr><td>A &amp; B</td>\n<td>1|2<br>3</td></tr></table>\n\n2. End.\n"
    )
    blocks = read(text).document.blocks
    assert blocks[1].rows == (("Port", "Lamps"), ("A & B", "1|2 3"))
    assert blocks[2].text == "End."
    assert read("1. So: <table> is a word.\n").document.blocks[0].text == "So: <table> is a word."


def test_what_pandoc_says_of_looks_is_no_text() -> None:
    text = (
        '::: {custom-style="Body"}\n1. All [lamps]{.underline} of the 10^th^ [port]{#p .x}.\n:::\n'
        "\n## []{#_Toc1 .anchor}Wicks {#wicks .unnumbered}\n\n```text\n2. H~2~O.\n```\n"
    )
    assert [one.text for one in read(text).document.blocks] == [
        "All lamps of the 10th port.",
        "Wicks",
        "H2O.",
    ]
    text = "1. They [shall][should] keep {all} ~~old~~ lamps, and 5 ^ 2 ^ 3.\n"
    assert read(text).document.blocks[0].text == text[3:].strip()


def test_what_has_hundreds_of_columns_is_no_table() -> None:
    grid = "+" + "-+" * 200 + "\n" + "|" + "a|" * 200 + "\n" + "+" + "-+" * 200 + "\n"
    ruled = "-------\nA\n" + "-- " * 200 + "\na\n-------\n"
    for drawn in (grid, ruled):
        assert all(one.kind is not Kind.TABLE for one in read(f"1. A.\n\n{drawn}").document.blocks)


def test_ranges_and_powers_are_no_marks_of_pandoc() -> None:
    text = "1. 见第1~3、5~7段，5~10,15~20盏灯和30~40/50~60米；2^3,4^5。\n"
    assert read(text).document.blocks[0].text == text[3:].strip()


def test_signs_of_order_are_no_mark_up() -> None:
    text = "1. Where a <b and c> d or i <s or p> s they met<sup>1</sup>.<br />\n"
    assert read(text).document.blocks[0].text == "Where a <b and c> d or i <s or p> s they met1."


def test_a_heading_between_two_rules_is_no_front_matter() -> None:
    for head in ("# I. Lamps", "\n# I. Lamps\n"):
        found = read(f"---\n{head}\n---\n\n1. They met.\n").document
        assert [one.text for one in found.blocks] == ["Lamps", "They met."]


def test_front_matter_is_told_and_fills_what_is_not_printed() -> None:
    text = '---\ntitle: "Lamps"\ndate: 3 May\nkeys:\n  - oil\n---\n\n1. They met.\n'
    result = read(text)
    assert result.document.masthead.title == "Lamps"
    assert [one.text for one in result.document.blocks] == ["They met."]
    told = [one.values["text"] for one in result.findings]
    assert told == ['title: "Lamps"', "date: 3 May", "keys:", "- oil"]
    assert result.document.blocks[0].place == "line 8"
    assert [one.text for one in read("---\n\nThey met: twice.\n\n---\n").document.blocks] == [
        "They met: twice."
    ]


def test_a_note_goes_on_in_a_paragraph_set_in() -> None:
    found = read("1. They met.[^1]\n\n[^1]: In May.\n\n    Or in June.\n\n2. They left.\n").document
    assert found.blocks[0].notes[0].text == "In May. Or in June."
    assert found.blocks[1].text == "They left."


def test_a_number_left_of_a_list_is_not_of_its_last_item() -> None:
    found = read("1. They met:\n   * in May;\n   * in June.\n2. They left.\n").document
    assert [(one.kind.value, one.text) for one in found.blocks] == [
        ("paragraph", "They met:"),
        ("item", "in May;"),
        ("item", "in June."),
        ("paragraph", "They left."),
    ]


def test_a_heading_of_two_lines_is_underlined_once() -> None:
    found = read("The lamps of\nall ports\n=====\n\nI. Oil\n------\n\n1. They met.\n").document
    assert found.masthead.title == "The lamps of all ports"


def test_tables_that_never_end_are_looked_for_a_few_times_only() -> None:
    for line in ("+---+", "<table>", "------\na\n--- ---"):
        assert outline(f"{line}\n" * 20_000).blocks is not None
        text = f"{line}\n\n" * 100 + "1. They met.\n"
        assert read(text).document.blocks[-1].text == "They met."


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the attributes that reading tells to have left out, how often and where."""
    found = [one for one in read(text).findings if one.code == "RDR111"]
    return [(one.values["text"], one.values["count"], one.place) for one in found]


def test_attributes_that_are_left_out_are_told_each_once() -> None:
    text = (
        "# I. Lamps {#lamps .unnumbered}\n\nWicks {-}\n---\n\n::: {.box}\n"
        "1. [All]{.smallcaps} of [these]{.smallcaps} `x`{.py} ![port](a.png){width=3%}\n"
        "<https://a.org>{.uri}[^1]\n:::\n\n[^1]: A [note]{.y}.\n\n"
        "| Port | [Lamps]{.z} |\n|---|---|\n| A | 1 |\n"
    )
    assert told(text) == [
        ("{#lamps .unnumbered}", "1", "line 1"),
        ("{-}", "1", "line 3"),
        ("{.box}", "1", "line 6"),
        ("{.smallcaps}", "2", "line 7"),
        ("{.py}", "1", "line 7"),
        ("{width=3%}", "1", "line 7"),
        ("{.uri}", "1", "line 7"),
        ("{.y}", "1", "line 11"),
        ("{.z}", "1", "line 13"),
    ]
    blocks = read(text).document.blocks
    assert [one.text for one in blocks] == [
        "Lamps",
        "Wicks",
        "All of these x port https://a.org",
        "Port\tLamps\nA\t1",
    ]
    assert blocks[2].notes[0].text == "A note."


def test_attributes_are_known_by_single_quotes_lists_and_raw_formats() -> None:
    text = "1. [Oil]{#a key='two words'} [and]{data-x=1,2} `lamps`{=html} [here]{lang=zh-CN}.\n"
    assert [braces for braces, _, _ in told(text)] == [
        "{#a key='two words'}",
        "{data-x=1,2}",
        "{=html}",
        "{lang=zh-CN}",
    ]
    assert read(text).document.blocks[0].text == "Oil and lamps here."


def test_braces_behind_plain_words_are_words() -> None:
    for words in ("the set {a=1}", "lamps {.underline}", "port (old){.x}", "all{.y} of {#z}"):
        result = read(f"1. They met {words}\nin May.\n")
        assert "".join(result.document.blocks[0].text.split()) == f"Theymet{words}inMay.".replace(
            " ", ""
        )
        assert result.findings == ()
    assert read("## The set {1, 2}\n").document.blocks[0].text == "The set {1, 2}"
