"""Cases of comparison, the command, and what it says."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import type_command
from toolkit.compare import pairs_of, redline
from toolkit.errors import UsageError
from toolkit.model import Document
from toolkit.model.redline import Op, Redline
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.drafts.comparing import compare_files, counts, kind_of, not_compared
from toolkit.workflows.installed.shipped import schema_text

HEAD = "# Report on the meeting of the Group\n\n## I. Debate\n\n"
HAN = "# 工作组会议的报告\n\n## 一. 审议\n\n"
FIRST = "1. The Group discussed the locks at length.\n\n"
SECOND = "2. Several speakers praised the tugs of the harbour.\n\n"
THIRD = "3. The Chair thanked everybody who had come so far.\n\n"


def document(text: str, language: str = "en") -> Document:
    return read_bytes(text.encode(), "v.md", options=ReadOptions(language=language)).document


def compared(old: str, new: str, language: str = "en") -> Redline:
    one, other = document(old, language), document(new, language)
    return redline(one, other, pairs_of(one, other))


def said(found: Redline) -> list[tuple[str, str]]:
    return [
        (one.op.value, one.text)
        for row in found.rows
        for one in row.pieces
        if one.op is not Op.SAME
    ]


def test_words_are_compared_in_english_and_characters_in_chinese() -> None:
    english = compared(HEAD + FIRST, HEAD + FIRST.replace("discussed", "considered"))
    assert said(english) == [("gone", "discussed"), ("come", "considered")]
    chinese = compared(HAN + "1. 工作组讨论了船闸。\n", HAN + "1. 工作组审议了船闸。\n", "zh")
    assert said(chinese) == [("gone", "讨论"), ("come", "审议")]


def test_a_paragraph_that_moved_is_recognised_and_its_changes_shown() -> None:
    moved = FIRST.replace("1.", "3.").replace("at length", "in detail")
    rest = SECOND.replace("2.", "1.") + THIRD.replace("3.", "2.")
    found = compared(HEAD + FIRST + SECOND + THIRD, HEAD + rest + moved)
    assert [kind_of(row) for row in found.rows] == [
        "same", "left", "changed", "changed", "moved",
    ]  # fmt: skip
    assert said(found) == [("gone", "at length"), ("come", "in detail")]


def test_paragraphs_that_move_together_are_one_move() -> None:
    old = HEAD + FIRST + SECOND + THIRD + "4. Last of all, the Group adopted its report.\n"
    new = HEAD + THIRD + "4. Last of all, the Group adopted its report.\n\n" + FIRST + SECOND
    assert {row.move for row in compared(old, new).rows if row.move} == {1}


def test_a_short_line_does_not_move() -> None:
    old = HEAD + "1. Agreed.\n\n" + SECOND + THIRD
    new = HEAD + SECOND + THIRD + "4. Agreed.\n"
    assert counts(compared(old, new))["moved"] == 0


def test_a_heading_that_went_on_and_no_longer_does_is_a_change() -> None:
    found = compared(HEAD.replace("Debate", "Debate (continued)") + FIRST, HEAD + FIRST)
    assert [kind_of(row) for row in found.rows] == ["changed", "same"]


def test_cells_of_a_table_are_compared_one_by_one() -> None:
    table = "| Year | Tugs |\n| --- | --- |\n| 2030 | {} |\n"
    found = compared(HEAD + FIRST + table.format(3), HEAD + FIRST + table.format(4))
    (row,) = [row for row in found.rows if row.cells]
    assert [one.op for one in row.cells[1][1]] == [Op.GONE, Op.COME]
    assert [one.op for one in row.cells[1][0]] == [Op.SAME]


def test_a_changed_note_and_a_changed_look_are_changes() -> None:
    old = HEAD + "1. The *tugs* came.[^1]\n\n[^1]: Two of them.\n"
    new = HEAD + "1. The tugs came.[^1]\n\n[^1]: Three of them.\n"
    pieces = [one for row in compared(old, new).rows for one in row.pieces]
    assert [one.note.text for one in pieces if one.note] == ["Two of them.", "Three of them."]
    assert [(one.op.value, one.italic) for one in pieces if one.text == "tugs"] == [
        ("gone", True),
        ("come", False),
    ]


def test_two_languages_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEAD + FIRST + SECOND, encoding="utf-8")
    (tmp_path / "b.md").write_text(HAN + "1. 工作组讨论了船闸。\n", encoding="utf-8")
    with pytest.raises(UsageError, match="Two versions in one language"):
        compare_files(str(tmp_path / "a.md"), str(tmp_path / "b.md"))


def test_formats_may_differ_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(HEAD + FIRST + SECOND, encoding="utf-8")
    assert type_command("undraft convert a.md -o a.docx").code == 0
    found = compare_files("a.md", "a.docx")
    assert {kind_of(row) for row in found.redline.rows} == {"same"}
    assert any("two formats (markdown, docx)" in one for one in not_compared(found, "en"))
    assert any("两个文件格式不同" in one for one in not_compared(found, "zh"))


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("undraft compare a.md a.md -o r.txt", 2, ".docx or .html"),
        ("undraft compare a.md missing.md -o r.docx", 3, "was not found"),
        ("undraft compare a.md a.md -o a.md", 2, ".docx or .html"),
        ("undraft compare a.md a.md -o r.docx --date today", 2, "expected a date in UTC"),
        ("undraft compare a.md a.md -o there.docx", 4, "there.docx"),
    ],
)
def test_what_cannot_be_done_is_said(
    line: str, code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(HEAD + FIRST, encoding="utf-8")
    Path("there.docx").write_bytes(b"mine")
    ran = type_command(line)
    assert (ran.code, words in ran.err) == (code, True)
    assert Path("there.docx").read_bytes() == b"mine"


def test_the_command_prints_what_changed_as_its_schema_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(HEAD + FIRST + SECOND + THIRD, encoding="utf-8")
    Path("b.md").write_text(HEAD + SECOND + THIRD + FIRST, encoding="utf-8")
    ran = type_command("undraft compare a.md b.md -o r.html --json")
    jsonschema.validate(ran.json, json.loads(schema_text("compare")))
    (one,) = [one for one in ran.json["changes"] if one["kind"] == "moved"]
    assert one["old"]["path"] == "I/para 1"
    page = Path("r.html").read_text(encoding="utf-8")
    assert 'href="#to-1"' in page
    assert 'id="to-1"' in page
    assert "<script" not in page
