"""``undraft tm check``: faults that can be seen in a unit by itself."""

from typing import Annotated

import typer

from toolkit.cli.checking import EachFinding, FailOn, FailOnOption, MessagesIn, reached
from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names
from toolkit.cli.options import Json, Plain, PlainFormat, SourceLang, TargetLang
from toolkit.cli.output import emit, emit_json
from toolkit.cli.progress import progress
from toolkit.cli.session import settings
from toolkit.cli.upkeep import languages
from toolkit.diagnostics.render.jsonable import findings_as_json
from toolkit.diagnostics.render.text import findings_as_text
from toolkit.errors import Exit
from toolkit.workflows.tm.hearing import hear


def check(
    memories: Annotated[
        list[str] | None, typer.Argument(help="Memories; without any, those of the settings.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="SOURCE TARGET", help="Two versions instead of a memory."),
    ] = None,
    fail_on: FailOnOption = None,
    output_format: Plain = PlainFormat.TEXT,
    everything: EachFinding = False,
    lang: MessagesIn = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Run translate-toolkit's quality checks over memories or a pair, and our own on units.

    Words that stand twice, brackets that are not closed, addresses and tags that differ, sentences
    that break off. Checks that raise false alarms in Chinese or in prose are left out or heard
    only in part; docs/terms.md lists them all with the reasons.
    """
    ours = settings()
    langs = languages(source_lang, target_lang)
    names = () if pair and not memories else memory_names(memories)
    with progress("checking", len(names) + bool(pair)) as tick:
        heard = hear(names, [pair] if pair else [], langs, tick)
    said_in = lang.value if lang else ours.lang
    if as_json or output_format is PlainFormat.JSON:
        payload = findings_as_json(heard.findings, heard.checked, said_in)
        emit_json("findings/1", heard.inputs, payload)
    else:
        findings = heard.findings
        text = findings_as_text(findings, heard.checked, said_in, everything=everything)
        emit(text.rstrip("\n"))
    if reached(heard.findings, fail_on or FailOn(ours.fail_on)):
        raise typer.Exit(Exit.FINDINGS)


COMMAND = Command(
    name="check",
    group="tm",
    function=check,
    examples=(
        "undraft tm check tm/last-year.tmx",
        "undraft tm check --pair samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2025_6.zh.docx --json",
    ),
)
