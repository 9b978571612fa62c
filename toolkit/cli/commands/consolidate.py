"""``undraft consolidate``: a draft and its addenda to one report."""

from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, From, Json
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit, emit_json, envelope
from toolkit.cli.telling import announce, tell
from toolkit.consolidate import Consolidated, Fate
from toolkit.consolidate.masthead import proposed_symbol
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import UsageError
from toolkit.ooxml.changes import FIXED_DATE, Tracking
from toolkit.workflows.documents.files import write_outputs
from toolkit.workflows.drafts.consolidating import (
    Gathered,
    as_word,
    consolidated,
    gather,
    plan_of,
    proposal,
    wishes,
)
from toolkit.workflows.drafts.consolidating_ledger import ledger_payload, ledger_table

Text = str | None


def consolidate_command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="L1 ADD…", help="Draft and addenda, one language."),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The report, a .docx file.")
    ] = None,
    symbol: Annotated[Text, typer.Option("--symbol", help="Symbol of the report.")] = None,
    date: Annotated[Text, typer.Option("--date", help="Its date: 2026-09-25.")] = None,
    distribution: Annotated[
        Text, typer.Option("--distribution", help="Its distribution: General.")
    ] = None,
    title: Annotated[
        Text, typer.Option("--title", help="Its title; else made of body, place and days.")
    ] = None,
    job_number: Annotated[
        Text, typer.Option("--job-number", help="Its job number without language letter.")
    ] = None,
    plan: Annotated[
        Text, typer.Option("--plan", metavar="FILE", help="What goes where, as a plan file says.")
    ] = None,
    propose: Annotated[
        Path | None,
        typer.Option("--propose", metavar="FILE", help="Write the proposed plan, to be edited."),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="Account of every block: .json or .csv."),
    ] = None,
    tracked: Annotated[
        bool,
        typer.Option(
            "--tracked", help="Show every change against the parts put one after the other."
        ),
    ] = False,
    moves: Annotated[
        bool, typer.Option("--moves", help="With --tracked: record moves as moves.")
    ] = False,
    author: Annotated[str, typer.Option("--author", help="Author of tracked changes.")] = "Undraft",
    incomplete: Annotated[
        bool, typer.Option("--incomplete", help="Parts are missing, and that is known.")
    ] = False,
    source_format: From = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Make one report of a draft (L.1) and its addenda.

    Parts are matched by chapter and section, “(continued)” goes, paragraphs and recommendations
    are counted in one series, and references follow: they lead to the same words as before. The
    report is written anew in the style of the house; nothing is glued together.

    --propose FILE writes the plan instead, for a person to edit; --plan FILE carries it out, in
    any language version. --ledger FILE accounts for every block of every part.
    """
    name = source_format.value if source_format else None
    gathered = gather(files, incomplete=incomplete, name=name)
    fields = {
        "symbol": symbol,
        "date": date,
        "distribution": distribution,
        "title": title,
        "job_number": job_number,
    }
    if propose is not None:
        _propose(gathered, propose, force=force, files=files)
        if output is None:
            if as_json:
                made = consolidated(gathered, None, wishes(fields))
                emit_json("consolidate/1", gathered.inputs, _payload(made, gathered, [propose]))
            return
    if output is None or output.suffix.lower() != ".docx":
        raise UsageError("Name the report with -o FILE.docx, or write a plan with --propose FILE.")
    made = consolidated(gathered, plan_of(plan) if plan else None, wishes(fields))
    tracking = Tracking(author, f"{date}T00:00:00Z" if date else FIXED_DATE, moves)
    data = as_word(made, gathered, tracking if tracked else None)
    outputs = {output: data, **_ledger(made, gathered, ledger)}
    given = [*files, *([plan] if plan else [])]
    write_outputs(outputs, force=force, inputs=given)
    if as_json:
        emit_json("consolidate/1", gathered.inputs, _payload(made, gathered, list(outputs)))
    else:
        _show(made, gathered, list(outputs))


def _propose(gathered: Gathered, path: Path, *, force: bool, files: list[str]) -> None:
    write_outputs({path: proposal(gathered)}, force=force, inputs=files)
    announce("wrote  {path}", path=path)


def _ledger(made: Consolidated, gathered: Gathered, path: Path | None) -> dict[Path, bytes]:
    if path is None:
        return {}
    if path.suffix.lower() == ".csv":
        return {path: ledger_table(made.ledger)}
    if path.suffix.lower() == ".json":
        return {path: to_json(envelope("ledger/1", gathered.inputs, ledger_payload(made)))}
    raise UsageError(f"--ledger {path}: the name must end in .json or .csv.")


def _show(made: Consolidated, gathered: Gathered, written: list[Path]) -> None:
    total = made.ledger.total()
    counts = ", ".join(f"{total.fates[fate]} {fate.value}" for fate in Fate if total.fates[fate])
    emit(f"blocks {total.given} → {len(made.report.blocks)}: {counts}")
    emit(f"refs   {made.references} rewritten")
    head = made.report.masthead
    emit(f"symbol {head.symbol}")
    emit(f"title  {head.title}")
    open_fields = _open_fields(made)
    if open_fields:
        announce("open   {fields}: not given, in square brackets", fields=", ".join(open_fields))
    tell((*gathered.findings, *made.findings))
    for path in written:
        announce("wrote  {path}", path=path)


def _open_fields(made: Consolidated) -> list[str]:
    head = made.report.masthead
    values = {"symbol": head.symbol, "distribution": head.distribution, "title": head.title}
    found = [name for name, value in values.items() if value and "[" in value]
    return [*found, *(name.replace("job_line", "job number") for name in made.fields)]


def _payload(made: Consolidated, gathered: Gathered, written: list[Path]) -> dict[str, Any]:
    account = ledger_payload(made)
    del account["rows"]
    return {
        **account,
        "proposed_symbol": proposed_symbol(gathered.parts),
        "open": _open_fields(made),
        "written": [str(path) for path in written],
        "findings": [finding_as_json(one) for one in (*gathered.findings, *made.findings)],
    }


_PARTS_EN = " ".join(
    f"samples/CSIW_COP_WG.3_2026_L.1{one}.en.docx" for one in ("", "_Add.1", "_Add.2")
)
_PARTS_ZH = _PARTS_EN.replace(".en.", ".zh.")
_GIVEN = "--symbol CSIW/COP/WG.3/2026/6 --date 2026-09-23 --distribution General"

COMMAND = Command(
    name="consolidate",
    function=consolidate_command,
    examples=(
        f"undraft consolidate {_PARTS_EN} {_GIVEN} -o out/report.en.docx --ledger out/ledger.json",
        f"undraft consolidate {_PARTS_EN} --propose out/plan.toml --force",
        f"undraft consolidate {_PARTS_ZH} {_GIVEN} -o out/report.zh.docx --ledger out/ledger.csv",
        f"undraft consolidate {_PARTS_EN} --tracked -o out/tracked.en.docx --json",
    ),
)
