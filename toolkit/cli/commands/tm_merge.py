"""``undraft tm merge``: several memories into one, and three versions of a file for git."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang
from toolkit.cli.output import emit_json, note
from toolkit.cli.telling import announce
from toolkit.cli.upkeep import (
    DryRun,
    NewMemory,
    OnConflict,
    digests,
    languages,
    print_report,
    report_as_json,
    tell_written,
)
from toolkit.errors import Exit, UsageError
from toolkit.tmx.three_way import Conflict
from toolkit.workflows.tm.forms import merge_driver
from toolkit.workflows.tm.merging import Policy, merge_files
from toolkit.workflows.tm.report import Report
from toolkit.workflows.tm.source import Destination


def merge(
    memories: Annotated[
        list[str], typer.Argument(help="Memories; with --driver: ancestor, ours, theirs.")
    ],
    output: NewMemory = None,
    on_conflict: OnConflict = Policy.BOTH,
    driver: Annotated[
        bool,
        typer.Option("--driver", help="Be git's merge driver: the result replaces ours (%A)."),
    ] = False,
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Merge memories into a new one; those named first are there first. --dry-run previews.

    With --driver three TMX files are merged unit by unit, all their languages kept. Ends with 1
    when a unit was changed differently on both sides: both versions are in the file then, each
    with a property x-conflict, and are named. docs/memory.md says how git is told.
    """
    if driver:
        _drive(memories, as_json=as_json)
        return
    to = Destination(output=output, force=force, dry_run=dry_run)
    if output is None and not dry_run:
        raise UsageError("Name the new memory with -o OUT.tmx, or preview with --dry-run.")
    report = merge_files(memories, languages(source_lang, target_lang), on_conflict, to)
    name = str(output) if output else None
    print_report("merge", report, inputs=memories, output=name, as_json=as_json, dry_run=dry_run)
    tell_written(to, "")


def _drive(memories: list[str], *, as_json: bool) -> None:
    if len(memories) != 3:
        raise UsageError("A merge driver is given three files: ancestor, ours and theirs.")
    paths = [Path(name) for name in memories]
    conflicts = merge_driver(*paths)
    for one in conflicts:
        note(f"{one.where}: {one.what}: {one.source}")
    if conflicts:
        announce(
            "{count} not decided. Keep one unit of each pair and delete its property x-conflict; "
            "`undraft tm fmt --check` says when none is left.",
            count=len(conflicts),
        )
    if as_json:
        payload = report_as_json("merge", Report(), str(paths[1]), dry_run=False)
        listed = [_as_json(one) for one in conflicts]
        emit_json("tm-report/1", (), {**payload, "inputs": digests(memories), "conflicts": listed})
    if conflicts:
        raise typer.Exit(Exit.FINDINGS)


def _as_json(one: Conflict) -> dict[str, str]:
    return {"where": one.where, "source": one.source, "what": one.what}


COMMAND = Command(
    name="merge",
    group="tm",
    function=merge,
    examples=("undraft tm merge tm/last-year.tmx tm/ -o all.tmx --on-conflict better",),
)
