"""``undraft tm stats``: what is in a memory."""

from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names
from toolkit.cli.options import Json, Memories, SourceLang, TargetLang
from toolkit.cli.output import emit
from toolkit.cli.upkeep import languages, print_report
from toolkit.text.address import shown
from toolkit.workflows.tm.describing import Stats, leading, stats_of
from toolkit.workflows.tm.report import Report

LISTED = 10


def stats(
    memories: Annotated[
        list[str] | None, typer.Argument(help="Memories; --tm is the same.")
    ] = None,
    tm: Memories = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Count units, texts, documents, statuses, languages, dates and inline codes of memories."""
    names = memory_names([*(memories or []), *(tm or [])])
    langs = languages(source_lang, target_lang)
    found = [(shown(name), *stats_of(name, langs)) for name in names]
    whole = Report()
    for _, _, report in found:
        whole.read += report.read
        whole.counts += report.counts
        whole.reasons += report.reasons
        whole.findings += report.findings
    if as_json:
        listed = [{"memory": name, **_as_json(one)} for name, one, _ in found]
        print_report("stats", whole, inputs=names, output=None, as_json=True, stats=listed)
        return
    for name, one, _ in found:
        _show(name, one)
    print_report("stats", whole, inputs=names, output=None, as_json=False)


def _as_json(one: Stats) -> dict[str, Any]:
    return {
        "units": one.units,
        "sources": one.sources,
        "words": one.words,
        "characters": one.characters,
        "with_codes": one.coded,
        "first": one.first or None,
        "last": one.last or None,
        "symbols": dict(leading(one.symbols, len(one.symbols))),
        "statuses": dict(leading(one.statuses, len(one.statuses))),
        "aligners": dict(leading(one.aligners, len(one.aligners))),
        "languages": dict(leading(one.languages, len(one.languages))),
    }


def _show(name: str, one: Stats) -> None:
    emit(f"{name}: {one.units} units, {one.sources} different sources")
    emit(f"  {one.words} words of source, {one.characters} characters of target")
    emit(f"  {one.coded} units with inline codes")
    if one.first:
        emit(f"  dated {one.first} to {one.last}")
    for title, counts in (
        ("documents", one.symbols),
        ("statuses", one.statuses),
        ("languages", one.languages),
    ):
        listed = ", ".join(f"{key or '(none)'} {n}" for key, n in leading(counts, LISTED))
        more = f" and {len(counts) - LISTED} more" if len(counts) > LISTED else ""
        emit(f"  {title}: {listed}{more}")


COMMAND = Command(
    name="stats",
    group="tm",
    function=stats,
    examples=("undraft tm stats tm/last-year.tmx", "undraft tm stats --tm tm/ --json"),
)
