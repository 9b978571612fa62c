"""Translations out and back at the command line: exits, reports, and nothing written in vain."""

import csv
import hashlib
import io
import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import polib
import pytest
from openpyxl import load_workbook

from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from tests.validity import faults, schema_faults
from toolkit.readers.registry import read_bytes
from toolkit.tmx.read import read_tmx

ADDENDUM = SAMPLES / "CSIW_COP_WG.3_2026_L.1_Add.1.en.docx"
MEMORY = SAMPLES.parent / "tm" / "sample.tmx"
REFUSED, FINDINGS, USAGE, INPUT = 4, 1, 2, 3


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def send(name: str, *options: str) -> Path:
    words = " ".join(options) or f"--tm {MEMORY}"
    ran = type_command(f"undraft pretranslate {ADDENDUM} {words} -o {name}")
    assert ran.code == 0, ran.err
    return Path(name)


def bring(name: str, *options: str, original: Path = ADDENDUM):
    words = " ".join(options)
    return type_command(
        f"undraft import-translation {name} --original {original} -o back.docx {words}"
    )


def translated(path: Path) -> int:
    """Fill every entry of a PO as a translator would; return how many there are."""
    file = polib.pofile(str(path), wrapwidth=0)
    for number, entry in enumerate(file):
        marks = re.findall("⟦.*?⟧", entry.msgid)
        one = chr(ord("一") + number)
        entry.msgstr = entry.msgstr or one.join(["航道安全", *marks, "。"])
        entry.flags = []
    file.save(str(path))
    return len(file)


def test_a_po_translated_by_polib_comes_back_whole(shared: Path) -> None:
    count = translated(send("desk.po"))
    ran = bring("desk.po", "--tm ours.undraft", "--json")
    assert ran.code == 0, ran.err
    assert ran.json["counts"] == {"reviewed": count, "unconfirmed": 0, "untranslated": 0}
    assert ran.json["findings"] == []
    data = Path("back.docx").read_bytes()
    assert faults(data) == []
    assert schema_faults(data, shared) == []
    document = read_bytes(data, "back.docx").document
    assert document.language == "zh"
    assert document.masthead.language == "Chinese"
    found = type_command("undraft tm stats ours.undraft --json").json["stats"][0]
    assert found["units"] == ran.json["memory"]["created"]
    assert found["statuses"] == {"reviewed": found["units"]}


def test_a_second_round_replaces_what_was_only_aligned() -> None:
    shutil.copy(MEMORY, "ours.tmx")
    translated(send("desk.po"))
    assert bring("desk.po", "--tm ours.tmx").code == REFUSED
    assert not Path("back.docx").exists()
    ran = bring("desk.po", "--tm ours.tmx", "--in-place", "--json")
    assert ran.code == 0, ran.err
    again = bring("desk.po", "--tm ours.tmx", "--in-place", "--force", "--json")
    assert again.json["memory"]["unchanged"] == again.json["memory"]["read"]


def test_a_table_filled_in_a_spreadsheet_comes_back() -> None:
    send("desk.tsv", "--no-tm")
    text = Path("desk.tsv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab"))
    at = rows[1].index("source"), rows[1].index("target"), rows[1].index("state")
    row = next(row for row in rows if row[at[0]] == "Recommendations")
    row[at[1]], row[at[2]] = "建议", "reviewed"
    with Path("desk.tsv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, "excel-tab").writerows(rows)
    ran = bring("desk.tsv")
    assert ran.code == 0
    assert "1 reviewed" in ran.out or " reviewed" in ran.out
    blocks = read_bytes(Path("back.docx").read_bytes(), "back.docx").document.blocks
    assert "建议" in [block.text for block in blocks]


def test_what_could_not_be_taken_ends_with_1_and_the_rest_is_written() -> None:
    path = send("desk.xlf")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(">Recommendations<", ">Advice<"), encoding="utf-8")
    ran = bring("desk.xlf", "--json")
    assert ran.code == FINDINGS
    (finding,) = [one for one in ran.json["findings"] if one["severity"] == "error"]
    assert (finding["code"], finding["path"]) == ("EXC102", "II")
    assert Path("back.docx").exists()
    assert bring("desk.xlf", "--force", "--fail-on never").code == 0


def test_a_changed_document_is_refused_with_its_places_and_nothing_is_written() -> None:
    send("desk.xlf")
    other = SAMPLES / "CSIW_COP_WG.3_2026_L.1_Add.2.en.docx"
    ran = bring("desk.xlf", "--tm ours.undraft", original=other)
    assert ran.code == REFUSED
    assert f"desk.xlf is a translation of {ADDENDUM.name}; " in ran.err
    assert "has other words at" in ran.err
    assert not Path("back.docx").exists()
    assert not Path("ours.undraft").exists()
    ran = bring("desk.xlf", "--changed leave", "--json", original=other)
    assert ran.json["counts"]["untranslated"] > 0


def test_an_output_that_exists_is_not_written_over_and_the_memory_stays() -> None:
    send("desk.xlf")
    Path("back.docx").write_bytes(b"mine")
    assert bring("desk.xlf", "--tm ours.undraft").code == REFUSED
    assert Path("back.docx").read_bytes() == b"mine"
    assert not Path("ours.undraft").exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ("-o x.rtf", USAGE, "must end in one of .docx, .html, .xlf"),
        ("-o x.po --xliff 2.1", USAGE, "for .xlf files only"),
        ("-o x.xlf --xliff 2.1 --copy-source", USAGE, "XLIFF 1.2"),
        (f"-o x.xlf --no-tm --tm {MEMORY}", USAGE, "not both"),
    ],
)
def test_what_cannot_be_sent_is_said(options: str, code: int, said: str) -> None:
    ran = type_command(f"undraft pretranslate {ADDENDUM} {options}")
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_a_file_of_no_known_kind_ends_with_3() -> None:
    Path("x.xlf").write_text("<html/>", encoding="utf-8")
    ran = bring("x.xlf")
    assert ran.code == INPUT
    assert "its first element is <html>" in ran.err


# -- into a memory without a document --------------------------------------------------------------
@pytest.mark.parametrize("name", ["desk.xlf", "desk.po", "desk.tsv", "desk.xlsx"])
def test_tm_import_takes_what_is_translated_and_counts_the_rest(name: str) -> None:
    send(name)
    ran = type_command(f"undraft tm import {name} --tm ours.undraft --json")
    assert ran.code == 0, ran.err
    report = ran.json
    assert report["created"] == 6
    assert report["skipped"] == 53
    reasons = {one["reason"]: one["count"] for one in report["reasons"]}
    assert reasons == {"unconfirmed": 2, "untranslated": 51}
    ran = type_command("undraft match Recommendations --tm ours.undraft --json")
    (best,) = ran.json["matches"]
    assert (best["target"], best["score"]) == ("建议", 100)
    assert best["origin"] == {"symbol": "CSIW/COP/WG.3/2026/L.1/Add.1", "path": "II"}


@pytest.mark.parametrize("via", ["", "--via translate"])
def test_tm_import_keeps_what_tells_equal_messages_apart(via: str) -> None:
    messages = (("menu", "Open", "打开"), ("state", "Open", "开放"), ("key", "Open", "打开"))
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "zh"}
    for context, source, target in messages:
        file.append(polib.POEntry(msgctxt=context, msgid=source, msgstr=target))
    file.save("messages.po")
    assert type_command(f"undraft tm import messages.po --tm ours.undraft {via}").code == 0
    assert type_command("undraft tm export ours.undraft -o ours.tmx").code == 0
    units = read_tmx(Path("ours.tmx")).units
    assert {unit.target: set(unit.props) for unit in units} == {
        "打开": {("x-context", "menu"), ("x-context", "key")},
        "开放": {("x-context", "state")},
    }


def test_tm_import_says_when_nothing_has_changed() -> None:
    line = f"undraft tm import {MEMORY} --tm ours.undraft"
    assert "wrote ours.undraft" in type_command(line).err
    again = type_command(line).err
    assert "nothing has changed in ours.undraft" in again
    assert "wrote" not in again
    assert "nothing has changed" in type_command("undraft tm clear ours.undraft --symbol NO/1").err
    assert "wrote ours.undraft" in type_command("undraft tm dedupe ours.undraft").err


def test_tm_import_turns_a_file_round_and_leaves_other_languages(folder: Path) -> None:
    text = 'msgid ""\nmsgstr "Language: {}\\nX-Source-Language: {}\\n"\n\nmsgid "{}"\nmsgstr "{}"\n'
    (folder / "turned.po").write_text(text.format("en", "zh", "灯", "lamp"), encoding="utf-8")
    (folder / "french.po").write_text(text.format("fr", "en", "lamp", "lampe"), encoding="utf-8")
    ran = type_command("undraft tm import turned.po french.po --tm ours.undraft --json")
    assert (ran.json["created"], ran.json["skipped"]) == (1, 1)
    assert type_command("undraft match lamp --tm ours.undraft --json").json["matches"]


def test_tm_import_reads_other_formats_through_translate_toolkit(folder: Path) -> None:
    (folder / "words.ts").write_text(
        '<!DOCTYPE TS><TS version="2.1" language="zh_CN" sourcelanguage="en"><context>'
        "<name>L</name><message><source>lamp</source><translation>灯</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    ran = type_command("undraft tm import words.ts --tm ours.undraft --via translate --json")
    assert ran.json["created"] == 1, ran.err


def test_parts_of_a_file_in_other_languages_are_left_out(folder: Path) -> None:
    part = (
        '<file original="a" datatype="plaintext" source-language="en" target-language="{}"><body>'
        '<trans-unit id="1"><source>lamp</source><target>{}</target></trans-unit></body></file>'
    )
    inside = part.format("zh-Hans-CN", "灯") + part.format("fr", "lampe") + part.format("fr", "feu")
    text = f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{inside}</xliff>'
    (folder / "many.xlf").write_text(text, encoding="utf-8")
    ran = type_command("undraft tm import many.xlf --tm ours.undraft --json")
    assert (ran.json["created"], ran.json["skipped"]) == (1, 2)
    assert ran.json["reasons"] == [{"outcome": "skipped", "reason": "other-languages", "count": 2}]
    assert "from en into fr; its 2 units" in ran.json["findings"][0]["message"]


def test_segments_within_a_unit_go_in_one_by_one_and_what_is_not_for_translation_stays_out(
    folder: Path,
) -> None:
    text = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
        'source-language="en" target-language="zh" datatype="plaintext"><body>'
        '<trans-unit id="1" translate="no"><source>Kept</source><target>不译</target></trans-unit>'
        '<trans-unit id="2"><source>One lamp. Two here.</source><seg-source>'
        '<mrk mtype="seg" mid="1">One lamp.</mrk> <mrk mtype="seg" mid="2">Two here.</mrk>'
        '</seg-source><target><mrk mtype="seg" mid="1">一盏灯。</mrk>'
        '<mrk mtype="seg" mid="2"/></target></trans-unit></body></file></xliff>'
    )
    (folder / "cut.xlf").write_text(text, encoding="utf-8")
    ran = type_command("undraft tm import cut.xlf --tm ours.undraft --json")
    assert (ran.json["created"], ran.json["skipped"]) == (1, 2), ran.err
    reasons = {one["reason"]: one["count"] for one in ran.json["reasons"]}
    assert reasons == {"untranslated": 1, "not-for-translation": 1}
    (best,) = type_command("undraft match 'One lamp.' --tm ours.undraft --json").json["matches"]
    assert best["target"] == "一盏灯。"
    type_command("undraft tm export ours.undraft -o ours.tmx")
    assert "x-hi-seg" not in Path("ours.tmx").read_text(encoding="utf-8")


def rows_of(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), "excel-tab"))


def save(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, "excel-tab").writerows(rows)


@pytest.mark.parametrize("state", ["Rejected", "待审", "TODO", "needs review", "fuzzy"])
def test_a_state_that_is_not_known_is_unconfirmed_and_told(state: str) -> None:
    rows = rows_of(send("desk.tsv", "--no-tm"))
    row = next(row for row in rows if row[3] == "Recommendations")
    row[4], row[5] = "建议", state
    save(Path("desk.tsv"), rows)
    ran = bring("desk.tsv", "--tm ours.undraft", "--json")
    assert ran.json["counts"]["unconfirmed"] == 1
    (told,) = [one for one in ran.json["findings"] if one["code"] == "EXC125"]
    assert f"“{state}”" in told["message"]
    assert ran.json["memory"]["read"] == 0
    ran = type_command("undraft tm import desk.tsv --tm other.undraft --json")
    assert {"outcome": "skipped", "reason": "unconfirmed", "count": 1} in ran.json["reasons"]


def bracketed(words: str, marks: str) -> str:
    return words + marks.replace("⟦", "[").replace("⟧", "]")


def spaced(words: str, marks: str) -> str:
    return words + marks.replace("⟦", "⟦ ")


def controlled(words: str, marks: str) -> str:
    return f"{words}\x01{marks}"


@pytest.mark.parametrize(
    ("turn", "code"), [(bracketed, "EXC113"), (spaced, "EXC113"), (controlled, "EXC114")]
)
def test_damaged_marks_and_lost_characters_are_told_and_not_confirmed(
    turn: Callable[[str, str], str], code: str
) -> None:
    rows = rows_of(send("desk.tsv", "--no-tm"))
    for row in rows[2:]:
        marks = "".join(re.findall("⟦.*?⟧", row[3]))
        row[4], row[5] = (turn("受损之句", marks) if marks else "完好之句"), "reviewed"
    save(Path("desk.tsv"), rows)
    ran = bring("desk.tsv", "--tm ours.undraft", "--json")
    assert ran.json["counts"]["unconfirmed"] == 1
    assert [one["code"] for one in ran.json["findings"]].count(code) == 1
    type_command("undraft tm export ours.undraft -o ours.tmx")
    kept = Path("ours.tmx").read_text(encoding="utf-8")
    assert "完好" in kept
    assert "受损" not in kept
    told = type_command("undraft tm import desk.tsv --tm other.undraft --json").json
    assert {"outcome": "rejected", "reason": "damaged", "count": 1} in told["reasons"]


def test_a_unit_half_of_whose_marked_segments_are_empty_is_not_confirmed() -> None:
    path = send("desk.xlf", "--no-tm")
    text = path.read_text(encoding="utf-8")
    source = re.search(r"<source>([^<]{30,}?)</source>", text)
    assert source is not None
    head, tail = source[1][:12], source[1][12:]
    mark = '<mrk mtype="seg" mid="{}">{}</mrk>'
    cut = (
        f"{source[0]}<seg-source>{mark.format(1, head)}{mark.format(2, tail)}</seg-source>"
        f'<target state="final">{mark.format(1, "一半")}{mark.format(2, "")}</target>'
    )
    rest = text[source.end() :]
    whole = re.sub(r"\A\s*<target.*?</target>|\A\s*<target[^>]*/>", "", rest, flags=re.DOTALL)
    path.write_text(text[: source.start()] + cut + whole, encoding="utf-8")
    ran = bring("desk.xlf", "--tm ours.undraft", "--json")
    assert ran.json["counts"]["unconfirmed"] == 1, ran.err
    assert "EXC112" in [one["code"] for one in ran.json["findings"]]
    assert ran.json["memory"]["read"] == 0


def test_cells_of_a_workbook_that_hold_no_text_are_told_and_not_taken() -> None:
    path = send("desk.xlsx", "--no-tm")
    book = load_workbook(path)
    sheet = book["Segments"]
    given = (datetime(2026, 9, 8), True, "=1+1", 0.25, 12)
    for row, value in enumerate(given, 5):
        sheet.cell(row, 5).value = value
        sheet.cell(row, 6).value = "reviewed"
    sheet["E5"].number_format, sheet["E8"].number_format = "yyyy-mm-dd", "0%"
    sheet["E9"].number_format = "General"
    book.save(path)
    ran = bring("desk.xlsx", "--tm ours.undraft", "--json")
    assert ran.code == 0, ran.err
    told = {one["place"]: one["message"] for one in ran.json["findings"] if one["code"] == "EXC129"}
    assert [*told] == ["row 5", "row 6", "row 7", "row 8"]
    for place, kind in zip(told, ("a date", "TRUE or FALSE", "a formula", "a number"), strict=True):
        assert f"holds {kind}" in told[place]
    assert ran.json["counts"]["reviewed"] == 1


def test_a_table_without_its_first_row_is_still_the_documents() -> None:
    path = send("desk.tsv", "--no-tm")
    rows = rows_of(path)
    assert any("⟦" in row[3] for row in rows[2:])
    for row in rows[2:]:
        words = re.sub(r"[^\W\d_]+", "灯", row[3])
        row[4], row[5] = f"译文{words}", "reviewed"
    save(path, rows[1:])
    ran = bring("desk.tsv", "--to zh", "--json")
    assert ran.code == 0, ran.err
    assert ran.json["counts"]["reviewed"] == len(rows) - 2
    assert ran.json["findings"] == []


def test_what_is_written_must_be_called_a_word_file() -> None:
    send("desk.xlf")
    ran = type_command(f"undraft import-translation desk.xlf --original {ADDENDUM} -o back.xlf")
    assert (ran.code, "end its name in .docx" in ran.err) == (USAGE, True)
    assert not Path("back.xlf").exists()


def test_tm_import_names_the_files_it_read_with_their_digests() -> None:
    path = send("desk.xlf")
    shutil.copy(MEMORY, "last.tmx")
    ran = type_command("undraft tm import desk.xlf last.tmx --tm ours.undraft --json")
    assert ran.json["inputs"] == [
        {"path": one, "sha256": hashlib.sha256(Path(one).read_bytes()).hexdigest()}
        for one in (path.name, "last.tmx")
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report.docx", "Give TMX, XLIFF, PO, a table"),
        ("z.txt", "Give TMX, XLIFF, PO, a table"),
        ("gone.tmx", "gone.tmx was not found"),
        ("gone.xlf", "gone.xlf was not found"),
    ],
)
def test_tm_import_refuses_what_it_does_not_read_with_3(name: str, said: str) -> None:
    if not name.startswith("gone"):
        Path(name).write_bytes(b"words")
    ran = type_command(f"undraft tm import {name} --tm ours.undraft")
    assert (ran.code, said in ran.err) == (INPUT, True), ran.err
    assert not Path("ours.undraft").exists()


def test_rows_that_have_slipped_are_left_out_of_a_memory() -> None:
    rows = [(f"Lamp {n} was lit.", f"点亮了第 {n} 盏灯。") for n in range(100, 130)]
    for shift, rejected in (0, 0), (1, 10):
        moved = [
            (source, rows[at + shift][1] if 10 <= at < 20 else target)
            for at, (source, target) in enumerate(rows)
        ]
        lines = ["source\ttarget\tstate", *("\t".join((*row, "reviewed")) for row in moved)]
        Path("table.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        ran = type_command(f"undraft tm import table.tsv --tm m{shift}.undraft --json")
        assert ran.json["rejected"] == rejected
        assert ran.json["created"] == 30 - rejected


def test_a_memory_is_not_made_of_a_translation_without_words() -> None:
    file = polib.pofile(str(send("desk.po")), wrapwidth=0)
    for entry in file:
        entry.msgstr = ""
    file.save("desk.po")
    ran = bring("desk.po", "--tm ours.undraft")
    assert ran.err.endswith("nothing was taken; ours.undraft was not made\n")
    assert not Path("ours.undraft").exists()
