"""What cannot be done: one sentence, the right exit code, and nothing half-written."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

EN = "samples/CSIW_COP_WG.3_2026_L.1.en.md"
ZH = "samples/CSIW_COP_WG.3_2026_L.1.zh.md"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zip_with(**members: bytes) -> bytes:
    """Return a zip archive of the given members, double underscores for slashes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


UNREADABLE = {
    "empty.docx": (b"", "empty"),
    "blank.md": (b" \n\n \n", "empty"),
    "old.doc": (OLE + b"\0" * 600, "save it as .docx"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "password"),
    "cut.docx": (zip_with(word__document_xml=b"x" * 4000)[:120], ""),
    "sheet.xlsx": (zip_with(xl__workbook=b"<workbook/>"), ""),
    "broken.docx": (zip_with(**{"word__document.xml": b"<w:document"}), ""),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ""),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("command", ["read", "check", "convert"])
def test_a_file_that_is_no_report_is_one_sentence_and_three(
    name: str, command: str, undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    data, words = UNREADABLE[name]
    (tmp_path / name).write_bytes(data)
    extra = f" -o {tmp_path}/out.docx" if command == "convert" else ""
    ran = undraft(f"undraft {command} {tmp_path / name}{extra}")
    assert ran.code == 3, ran.err
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1
    assert name in ran.err
    assert words in ran.err
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


def test_a_file_that_may_not_be_read_is_three(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    if os.geteuid() == 0:
        target = Path("/proc/self/mem")  # root may open anything; reading this fails all the same
    else:
        target = tmp_path / "closed.md"
        target.write_text("1. Text.", encoding="utf-8")
        target.chmod(0)
    ran = undraft(f"undraft read {target}")
    assert ran.code == 3
    assert "cannot be read" in ran.err


def test_the_same_language_twice_is_two(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    ran = undraft(f"undraft align {EN} samples/CSIW_COP_WG.3_2025_6.en.md -o {tmp_path}/out.tmx")
    assert ran.code == 2
    assert "same language" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_same_file_twice_is_two(undraft: Callable[..., Ran]) -> None:
    assert undraft(f"undraft align {EN} {EN}").code == 2
    assert undraft(f"undraft check --pair {EN} {EN}").code == 2


def test_languages_the_wrong_way_round_are_swapped_with_a_note(
    undraft: Callable[..., Ran],
) -> None:
    swapped, right = undraft(f"undraft align {ZH} {EN}"), undraft(f"undraft align {EN} {ZH}")
    assert swapped.code == 0
    assert "note:" in swapped.err
    assert swapped.out == right.out


def test_segment_files_are_swapped_and_refused_like_documents(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("One lamp.\n\nTwo lamps are lit.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("一盏灯。\n\n两盏灯点着。\n", encoding="utf-8")
    end = "--segmented --format tsv"
    swapped = undraft(f"undraft align {tmp_path}/b.txt {tmp_path}/a.txt {end}")
    right = undraft(f"undraft align {tmp_path}/a.txt {tmp_path}/b.txt {end}")
    assert (swapped.code, right.code) == (0, 0)
    assert "note:" in swapped.err
    assert swapped.out == right.out
    assert undraft(f"undraft align {tmp_path}/a.txt {tmp_path}/a.txt {end}").code == 2


def test_answers_stay_in_step_with_the_lines_of_an_input(undraft: Callable[..., Ran]) -> None:
    given = "The one.\r\n\nTwo.\u2028And\x0cthree.\n"
    ran = undraft("undraft match --input - --tm tm/last-year.tmx --jsonl", given.encode())
    said = [json.loads(line)["query"] for line in ran.out.rstrip("\n").split("\n")]
    assert said == ["The one.", "", "Two.\u2028And\x0cthree."]


def test_an_output_that_exists_is_four_and_untouched(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    target = tmp_path / "kept.tmx"
    target.write_text("mine", encoding="utf-8")
    ran = undraft(f"undraft align {EN} {ZH} -o {target}")
    assert ran.code == 4
    assert "--force" in ran.err
    assert target.read_text(encoding="utf-8") == "mine"


def test_an_input_as_output_is_four_even_when_forced(
    undraft: Callable[..., Ran], tmp_path: Path, desk: Path
) -> None:
    copy = tmp_path / "report.md"
    copy.write_bytes((desk / EN).read_bytes())
    ran = undraft(f"undraft convert {copy} -o {copy} --force")
    assert ran.code == 4
    assert copy.read_bytes() == (desk / EN).read_bytes()


def test_a_folder_that_cannot_be_written_to_is_four(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = undraft(f"undraft convert {EN} -o /proc/undraft/out.docx")
    assert ran.code == 4
    assert "cannot be written" in ran.err


def test_a_read_only_folder_is_four(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere; /proc stands in for it in the test above")
    tmp_path.chmod(0o500)
    ran = undraft(f"undraft convert {EN} -o {tmp_path}/out.docx")
    tmp_path.chmod(0o700)
    assert ran.code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_memory_that_is_not_there_is_five(undraft: Callable[..., Ran]) -> None:
    ran = undraft("undraft match 'Any text.' --tm nowhere/at-all.tmx")
    assert ran.code == 5
    assert "nowhere/at-all.tmx" in ran.err


def test_a_damaged_memory_is_five(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "cut.tmx").write_text('<?xml version="1.0"?><tmx version="1.4"><header', "utf-8")
    ran = undraft(f"undraft match 'Any text.' --tm {tmp_path / 'cut.tmx'}")
    assert ran.code == 5
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("undraft red", "No such command"),
        ("undraft match", "TEXT"),
        ("undraft match a --input b", "TEXT"),
        ("undraft match ' '", "nothing to look up"),
        ("undraft rule NUM999", "NUM"),
        ("undraft check samples --select NMU", "NMU"),
        ("undraft build no-such-template --data x.toml -o out2", "no-such-template"),
        (f"undraft align {EN} {ZH} --source-lang fr", "fr"),
        (f"undraft align {EN} {ZH} -o out.csv", ".tmx"),
        (f"undraft read {EN} --json --text", "exclude"),
    ],
)
def test_a_wrong_command_line_is_two_and_says_what_to_do(
    line: str, words: str, undraft: Callable[..., Ran]
) -> None:
    ran = undraft(line)
    assert ran.code == 2, ran.err
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_wrong_setting_is_two(
    undraft: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDRAFT_FAIL_ON", "sometimes")
    ran = undraft("undraft config show")
    assert ran.code == 2
    assert "UNDRAFT_FAIL_ON" in ran.err


def test_a_floor_that_is_not_reached_is_one_and_writes_nothing(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    other = "samples/CSIW_COP_WG.3_2025_6.zh.md"
    ran = undraft(f"undraft align {EN} {other} -o {tmp_path}/no.tmx --min-confidence 0.9")
    assert ran.code == 1
    assert list(tmp_path.iterdir()) == []


def test_our_own_fault_is_seventy_and_says_so(
    undraft: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by us")

    monkeypatch.setattr("toolkit.cli.commands.read.load", broken)
    ran = undraft(f"undraft read {EN}")
    assert ran.code == 70
    assert "our fault" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["read {}.docx", "check {}.md", "template check {}"])
def test_a_name_no_system_takes_is_the_files_fault(
    undraft: Callable[..., Ran], command: str
) -> None:
    ran = undraft(f"undraft {command.format('a' * 300)}")
    assert ran.code == 3
    assert "ame too long" in ran.err
    assert "our fault" not in ran.err


@pytest.mark.parametrize("command", ["freeze", "strip-marks"])
def test_what_is_a_word_file_is_not_written_under_another_name(
    undraft: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    ran = undraft(f"undraft {command} samples/CSIW_COP_WG.3_2026_L.1.en.docx -o {tmp_path}/x.txt")
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert ".docx" in ran.err


def test_a_file_where_a_folder_is_meant_is_named(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    ran = undraft(f"undraft convert {EN} -o {tmp_path}/x/report.md")
    assert ran.code == 4
    assert "is a file; a folder was expected" in ran.err
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"
