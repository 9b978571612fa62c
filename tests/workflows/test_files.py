"""Files are read with one clear sentence and written whole or not at all."""

import os
from pathlib import Path

import pytest

from toolkit.errors import InputError, WriteRefusedError
from toolkit.workflows.documents import files
from toolkit.workflows.documents.files import read_input, write_output, write_outputs


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.docx was not found"):
        read_input(str(tmp_path / "nothing.docx"))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_input(str(tmp_path))


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    with pytest.raises(InputError, match=r"empty\.md is empty"):
        read_input(str(tmp_path / "empty.md"))


def test_a_file_too_large_to_be_a_report_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_INPUT", 10)
    (tmp_path / "big.md").write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="larger than"):
        read_input(str(tmp_path / "big.md"))


def test_an_existing_output_is_kept_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "out.tmx"
    write_output(target, b"first")
    with pytest.raises(WriteRefusedError, match="exists already"):
        write_output(target, b"second")
    assert target.read_bytes() == b"first"
    write_output(target, b"second", force=True)
    assert target.read_bytes() == b"second"


def test_an_input_is_never_written_over_even_when_forced(tmp_path: Path) -> None:
    given = tmp_path / "in.md"
    given.write_bytes(b"mine")
    (tmp_path / "link.md").symlink_to(given)
    for name in ("in.md", "link.md", "./in.md"):
        with pytest.raises(WriteRefusedError, match="input"):
            write_output(tmp_path / name, b"yours", force=True, inputs=[str(given)])
    assert given.read_bytes() == b"mine"


def test_a_document_open_in_word_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"open")
    (tmp_path / "~$port.docx").touch()
    with pytest.raises(WriteRefusedError, match="open in Word"):
        write_output(target, b"new", force=True)


def test_of_several_outputs_none_is_written_when_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(b"old")
    with pytest.raises(WriteRefusedError):
        write_outputs({tmp_path / "a.docx": b"a", tmp_path / "b.docx": b"b"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.docx"]


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(WriteRefusedError, match="a folder was expected"):
        write_output(tmp_path / "file" / "out.tmx", b"data")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file"]


def test_an_interrupted_write_leaves_the_old_file_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.tmx"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteRefusedError, match="No space left"):
        write_output(target, b"new", force=True)
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.tmx"]
