"""``undraft rule``: one check explained."""

from typing import Annotated

import typer

from toolkit.checks.page import rule_as_json, rule_page
from toolkit.checks.registry import rule as rule_of
from toolkit.checks.registry import rules
from toolkit.cli.checking import MessageLanguage
from toolkit.cli.command import Command
from toolkit.cli.options import Json, Plain, PlainFormat
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.errors import UsageError


def rule(
    code: Annotated[
        str,
        typer.Argument(
            help="Code or name of a rule.", autocompletion=lambda: [one.code for one in rules()]
        ),
    ],
    lang: Annotated[
        MessageLanguage | None, typer.Option("--lang", help="Language of the page's own words.")
    ] = None,
    as_json: Json = False,
    output_format: Plain = PlainFormat.TEXT,
) -> None:
    """Explain one check: why, on whose authority, with good and bad examples in both languages."""
    language = lang.value if lang else settings().lang
    try:
        found = rule_of(code)
    except KeyError as error:
        raise UsageError(f"{error.args[0]} `undraft rules` lists them.") from None
    if as_json or output_format is PlainFormat.JSON:
        emit_json("rule/1", (), {"rule": rule_as_json(found, language)})
        return
    emit(rule_page(found, language).rstrip("\n"))


COMMAND = Command(
    name="rule",
    function=rule,
    examples=("undraft rule LST101", "undraft rule paragraph-number-gap --json"),
)
