"""``undraft tm import``: units of files into a memory."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang, Via
from toolkit.cli.progress import watched
from toolkit.cli.telling import announce
from toolkit.cli.upkeep import (
    DryRun,
    InPlace,
    OnConflict,
    languages,
    print_report,
    tell_written,
)
from toolkit.workflows.tm.merging import Policy, import_into
from toolkit.workflows.tm.source import Destination


def import_(
    files: Annotated[
        list[str],
        typer.Argument(help="TMX, XLIFF, PO, tables (TSV, XLSX); folders of TMX; stores."),
    ],
    tm: Annotated[str, typer.Option("--tm", help="The memory they go into; made if missing.")],
    on_conflict: OnConflict = Policy.BOTH,
    in_place: InPlace = False,
    force: Force = False,
    dry_run: DryRun = False,
    via: Annotated[
        Via | None,
        typer.Option("--via", help="Have the files read by translate-toolkit: .ts, .tbx, .csv …"),
    ] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Put units into a memory: a store, or a TMX file with --in-place. All or nothing.

    A memory that is not there is made, unless nothing is taken.

    Units that say the very same become one. Damaged units are left out and named; a file that
    cannot be read, or not safely, changes nothing. Of XLIFF, PO and tables only what is
    translated and not marked as needing review is taken.
    """
    langs = languages(source_lang, target_lang)
    to = Destination(in_place=in_place, force=force, dry_run=dry_run)
    there = "://" in tm or Path(tm).exists()
    with watched("importing", files) as tick:
        reader = via.value if via else None
        report = import_into(files, tm, langs, on_conflict, to, tick, via=reader)
    made = there or report.changed()
    output = tm if made else None
    print_report("import", report, inputs=files, output=output, as_json=as_json, dry_run=dry_run)
    if made:
        tell_written(to, tm, changed=report.changed())
    elif not dry_run:
        announce("nothing was taken; {path} was not made", path=tm)


COMMAND = Command(
    name="import",
    group="tm",
    function=import_,
    examples=(
        "undraft tm import tm/last-year.tmx --tm ours.undraft",
        "undraft tm import tm/last-year.tmx --tm ours.undraft --on-conflict better --dry-run",
        "undraft tm import out/add2.xlf --tm ours.undraft",
    ),
)
