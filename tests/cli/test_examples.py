"""Every example in the help pages and the README runs, and every JSON keeps its schema."""

import json
import re
import shlex
from collections.abc import Callable

import jsonschema
import pytest

from tests.cli.conftest import Ran
from tests.conftest import ROOT
from toolkit.cli import commands
from toolkit.cli.command import Command
from toolkit.discover import members
from toolkit.workflows.installed.shipped import schema_names, schema_text

COMMANDS = members(commands, Command)
EXAMPLES = [line for command in COMMANDS for line in command.examples]


def readme_commands() -> list[str]:
    """Return the command lines of the README's console blocks, continued lines joined."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ undraft")]


def with_force(line: str) -> str:
    """An example that writes a file may run after another that wrote it."""
    writes = " -o " in line or line.startswith("undraft samples ")
    return f"{line} --force" if writes and "--force" not in line else line


def complain_unless_valid(output: str) -> str:
    """Check one JSON result against the schema it names, and return that name."""
    result = json.loads(output)
    name = result["schema"].removeprefix("undraft.").split("/")[0]
    jsonschema.validate(result, json.loads(schema_text(name)))
    return name


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_of_the_help_pages_run(line: str, undraft: Callable[..., Ran]) -> None:
    ran = undraft(with_force(line))
    assert ran.code == 0, f"{line}\n{ran.err}"
    if "--json" in shlex.split(line) and not line.startswith("undraft schema "):
        complain_unless_valid(ran.out)


@pytest.mark.parametrize("line", readme_commands())
def test_the_commands_of_the_readme_run(line: str, undraft: Callable[..., Ran]) -> None:
    ran = undraft(with_force(line))
    assert ran.code == 0, f"{line}\n{ran.err}"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.words))
def test_every_command_has_examples_and_json_that_keeps_its_schema(
    command: Command, undraft: Callable[..., Ran]
) -> None:
    line = with_force(command.examples[0])
    words = [word for word in shlex.split(line) if word not in {"--markdown", "--jsonl"}]
    line = shlex.join([*words, *([] if "--json" in words else ["--json"])])
    ran = undraft(line)
    assert ran.code == 0, ran.err
    complain_unless_valid(ran.out)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c.words))
def test_help_says_what_a_command_is_for(command: Command, undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"undraft {' '.join(command.words)} --help")
    assert ran.code == 0
    assert "Examples:" in ran.out
    for example in command.examples:
        assert example in ran.out


def test_the_readme_and_the_manual_name_every_command() -> None:
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"## undraft {' '.join(command.words)}" in manual


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_is_one_and_can_be_printed(name: str, undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"undraft schema {name}")
    schema = json.loads(ran.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == f"undraft.{name}/1"
