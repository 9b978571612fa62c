"""The list of commands, read off their files."""

import os
import subprocess
import sys

import pytest
from typer.main import get_command

from tests.cli.conftest import type_command
from toolkit.cli import commands
from toolkit.cli.app import build_app
from toolkit.cli.command import Command
from toolkit.cli.outline import outlines
from toolkit.discover import members


def test_every_command_is_in_the_list_with_its_help() -> None:
    listed = [(one.words, one.function.__doc__) for one in outlines(commands)]
    real = members(commands, Command)
    assert [words for words, _ in listed] == [one.words for one in real]
    for (_, said), one in zip(listed, real, strict=True):
        assert said
        assert said.split() == (one.function.__doc__ or "").split()


def test_the_help_page_is_the_one_of_the_real_commands() -> None:
    outlined = get_command(build_app(80, outlines(commands)))
    real = get_command(build_app(80))
    pages = [one.get_help(one.make_context("undraft", ["check"])) for one in (outlined, real)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("arguments", [["--help"], ["nothing-of-the-kind"], [], ["tm", "--help"]])
def test_listing_commands_imports_none_of_them(arguments: list[str]) -> None:
    code = (
        "import sys; from toolkit.cli.app import run; run(sys.argv[1:]);"
        "sys.stdout.write(' '.join(n for n in sys.modules if 'cli.commands.' in n))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert "toolkit.cli.commands." not in done.stdout
    if arguments == ["nothing-of-the-kind"]:
        assert "No such command" in done.stderr
    else:
        assert ("supersede" if "tm" in arguments else "pretranslate") in done.stdout + done.stderr


def test_completion_knows_the_options_of_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "toolkit"],
        env={
            **os.environ,
            "_UNDRAFT_COMPLETE": "complete_bash",
            "COMP_WORDS": "undraft match --exh",
            "COMP_CWORD": "2",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "--exhaustive" in done.stdout


def test_a_command_with_a_hyphen_has_its_options() -> None:
    assert "--original" in type_command("undraft import-translation --help").out
    assert "--output" in type_command("undraft strip-marks --help").out
