"""``undraft rules``: the list of checks."""

from typing import Annotated

import typer

from toolkit.checks.page import rules_as_json, rules_table
from toolkit.cli.checking import MessageLanguage
from toolkit.cli.command import Command
from toolkit.cli.options import Json, Plain, PlainFormat
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings


def rules(
    lang: Annotated[
        MessageLanguage | None, typer.Option("--lang", help="Language of the summaries.")
    ] = None,
    as_json: Json = False,
    output_format: Plain = PlainFormat.TEXT,
) -> None:
    """List every check: its code, severity, name and what it looks for."""
    language = lang.value if lang else settings().lang
    if as_json or output_format is PlainFormat.JSON:
        emit_json("rules/1", (), {"rules": rules_as_json(language)})
        return
    emit(rules_table(language).rstrip("\n"))


COMMAND = Command(
    name="rules",
    function=rules,
    examples=("undraft rules", "undraft rules --lang zh", "undraft rules --json"),
)
