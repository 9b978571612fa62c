"""``undraft term check``: does a document say what the termbase says?"""

from typing import Annotated

import typer

from toolkit.cli.checking import (
    EachFinding,
    FailOn,
    FailOnOption,
    Files,
    MessagesIn,
    Pair,
    asked_for,
    reached,
    settled_options,
    show_text,
)
from toolkit.cli.command import Command
from toolkit.cli.options import Json, Plain, PlainFormat, ProfileChoice, ProfileOption
from toolkit.cli.output import emit_json
from toolkit.cli.session import settings
from toolkit.diagnostics.render.jsonable import findings_as_json
from toolkit.errors import Exit, UsageError

FAMILY = "TRM"


def check(
    files: Files = None,
    terms: Annotated[
        list[str] | None,
        typer.Option("--terms", help="Termbase: TBX, CSV, TSV; repeat for more."),
    ] = None,
    pair: Pair = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    fail_on: FailOnOption = None,
    output_format: Plain = PlainFormat.TEXT,
    everything: EachFinding = False,
    lang: MessagesIn = None,
    as_json: Json = False,
) -> None:
    """Check the words of documents against a termbase.

    Forms that are given up, forms of another body and two names for one thing; with --pair also
    terms of the original that are not translated as the termbase says. `undraft check --terms`
    does the same beside all other checks.
    """
    asked = asked_for(files, pair)
    if not terms and not settings().terms:
        raise UsageError("Name a termbase with --terms FILE, or in the settings: terms = [...].")
    checked = asked.check(settled_options(profile, [FAMILY], None, terms))
    said_in = lang.value if lang else settings().lang
    if as_json or output_format is PlainFormat.JSON:
        result = checked.result
        payload = findings_as_json(result.findings, result.checked, said_in)
        emit_json("findings/1", checked.inputs, payload)
    else:
        show_text(checked, said_in, everything=everything)
    if reached(checked.result.findings, fail_on or FailOn.WARNING):
        raise typer.Exit(Exit.FINDINGS)


COMMAND = Command(
    name="check",
    group="term",
    function=check,
    examples=(
        "undraft term check samples/CSIW_COP_WG.3_2026_L.1.zh.docx --terms samples/terms.csv",
        "undraft term check --pair samples/CSIW_COP_WG.3_2026_L.1.en.docx "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.docx --terms samples/terms.csv --json",
    ),
)
