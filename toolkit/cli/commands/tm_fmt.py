"""``undraft tm fmt``: a TMX in its canonical form, so that git shows what changed."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, Output
from toolkit.cli.output import emit_bytes
from toolkit.cli.telling import announce, tell
from toolkit.cli.upkeep import InPlace, print_report
from toolkit.errors import Exit, UsageError, WriteRefusedError
from toolkit.workflows.documents.files import read_input, write_pieces
from toolkit.workflows.tm.forms import Formatted, formatted
from toolkit.workflows.tm.report import Report


def fmt(
    files: Annotated[list[str], typer.Argument(help="TMX files; - for standard input.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 if a form is not canonical.")
    ] = False,
    in_place: InPlace = False,
    output: Output = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Put TMX files into canonical form: fixed order, identifiers, attributes and spelling.

    Nothing a file says is lost, all its languages stay, and no clock is in it: the same units
    are the same bytes. Without -o or --in-place a single file is printed.
    """
    if output is not None and (in_place or len(files) > 1):
        raise UsageError("-o goes with one file and without --in-place.")
    if not (check or in_place or output) and (len(files) > 1 or as_json):
        raise UsageError("Say --check, --in-place or -o OUT: only one file can be printed.")
    given = [read_input(name) for name in files]
    done = [(one.path, formatted(one.data, one.path)) for one in given]
    for name, form in done:
        _deliver(name, form, check=check, in_place=in_place, output=output, force=force)
    if check or in_place or output:
        report = _report(done)
        shown = str(output) if output else None
        print_report("fmt", report, inputs=files, output=shown, as_json=as_json, dry_run=check)
    if check and any(form.changed or form.undecided for _, form in done):
        raise typer.Exit(Exit.FINDINGS)


def _deliver(
    name: str, form: Formatted, *, check: bool, in_place: bool, output: Path | None, force: bool
) -> None:
    if form.undecided:
        announce(
            "{name}: {count} units of a merge are not decided (x-conflict)",
            name=name,
            count=form.undecided,
        )
    if check:
        if form.changed:
            announce(
                "{name}: not in canonical form; `undraft tm fmt --in-place` makes it so", name=name
            )
        return
    if form.lost and not force:
        tell(form.lost)
        raise WriteRefusedError(
            f"{name} has damaged parts, which the canonical form would not have. "
            "Repair them, or say --force to let them go."
        )
    if in_place:
        if form.changed:
            write_pieces(Path(name), [form.after], force=True)
            announce("wrote {path}", path=name)
    elif output is not None:
        write_pieces(output, [form.after], force=force, inputs=[name])
        announce("wrote {path}", path=output)
    else:
        emit_bytes(form.after)


def _report(done: list[tuple[str, Formatted]]) -> Report:
    report = Report()
    for _, form in done:
        report.read += form.entries
        report.count("updated" if form.changed else "unchanged", form.entries)
        report.findings.extend(form.findings)
    return report


COMMAND = Command(
    name="fmt",
    group="tm",
    function=fmt,
    examples=(
        "undraft tm fmt tm/last-year.tmx --check",
        "undraft tm fmt tm/last-year.tmx -o canonical.tmx",
    ),
)
