"""A review goes out, is filled in, and comes back: by the commands an editor types."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import THIS_YEAR, Ran
from tests.cli.test_examples import complain_unless_valid, with_force
from tests.conftest import ROOT

PAIR = f"{THIS_YEAR}.en.md {THIS_YEAR}.zh.md"
ALIGN = f"undraft align {PAIR}"
Undraft = Callable[..., Ran]


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), dialect="excel-tab"))


def fill_in(path: Path, text: str, **changes: dict[str, str]) -> str:
    """Write a review with cells changed, rows named by their source segment ("s3")."""
    rows = table(text)
    header = rows[2]
    for row in rows[3:]:
        wanted = changes.get(f"s{row[header.index('source segments')]}", {})
        for column, value in wanted.items():
            row[header.index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, dialect="excel-tab").writerows(rows)
    return str(path)


@pytest.mark.parametrize("suffix", ["xlsx", "review.tsv"])
def test_an_untouched_review_gives_the_same_memory(
    suffix: str, undraft: Undraft, tmp_path: Path
) -> None:
    plain, review = tmp_path / "plain.tmx", tmp_path / f"given.{suffix}"
    assert undraft(f"{ALIGN} -o {plain}").code == 0
    assert undraft(f"{ALIGN} -o {review}").code == 0
    again = tmp_path / "again.tmx"
    ran = undraft(f"{ALIGN} --apply {review} -o {again}")
    assert ran.code == 0, ran.err
    assert again.read_bytes() == plain.read_bytes()


def test_a_filled_in_review_is_put_in(undraft: Undraft, tmp_path: Path) -> None:
    text = undraft(f"{ALIGN} --format review").out
    assert text.startswith("\ufeff# How to review")
    review = fill_in(
        tmp_path / "back.tsv",
        text,
        s2={"status": "approved"},
        s5={"status": "wrong"},
        s6={"target": "缔约方会议还请秘书处编写背景文件。", "note": "Shortened."},
    )
    out = tmp_path / "out.tmx"
    ran = undraft(f"{ALIGN} --apply {review} -o {out}")
    assert ran.code == 0, ran.err
    assert "review 3 rows put in, 1 of them wrong" in ran.out
    memory = out.read_text(encoding="utf-8")
    assert memory.count('<prop type="x-status">approved</prop>') == 1
    assert memory.count('<prop type="x-status">reviewed</prop>') == 1
    assert "<note>Shortened.</note>" in memory
    assert "<seg>缔约方会议还请秘书处编写背景文件。</seg>" in memory
    again = tmp_path / "again.tmx"
    assert undraft(f"{ALIGN} --apply {review} -o {again}").code == 0
    assert again.read_bytes() == out.read_bytes()


def test_json_and_tsv_say_what_a_reviewer_said(undraft: Undraft, tmp_path: Path) -> None:
    text = undraft(f"{ALIGN} --format review").out
    review = fill_in(tmp_path / "back.tsv", text, s2={"status": "ok"}, s5={"status": "wrong"})
    ran = undraft(f"{ALIGN} --apply {review} --json")
    assert complain_unless_valid(ran.out) == "alignment"
    beads = {tuple(bead["source"]): bead for bead in ran.json["beads"]}
    assert (beads[2,]["status"], beads[2,]["confidence"]) == ("reviewed", 1.0)
    assert (beads[5,]["status"], beads[5,]["confidence"]) == ("wrong", 0.0)
    assert ran.json["review"] == {"applied": 2, "wrong": 1, "not_applied": []}
    assert ran.json["inputs"][2]["path"] == review
    lines = undraft(f"{ALIGN} --apply {review} --format tsv").out.splitlines()
    assert "2\t2\t1.0000" in lines


def test_corrections_that_no_longer_apply_are_named_and_the_rest_put_in(
    undraft: Undraft, tmp_path: Path, desk: Path
) -> None:
    text = undraft(f"{ALIGN} --format review").out
    said = {"status": "approved"}
    review = fill_in(tmp_path / "back.tsv", text, s2=said, s3=said, s8=said)
    changed = tmp_path / "changed.en.md"
    report = (desk / f"{THIS_YEAR}.en.md").read_text(encoding="utf-8")
    assert "In the same decision, the Conference decided to establish" in report
    changed.write_text(
        report.replace("In the same decision, the Conference decided", "It decided"), "utf-8"
    )
    out = tmp_path / "out.tmx"
    ran = undraft(f"undraft align {changed} {THIS_YEAR}.zh.md --apply {review} -o {out}")
    assert ran.code == 1
    (told,) = [line for line in ran.err.splitlines() if line.startswith("not applied")]
    assert "I/para 1" in told
    assert "In the same decision, the Conference decided" in told
    assert out.read_text(encoding="utf-8").count('x-status">approved') == 2


def test_a_review_of_plain_segments_comes_back(undraft: Undraft, tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("Lamps were lit.\nOil was bought.\n", "utf-8")
    (tmp_path / "zh.txt").write_text("灯已点亮。\n已购灯油。\n", "utf-8")
    line = f"undraft align --segmented {tmp_path}/en.txt {tmp_path}/zh.txt"
    review = fill_in(
        tmp_path / "back.tsv", undraft(f"{line} --format review").out, s1={"status": "ok"}
    )
    assert "1\t1\t1.0000" in undraft(f"{line} --apply {review} --format tsv").out.splitlines()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"lamps\tand oil\n", 2, "no review"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 3, "UTF-8"),
        (b"PK\x03\x04" + b"\0" * 60, 3, "damaged"),
        (b"", 3, "empty"),
    ],
)
def test_a_wrong_review_file_is_one_sentence_and_writes_nothing(
    data: bytes, code: int, words: str, undraft: Undraft, tmp_path: Path
) -> None:
    (tmp_path / "back").write_bytes(data)
    ran = undraft(f"{ALIGN} --apply {tmp_path / 'back'} -o {tmp_path / 'out.tmx'}")
    assert ran.code == code
    assert len(ran.err.strip().splitlines()) == 1
    assert words in ran.err
    assert str(tmp_path / "back") in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["back"]


def test_rows_that_contradict_each_other_are_two(undraft: Undraft, tmp_path: Path) -> None:
    text = undraft(f"{ALIGN} --format review").out
    review = fill_in(tmp_path / "back.tsv", text, s5={"source segments": "5, 6"})
    ran = undraft(f"{ALIGN} --apply {review}")
    assert ran.code == 2
    assert re.search(r"back\.tsv: rows \d+ and \d+ both have source segment 6", ran.err)


def test_a_review_is_never_written_over_as_an_output(undraft: Undraft, tmp_path: Path) -> None:
    review = fill_in(tmp_path / "back.review.tsv", undraft(f"{ALIGN} --format review").out)
    ran = undraft(f"{ALIGN} --apply {review} -o {review} --force")
    assert ran.code == 4
    assert "input files" in ran.err


def test_a_review_of_many_pairs_at_once_is_refused(undraft: Undraft) -> None:
    assert undraft("undraft align --manifest x.tsv --apply y.xlsx -o out").code == 2


def documented() -> list[str]:
    """Return the commands of the page on alignment, in its order."""
    text = (ROOT / "docs" / "alignment.md").read_text(encoding="utf-8")
    return re.findall(r"^\$ (undraft .*)$", text, flags=re.MULTILINE)


def write_documented_files(folder: Path) -> None:
    """Write the tables of the page, each under the name in its first line."""
    text = (ROOT / "docs" / "alignment.md").read_text(encoding="utf-8")
    for body, name in re.findall(r"^```tsv\n(# (\S+)\n.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (folder / name).write_text(body, encoding="utf-8")


def test_the_commands_of_the_page_on_reviewing_run_in_order(desk: Path, undraft: Undraft) -> None:
    write_documented_files(desk)
    lines = documented()
    assert any("--apply" in line for line in lines)
    for line in lines:
        ran = undraft(with_force(line))
        assert ran.code == 0, f"{line}\n{ran.err}"
