"""``undraft tm export``: a memory, or a part of it, as a TMX that every tool reads."""

from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names
from toolkit.cli.options import Force, Json, Memories, Output, SourceLang, TargetLang
from toolkit.cli.output import emit_bytes, note
from toolkit.cli.upkeep import (
    Aligners,
    Least,
    Most,
    Not,
    Props,
    Since,
    Statuses,
    Symbols,
    Tags,
    Until,
    Words,
    languages,
    print_report,
    selection,
    summary,
    tell_written,
)
from toolkit.errors import UsageError
from toolkit.workflows.tm.source import Destination
from toolkit.workflows.tm.sweeping import export


def export_(
    memories: Annotated[
        list[str] | None, typer.Argument(help="Memories; --tm is the same.")
    ] = None,
    tm: Memories = None,
    output: Output = None,
    level: Annotated[
        int, typer.Option("--level", min=1, max=2, help="2 keeps inline codes, 1 has words alone.")
    ] = 2,
    symbols: Symbols = None,
    statuses: Statuses = None,
    aligners: Aligners = None,
    langs: Tags = None,
    props: Props = None,
    since: Since = "",
    until: Until = "",
    least: Least = None,
    most: Most = None,
    words: Words = "",
    inverted: Not = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Write a memory, or the units selected, as TMX 1.4: bilingual, canonical, valid.

    Without -o it is printed. A name that ends in .gz is compressed. The same units give the
    same bytes whatever they are kept in.
    """
    names = memory_names([*(memories or []), *(tm or [])])
    if as_json and output is None:
        raise UsageError("The report and the memory cannot both be printed; name -o OUT.tmx.")
    wanted = selection(
        symbols, statuses, aligners, langs, props, (since, until), (least, most), words,
        inverted=inverted,
    )  # fmt: skip
    to = Destination(output=None if output is None else str(output), force=force)
    report, pieces = export(names, languages(source_lang, target_lang), wanted, to, level)
    if output is None:
        for piece in pieces:
            emit_bytes(piece)
        note(summary(report))
        return
    print_report("export", report, inputs=names, output=str(output), as_json=as_json)
    tell_written(to, "")


COMMAND = Command(
    name="export",
    group="tm",
    function=export_,
    examples=(
        "undraft tm export tm/last-year.tmx -o reviewed.tmx --symbol 'CSIW/*' --level 1",
        "undraft tm export --tm tm/last-year.tmx --words 'Working Group'",
    ),
)
