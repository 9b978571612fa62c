"""Settings that do not hold stop a command before it does anything."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from toolkit.cli import commands
from toolkit.cli.command import Command
from toolkit.discover import members

COMMANDS = members(commands, Command)


@pytest.fixture
def room(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of its own with what the desk has, and settings that do not hold."""
    for name in ("samples", "tm", "out"):
        shutil.copytree(desk / name, tmp_path / name)
    (tmp_path / "undraft.toml").write_text('langs = "zh"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files_in(folder: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.words))
def test_no_command_writes_anything_where_the_settings_do_not_hold(
    command: Command, room: Path
) -> None:
    before = files_in(room)
    for line in command.examples:
        forced = f"{line} --force" if " -o " in line or command.name == "samples" else line
        ran = type_command(forced)
        assert ran.code == 2, line
        assert ran.out == "", line
        assert "undraft.toml: langs is not a setting. Did you mean lang?" in ran.err
        assert len(ran.err.splitlines()) == 1, line
    assert files_in(room) == before


@pytest.mark.parametrize("line", ["undraft --version", "undraft --help", "undraft tm fmt --help"])
def test_help_is_given_where_the_settings_do_not_hold(line: str, room: Path) -> None:
    assert room.is_dir()
    assert type_command(line).code == 0
