"""What a page layout did to a text is undone, and told: notes, words, tables, pages."""

import pytest

from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes

BEFORE = "Report of the Committee\n\nI. Introduction\n\n"


def read(text: str, name: str = "a.txt") -> tuple[Document, list[str]]:
    result = read_bytes(text.encode(), name, options=ReadOptions())
    return result.document, [one.code for one in result.findings]


def test_a_note_at_a_page_foot_goes_to_its_mark() -> None:
    foot = "_____\n 1  See XYZ/2030/4.\n\n"
    text = f"{BEFORE}1. They met in 2024.1 They spoke.\n\n{foot}2. They left.\n"
    document, codes = read(text)
    block = document.blocks[1]
    assert block.text == "They met in 2024. They spoke."
    assert [(n.number, n.at, n.text) for n in block.notes] == [("1", 17, "See XYZ/2030/4.")]
    assert codes == ["RDR108"]
    assert len(document.blocks) == 3


@pytest.mark.parametrize("mark", ["document XYZ/Add.1", "on 1", "about 3.1 million", "No.1"])
def test_a_figure_that_is_no_mark_leaves_the_foot_alone(mark: str) -> None:
    text = f"{BEFORE}1. They spoke of {mark} boats.\n\n 1  See the log.\n\n2. They left.\n"
    document, codes = read(text)
    assert not any(block.notes for block in document.blocks)
    assert "RDR108" not in codes


@pytest.mark.parametrize(
    ("rest", "words", "codes"),
    [
        ("pilot-\nage and of pilotage", "pilotage and of pilotage", ["RDR107"]),
        ("well-\nkept logs", "well-kept logs", []),
        ("deep-water and of deep-\nwater", "deep-water and of deep-water", []),
        ("recom-\nmended logs", "recommended logs", ["RDR107"]),
    ],
)
def test_a_hyphen_of_the_layout_goes_and_one_of_the_word_stays(
    rest: str, words: str, codes: list[str]
) -> None:
    document, told = read(f"{BEFORE}1. They spoke of {rest}.\n\n2. They left.\n")
    assert document.blocks[1].text == f"They spoke of {words}."
    assert told == codes


def test_columns_are_a_table() -> None:
    rows = "Name    2029   2030\nStar    12     14\nMoon    3      9"
    document, _ = read(f"{BEFORE}1. As follows.\n\n{rows}\n\n2. They left.\n")
    (table,) = [one for one in document.blocks if one.kind is Kind.TABLE]
    assert table.rows == (("Name", "2029", "2030"), ("Star", "12", "14"), ("Moon", "3", "9"))


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("**Recommendation No. 6**", "Recommendation No. 6"),
        ("**RECOMMENDATION 6:**", "RECOMMENDATION 6"),
    ],
)
def test_other_ways_to_number_a_recommendation(line: str, label: str) -> None:
    text = f"# Report of the Committee\n\n## I. Advice\n\n{line}\n\nStates should act.\n"
    (block,) = [b for b in read(text, "a.md")[0].blocks if b.kind is Kind.RECOMMENDATION]
    assert (block.label, block.number, block.text) == (label, 6, "States should act.")


@pytest.mark.parametrize("line", ["建议第6项", "第六项建议", "建议六"])
def test_other_ways_to_number_a_chinese_recommendation(line: str) -> None:
    text = f"# 委员会的报告\n\n## 一. 建议\n\n**{line}**\n\n缔约国应行动。\n"
    (block,) = [b for b in read(text, "a.md")[0].blocks if b.kind is Kind.RECOMMENDATION]
    assert (block.label, block.number, block.path) == (line, 6, "I/rec 6")


def test_a_reference_at_the_start_of_a_line_is_no_recommendation() -> None:
    document, _ = read(f"{BEFORE}1. The principle was set out in\nrecommendation 24.\n\n2. No.\n")
    assert document.blocks[1].text.endswith("set out in recommendation 24.")


def test_an_agenda_that_ends_a_document_is_a_list_to_its_last_item() -> None:
    agenda = "2. The agenda was:\n\n1. Opening.\n\n2. Lamps.\n\n3. Closing.\n"
    document, _ = read(f"{BEFORE}1. They met.\n\n{agenda}")
    assert [one.path for one in document.blocks if one.kind is Kind.ITEM] == [
        "I/para 2/1",
        "I/para 2/2",
        "I/para 2/3",
    ]


def test_a_list_inside_a_sentence_stays_there_when_lines_break_before_its_letters() -> None:
    chosen = "(a) the lamps of all the harbours;\n(b) oil; and\n(c) logs."
    text = f"{BEFORE}1. They chose: {chosen}\n\n2. No.\n"
    document, _ = read(text)
    assert [one.label for one in document.blocks] == ["I.", "1.", "2."]
