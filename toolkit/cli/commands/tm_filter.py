"""``undraft tm filter``: the units of a memory that are wanted."""

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang
from toolkit.cli.upkeep import (
    Aligners,
    DryRun,
    InPlace,
    Least,
    MemoryArgument,
    Most,
    NewMemory,
    Not,
    OneMemory,
    Props,
    Since,
    Statuses,
    Symbols,
    Tags,
    Until,
    Words,
    languages,
    one_memory,
    print_change,
    selection,
)
from toolkit.errors import UsageError
from toolkit.workflows.tm.source import Destination
from toolkit.workflows.tm.sweeping import not_selected, sweep


def filter_(
    memory: MemoryArgument = None,
    tm: OneMemory = None,
    output: NewMemory = None,
    in_place: InPlace = False,
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
    force: Force = False,
    dry_run: DryRun = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Keep the units that are selected: by document, status, date, language, certainty, words.

    Options of different kinds must all hold; of one kind repeated, any one. A unit without a
    date is in no span of dates; one that a person made is as sure as can be.
    """
    name = one_memory(memory, tm)
    wanted = selection(
        symbols, statuses, aligners, langs, props, (since, until), (least, most), words,
        inverted=inverted,
    )  # fmt: skip
    if not wanted:
        raise UsageError("Say which units are wanted, for instance --status approved.")
    to = Destination(output=output, in_place=in_place, force=force, dry_run=dry_run)
    report = sweep(name, languages(source_lang, target_lang), not_selected(wanted), to)
    print_change("filter", report, name, to, as_json=as_json)


COMMAND = Command(
    name="filter",
    group="tm",
    function=filter_,
    examples=(
        "undraft tm filter tm/last-year.tmx -o sure.tmx --min-confidence 0.9",
        "undraft tm filter tm/last-year.tmx --words 缔约国 --dry-run",
    ),
)
