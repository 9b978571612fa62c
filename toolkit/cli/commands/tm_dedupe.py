"""``undraft tm dedupe``: one unit where several say the same."""

from enum import StrEnum
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
from toolkit.workflows.tm.sweeping import repeated, sweep


class By(StrEnum):
    """What makes two units the same."""

    PAIR = "pair"
    SOURCE = "source"


def dedupe(
    memory: MemoryArgument = None,
    tm: OneMemory = None,
    output: NewMemory = None,
    in_place: InPlace = False,
    by: Annotated[
        By, typer.Option("--by", help="pair: both texts are the same; source: the source is.")
    ] = By.PAIR,
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Leave one unit of those that say the same: the best status, the surest, the latest.

    Letter case, width and white space are set aside. The contexts of the others go with them,
    so a memory that is matched in context is better left as it is.
    """
    name = one_memory(memory, tm)
    to = Destination(output=output, in_place=in_place, force=force, dry_run=dry_run)
    judge = repeated(by_source=by is By.SOURCE)
    report = sweep(name, languages(source_lang, target_lang), judge, to)
    print_change("dedupe", report, name, to, as_json=as_json)


COMMAND = Command(
    name="dedupe",
    group="tm",
    function=dedupe,
    examples=("undraft tm dedupe tm/last-year.tmx -o single.tmx",),
)
