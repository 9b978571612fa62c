"""``undraft tm clear``: units out of a memory, or all of them."""

from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang
from toolkit.cli.upkeep import (
    DryRun,
    InPlace,
    MemoryArgument,
    NewMemory,
    OneMemory,
    Statuses,
    Symbols,
    Until,
    languages,
    one_memory,
    print_change,
    selection,
)
from toolkit.errors import UsageError
from toolkit.workflows.tm.source import Destination
from toolkit.workflows.tm.sweeping import selected, sweep


def clear(
    memory: MemoryArgument = None,
    tm: OneMemory = None,
    output: NewMemory = None,
    in_place: InPlace = False,
    symbols: Symbols = None,
    statuses: Statuses = None,
    until: Until = "",
    everything: Annotated[bool, typer.Option("--all", help="Every unit of the memory.")] = False,
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Remove the units of a document, of a status, up to a day, or with --all every one."""
    name = one_memory(memory, tm)
    wanted = selection(
        symbols, statuses, None, None, None, ("", until), (None, None), "", inverted=False
    )
    if bool(wanted) == everything:
        raise UsageError("Say which units go, for instance --symbol 'X/2025/*', or else --all.")
    to = Destination(output=output, in_place=in_place, force=force, dry_run=dry_run)
    report = sweep(name, languages(source_lang, target_lang), selected(wanted), to)
    print_change("clear", report, name, to, as_json=as_json)


COMMAND = Command(
    name="clear",
    group="tm",
    function=clear,
    examples=("undraft tm clear tm/last-year.tmx --symbol 'CSIW/COP/WG.3/2025/*' --dry-run",),
)
