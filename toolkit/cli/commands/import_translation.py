"""``undraft import-translation``: what comes back goes into the document and the memory."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.checking import FailOn
from toolkit.cli.command import Command
from toolkit.cli.commands.pretranslate import MarksChoice
from toolkit.cli.options import Force, From, Json, ProfileChoice, ProfileOption, Via, language
from toolkit.cli.output import emit, emit_json, only_word
from toolkit.cli.telling import announce, tell
from toolkit.cli.upkeep import InPlace, OnConflict, summary
from toolkit.diagnostics import Severity
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import UsageError
from toolkit.exchange.registry import read_exchange
from toolkit.readers import ReadOptions
from toolkit.workflows.desk.remembered import units_of
from toolkit.workflows.desk.returning import Returned, bring_back
from toolkit.workflows.desk.segments import put_together
from toolkit.workflows.documents.files import read_input, write_output
from toolkit.workflows.documents.reading import load
from toolkit.workflows.tm.merging import Policy, take_in
from toolkit.workflows.tm.report import OUTCOMES, Report
from toolkit.workflows.tm.source import Destination, check_destination


class Changed(StrEnum):
    """What becomes of places whose source has changed since the document was sent out."""

    REFUSE = "refuse"
    LEAVE = "leave"


def import_translation(
    file: Annotated[str, typer.Argument(help="What came back: XLIFF, PO, XLSX or TSV.")],
    original: Annotated[
        str,
        typer.Option("--original", help="The document that was sent out."),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Word file to write, in the other language.")
    ],
    to: Annotated[
        str | None, typer.Option("--to", help="The other language, where the file does not say.")
    ] = None,
    tm: Annotated[
        str | None,
        typer.Option("--tm", help="Memory that takes the translations in; made if missing."),
    ] = None,
    on_conflict: OnConflict = Policy.BETTER,
    in_place: InPlace = False,
    changed: Annotated[
        Changed,
        typer.Option(
            "--changed",
            help="Where the source has changed since: refuse all, or leave those places.",
        ),
    ] = Changed.REFUSE,
    marks: Annotated[
        MarksChoice,
        typer.Option("--marks", help="How to show what is unconfirmed or untranslated."),
    ] = MarksChoice.COMMENTS,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Lowest severity that ends with 1.")
    ] = FailOn.ERROR,
    via: Annotated[
        Via | None, typer.Option("--via", help="Have the file read by translate-toolkit.")
    ] = None,
    source_format: From = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Merge a translation that comes back into the Word file, and into a memory.

    Segments are known by their ids, in whatever order they come. It is refused where the original
    is no longer what was translated, and the places are named. Translations that are missing,
    marked as needing review, of an edited source or without the codes of the source are told of,
    a line each. The memory gets what is confirmed, as reviewed.
    """
    if file == "-" and original == "-":
        raise UsageError("Only one of the two can come from standard input.")
    only_word(output)
    given = read_input(file)
    came = read_exchange(given.data, given.path, via=via.value if via else None)
    name = source_format.value if source_format else None
    source = load(original, name=name, options=ReadOptions(profile=profile.profile))
    back = bring_back(
        source,
        came,
        given.path,
        target=language(to) if to else None,
        take_changed=changed is Changed.LEAVE,
    )
    place = Destination(in_place=in_place, force=force)
    if tm is not None:
        check_destination(tm, place)
    data = put_together(back.desk, back.translations, marks=marks.value)
    write_output(output, data, force=force, inputs=[file, original])
    report = None if tm is None else _remembered(back, tm, on_conflict, place)
    if as_json:
        payload = _as_json(back, output, tm, report)
        emit_json("translation-import/1", [given, source.input], payload)
    else:
        _tell(back, output, tm, report)
    if _fails(back, fail_on):
        raise typer.Exit(1)


def _remembered(back: Returned, tm: str, policy: Policy, place: Destination) -> Report:
    langs = back.desk.source.code, back.desk.target.code
    return take_in(units_of(back), tm, langs, policy, place)


def _tell(back: Returned, output: Path, tm: str | None, report: Report | None) -> None:
    tell(back.findings)
    counts = ", ".join(f"{count} {name}" for name, count in back.counts().items() if count)
    emit(f"{output}: {len(back.desk.segments)} segments: {counts}")
    if report is not None:
        emit(f"{tm}: {summary(report)}")
        if tm and "://" not in tm and not Path(tm).exists():
            announce("nothing was taken; {path} was not made", path=tm)


def _fails(back: Returned, fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    floor = Severity(fail_on.value).rank
    return any(one.severity.rank >= floor for one in back.findings)


def _as_json(back: Returned, output: Path, tm: str | None, report: Report | None) -> dict[str, Any]:
    memory = None
    if report is not None:
        memory = {"path": tm, "read": report.read, **{o: report.counts[o] for o in OUTCOMES}}
    return {
        "path": str(output),
        "source_lang": back.desk.source.code,
        "target_lang": back.desk.target.code,
        "segments": len(back.desk.segments),
        "counts": back.counts(),
        "memory": memory,
        "findings": [finding_as_json(one) for one in back.findings],
    }


COMMAND = Command(
    name="import-translation",
    function=import_translation,
    examples=(
        "undraft import-translation out/add2.xlf "
        "--original samples/CSIW_COP_WG.3_2026_L.1_Add.2.en.docx -o out/add2.zh.docx "
        "--tm out/reviewed.undraft",
        "undraft import-translation out/add2.xlf "
        "--original samples/CSIW_COP_WG.3_2026_L.1_Add.2.en.docx -o out/add2.json.docx --json",
    ),
)
