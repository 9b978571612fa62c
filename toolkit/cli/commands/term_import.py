"""``undraft term import``: glossaries of all kinds into one termbase."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang, Via
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.cli.telling import announce, tell
from toolkit.cli.upkeep import languages
from toolkit.diagnostics.render.jsonable import findings_as_json
from toolkit.workflows.terms.importing import counts, write_terms
from toolkit.workflows.terms.looking import load_terms


class Edition(StrEnum):
    """Editions of TBX."""

    TWO = "2"
    THREE = "3"


def import_(
    files: Annotated[list[str], typer.Argument(help="Termbases: TBX 2 or 3, CSV, TSV.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Termbase to write: .tbx, .csv or .tsv.")
    ],
    via: Annotated[
        Via | None,
        typer.Option("--via", help="Have translate-toolkit read them: PO, UTX, Qt and others."),
    ] = None,
    edition: Annotated[
        Edition, typer.Option("--tbx", help="Edition of TBX to write; most tools read only 2.")
    ] = Edition.TWO,
    usable: Annotated[
        bool,
        typer.Option("--usable", help="Leave out forms that are given up: others offer all."),
    ] = False,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Read glossaries and termbases and write one termbase.

    TBX of edition 2 and 3 (TBX-Basic, TBX-Min and others) is kept with all it says. A table has
    a line for each form (concept, language, term, status, body, …) or a line for each concept
    with a column for each language (en, zh, "zh deprecated"). What cannot be read or cannot be
    held by the output is told.
    """
    ours = settings()
    langs = languages(source_lang, target_lang)
    terms = load_terms(files, langs, foreign=via is not None)
    made = write_terms(terms, output, edition=int(edition.value), usable=usable, force=force)
    found = counts(made.base)
    if as_json:
        listed = findings_as_json(made.findings, {}, ours.lang)["findings"]
        payload = {"output": str(output), "twice": made.twice, **found, "findings": listed}
        emit_json("termbase/1", terms.inputs, payload)
        return
    tell(made.findings)
    spoken = ", ".join(f"{name} {count}" for name, count in found["languages"].items())
    marked = ", ".join(f"{name} {count}" for name, count in found["statuses"].items() if count)
    emit(f"{found['concepts']} concepts, {found['terms']} terms ({spoken}; {marked})")
    if made.twice:
        emit(f"{made.twice} concepts were there twice and are kept once")
    announce("wrote {path}", path=output)


COMMAND = Command(
    name="import",
    group="term",
    function=import_,
    examples=(
        "undraft term import samples/terms.csv -o terms.tbx",
        "undraft term import samples/terms.csv -o terms-3.tbx --tbx 3 --json",
    ),
)
