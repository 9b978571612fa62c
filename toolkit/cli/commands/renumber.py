"""``undraft renumber``: numbers and references of all language versions, by one plan."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, FormatChoice, From, Json, ProfileChoice, ProfileOption
from toolkit.cli.output import emit, emit_json, note
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.diagnostics.render.text import told
from toolkit.errors import Exit, UsageError
from toolkit.ooxml.changes import FIXED_DATE, Tracking
from toolkit.ooxml.revising import Existing
from toolkit.readers import ReadOptions
from toolkit.renumber import Counted, OnDropped, Plan, parse_operations
from toolkit.workflows.documents.files import write_outputs
from toolkit.workflows.renumbering.renumber_map import as_annex, as_csv
from toolkit.workflows.renumbering.renumbering import Renumbered, Version, Wishes, outputs, renumber


class KindChoice(StrEnum):
    """What is renumbered."""

    REC = "rec"
    PARA = "para"

    @property
    def counted(self) -> Counted:
        """The kind in the words of the map."""
        return Counted.RECOMMENDATION if self is KindChoice.REC else Counted.PARAGRAPH


Numbers = list[str] | None


def renumber_command(
    files: Annotated[list[str], typer.Argument(help="The report, in one language or several.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the new files.")],
    kind: Annotated[KindChoice, typer.Option("--kind", help="What to renumber.")] = KindChoice.REC,
    drop: Annotated[Numbers, typer.Option("--drop", help="Take item N out: 12.")] = None,
    merge: Annotated[Numbers, typer.Option("--merge", help="Fold B into A: 5+6.")] = None,
    split: Annotated[Numbers, typer.Option("--split", help="Make two of item N.")] = None,
    move: Annotated[
        Numbers,
        typer.Option(
            "--move", help="Move item 7 behind 3: 7:3; before 3: 7:^3; to the start: 7:0."
        ),
    ] = None,
    insert: Annotated[
        Numbers, typer.Option("--insert", help="Add an item behind N; 0 at the start.")
    ] = None,
    pin: Annotated[Numbers, typer.Option("--pin", help="Let item N keep its number.")] = None,
    through: Annotated[
        bool, typer.Option("--through", help="Count on where a series begins with 1 again.")
    ] = False,
    on_dropped: Annotated[
        OnDropped, typer.Option("--on-dropped", help="References to what is dropped.")
    ] = OnDropped.STOP,
    existing: Annotated[
        Existing, typer.Option("--existing", help="Tracked changes that are there already.")
    ] = Existing.KEEP,
    tracked: Annotated[
        bool, typer.Option("--tracked", help="Write the changes as Word tracked changes.")
    ] = False,
    moves: Annotated[
        bool, typer.Option("--moves", help="With --tracked: record moves as moves.")
    ] = False,
    author: Annotated[str, typer.Option("--author", help="Author of tracked changes.")] = "Undraft",
    date: Annotated[
        str, typer.Option("--date", help="Date of tracked changes: 2026-09-11T08:30:00Z.")
    ] = FIXED_DATE,
    map_file: Annotated[
        Path | None, typer.Option("--map", help="Old and new numbers, to a .csv or .docx.")
    ] = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    source_format: From = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Renumber recommendations or paragraphs, and every reference to them.

    All numbers are the old ones. Without operations gaps and doubles are closed. Language versions
    given together get one plan; versions that do not correspond are refused. Files keep their
    format: in a Word file nothing but numbers and references changes. References to an item
    that is dropped stop the run (exit 1) unless --on-dropped says mark or keep.
    """
    operations = parse_operations(
        kind.counted,
        drop=drop or (),
        merge=merge or (),
        split=split or (),
        move=move or (),
        insert=insert or (),
        pin=pin or (),
        through=through,
    )
    wishes = Wishes(
        on_dropped=on_dropped,
        existing=existing,
        tracking=Tracking(author, _dated(date), moves) if tracked else None,
        name=source_format.value if isinstance(source_format, FormatChoice) else None,
        options=ReadOptions(profile=profile.profile),
    )
    outcome = renumber(files, operations, wishes)
    written = {} if outcome.stopped else {**outputs(outcome, output), **_map(outcome, map_file)}
    write_outputs(written, force=force, inputs=files)
    if as_json:
        inputs = [one.input for one in outcome.versions]
        emit_json("renumber/1", inputs, _payload(outcome, list(written), output))
    else:
        _show(outcome, list(written))
    if outcome.stopped:
        raise typer.Exit(Exit.FINDINGS)


def _dated(date: str) -> str:
    if len(date) == 20 and date[10] == "T" and date.endswith("Z"):
        return date
    raise UsageError(f"--date {date}: expected a date in UTC such as 2026-09-11T08:30:00Z.")


def _map(outcome: Renumbered, path: Path | None) -> dict[Path, bytes]:
    if path is None:
        return {}
    if path.suffix.lower() == ".csv":
        return {path: as_csv(outcome.plan)}
    if path.suffix.lower() == ".docx":
        return {path: as_annex(outcome.plan, outcome.versions[0].document)}
    raise UsageError(f"--map {path}: the name must end in .csv or .docx.")


# -- saying it -----------------------------------------------------------------------------
def _show(outcome: Renumbered, written: list[Path]) -> None:
    emit(f"plan   {_summary(outcome.plan)}")
    for one in outcome.versions:
        emit(f"refs   {one.document.language}: {_references(one)}")
    lang = settings().lang
    for finding in outcome.findings:
        word = "ask " if outcome.stopped else "note"
        note(f"{word}   {told(finding, lang)}")
    if outcome.stopped:
        announce("Nothing was written. Choose --on-dropped mark or --on-dropped keep.")
    for path in written:
        announce("wrote  {path}", path=path)


def _summary(plan: Plan) -> str:
    old = sum(len(track.fates) for track in plan.tracks)
    new = sum(number is not None for track in plan.tracks for number in track.numbers)
    parts = list(_steps(plan))
    return f"{old} {plan.operations.kind}s → {new}: {', '.join(parts) or 'nothing to do'}"


def _steps(plan: Plan) -> Iterator[str]:
    """Yield what becomes of the items, runs with the same shift as one."""
    run: list[tuple[int, int]] = []
    for row in plan.rows:
        plain = row.relation == "kept" and row.old is not None and row.new is not None
        plain = plain and not row.again
        pair = (row.old or 0, row.new or 0)
        if plain and run and pair == (run[-1][0] + 1, run[-1][1] + 1):
            run.append(pair)
            continue
        yield from _shift(run)
        run = [pair] if plain else []
        if not plain:
            yield _change(row.was, row.new, row.relation)
    yield from _shift(run)


def _shift(run: list[tuple[int, int]]) -> Iterator[str]:
    if run and run[0][0] != run[0][1]:
        (first, new), (last, end) = run[0], run[-1]
        yield f"{first} → {new}" if first == last else f"{first}–{last} → {new}–{end}"


def _change(old: str | None, new: int | None, relation: str) -> str:
    if old is None:
        return f"{new} new"
    if relation == "kept":
        return f"{old} → {new}"
    return f"{old} dropped" if new is None else f"{old} → {new} {relation}"


def _references(one: Version) -> str:
    rewriting = one.rewriting
    said = f"{rewriting.references} rewritten, {rewriting.outside} to other documents left"
    return f"{said}, {len(rewriting.dangling)} to nothing" if rewriting.dangling else said


def _payload(outcome: Renumbered, written: list[Path], folder: Path) -> dict[str, Any]:
    return {
        "kind": outcome.plan.operations.kind.value,
        "stopped": outcome.stopped,
        "map": [
            {
                "kind": str(row.kind),
                "path_old": row.path_old,
                "old": row.old,
                "again": row.again,
                "new": row.new,
                "relation": row.relation,
            }
            for row in outcome.plan.rows
        ],
        "versions": [_version(one, written, folder) for one in outcome.versions],
        "written": [str(path) for path in written],
        "findings": [finding_as_json(one) for one in outcome.findings],
    }


def _version(one: Version, written: list[Path], folder: Path) -> dict[str, Any]:
    path = folder / Path(one.input.path).name
    return {
        "path": one.input.path,
        "language": one.document.language,
        "output": str(path) if path in written else None,
        "changed": one.changed,
        "labels": one.rewriting.labels,
        "references": one.rewriting.references,
        "outside": one.rewriting.outside,
        "dangling": len(one.rewriting.dangling),
        "comments": one.comments,
    }


COMMAND = Command(
    name="renumber",
    function=renumber_command,
    examples=(
        "undraft renumber samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2025_6.zh.docx --drop 12 --merge 5+6 --on-dropped mark --tracked "
        "-o out/ --map out/map.csv",
        "undraft renumber samples/CSIW_COP_WG.3_2025_6.en.md samples/CSIW_COP_WG.3_2025_6.zh.md "
        "--move 7:3 -o moved/ --map moved/annex.docx",
        "undraft renumber samples/CSIW_COP_WG.3_2025_6.en.docx --kind para --drop 9 "
        "--on-dropped keep -o paragraphs/ --json",
    ),
)
