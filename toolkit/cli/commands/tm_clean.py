"""``undraft tm clean``: units that do harm, each with its reason."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang, language
from toolkit.cli.telling import announce
from toolkit.cli.upkeep import (
    DryRun,
    InPlace,
    MemoryArgument,
    NewMemory,
    OneMemory,
    languages,
    one_memory,
    print_change,
)
from toolkit.errors import UsageError
from toolkit.tmx.hygiene import KINDS
from toolkit.workflows.tm.report import MOST_CASES
from toolkit.workflows.tm.source import Destination, write_units
from toolkit.workflows.tm.sweeping import marked_rejects, sweep, unfit

NAMES = ", ".join(KINDS)


def clean(
    memory: MemoryArgument = None,
    tm: OneMemory = None,
    output: NewMemory = None,
    in_place: InPlace = False,
    select: Annotated[
        str, typer.Option("--select", help=f"What to look for, with commas: {NAMES}.")
    ] = "",
    rejects: Annotated[
        Path | None, typer.Option("--rejects", help="Write the units taken out to this TMX file.")
    ] = None,
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Take out units that do harm, each named with its reason.

    Those without words, not translated, in the wrong language, of lengths that do not fit,
    broken, or of two sentences that are no translations of each other. It rather leaves a bad
    unit than takes out a good one.
    """
    name = one_memory(memory, tm)
    langs = languages(source_lang, target_lang)
    known = language(langs[0]), language(langs[1])
    to = Destination(output=output, in_place=in_place, force=force, dry_run=dry_run)
    most = None if rejects else MOST_CASES
    report = sweep(name, langs, unfit(known, _kinds(select)), to, most=most)
    if rejects is not None:
        kept = Destination(output=str(rejects), force=force)
        write_units(marked_rejects(report.cases), langs, kept, inputs=[name])
        announce("wrote {path}", path=rejects)
    print_change("clean", report, name, to, as_json=as_json)


def _kinds(select: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in select.split(",") if part.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"{kind} is nothing to look for; there are {NAMES}.")
    return kinds


COMMAND = Command(
    name="clean",
    group="tm",
    function=clean,
    examples=(
        "undraft tm clean tm/last-year.tmx --dry-run",
        "undraft tm clean tm/last-year.tmx -o cleaned.tmx --select empty,same,language",
    ),
)
