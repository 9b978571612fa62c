"""``undraft tm supersede``: the final report is here; its drafts' units make way."""

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
    languages,
    one_memory,
    print_change,
)
from toolkit.workflows.tm.source import Destination
from toolkit.workflows.tm.superseding import superseded
from toolkit.workflows.tm.sweeping import sweep


def supersede(
    draft: Annotated[
        list[str], typer.Option("--draft", help="Symbol of a draft; * is wild; repeat for more.")
    ],
    final: Annotated[str, typer.Option("--final", help="Symbol of the final report.")],
    memory: MemoryArgument = None,
    tm: OneMemory = None,
    output: NewMemory = None,
    in_place: InPlace = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Remove units whose source the final lacks, too.")
    ] = False,
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Remove the units of drafts whose source is in the final report, which must be there.

    Units of a draft that the final does not have stay, marked with a property x-superseded-by.
    """
    name = one_memory(memory, tm)
    to = Destination(output=output, in_place=in_place, force=force, dry_run=dry_run)
    judge = superseded(draft, final, every=everything)
    report = sweep(name, languages(source_lang, target_lang), judge, to)
    print_change("supersede", report, name, to, as_json=as_json)


COMMAND = Command(
    name="supersede",
    group="tm",
    function=supersede,
    examples=(
        "undraft tm supersede tm/last-year.tmx --draft 'CSIW/COP/WG.3/2025/L.1*' "
        "--final CSIW/COP/WG.3/2025/6 --dry-run",
    ),
)
