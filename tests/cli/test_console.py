"""The real command in a real process: encodings, pipes, exit codes."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.cli.streams import takes_colour


def command(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m toolkit`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "toolkit", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "ascii", "utf-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("doctor",),
        ("--help",),
        ("read", "samples/CSIW_COP_WG.3_2025_6.zh.md"),
        ("find", "建议", "--tm", "tm/last-year.tmx"),
        ("rule", "LST101"),
        ("check", "samples/CSIW_COP_WG.3_2025_6.zh.md", "--lang", "zh"),
    ],
    ids=lambda a: a[0],
)
def test_no_console_encoding_breaks_a_command(
    desk: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    ran = command(*arguments, cwd=desk, PYTHONIOENCODING=encoding)
    assert ran.returncode in (0, 1), ran.stderr
    assert b"Traceback" not in ran.stderr
    ran.stderr.decode(encoding)


def test_chinese_is_chinese_on_a_chinese_windows_console(desk: Path) -> None:
    ran = command("find", "建议", "--tm", "tm/last-year.tmx", cwd=desk, PYTHONIOENCODING="gbk")
    assert "建议" in ran.stdout.decode("gbk")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_whose_users_have_not_declined_them() -> None:
    assert takes_colour(Terminal(), {"TERM": "xterm"})
    assert takes_colour(Terminal(), {"NO_COLOR": ""})
    assert not takes_colour(Terminal(), {"NO_COLOR": "1"})
    assert not takes_colour(Terminal(), {"TERM": "dumb"})
    assert not takes_colour(io.StringIO(), {})


def test_json_is_utf8_whatever_the_console(desk: Path) -> None:
    ran = command(
        "read", "samples/CSIW_COP_WG.3_2025_6.zh.md", "--json", cwd=desk, PYTHONIOENCODING="gbk"
    )
    assert "引航与救助工作组" in ran.stdout.decode("utf-8")


def test_a_reader_that_closes_the_pipe_is_no_error(desk: Path) -> None:
    line = f'"{sys.executable}" -m toolkit read samples/CSIW_COP_WG.3_2025_6.en.md | head -1'
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=desk,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode in (0, 141)
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("undraft", "ch"), "check"),
        (("undraft", "template", ""), "check"),
        (("undraft", "schema", "doc"), "document"),
        (("undraft", "rule", "LST10"), "LST101"),
        (("undraft", "check", "--profile", "ad"), "addendum"),
        (("undraft", "check", "--fail-"), "--fail-on"),
    ],
)
def test_the_shell_completes_commands_options_and_values(
    typed: tuple[str, ...], offered: str, tmp_path: Path
) -> None:
    ran = command(
        cwd=tmp_path,
        _UNDRAFT_COMPLETE="complete_bash",
        COMP_WORDS=" ".join(typed),
        COMP_CWORD=str(len(typed) - 1),
    )
    assert offered in ran.stdout.decode().split()
