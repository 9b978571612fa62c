"""``undraft lineage``: which draft item became which final one."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, Output
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit, envelope, foresee, note
from toolkit.cli.session import settings
from toolkit.cli.telling import deliver, tell
from toolkit.errors import UsageError
from toolkit.workflows.lineages.page import as_page
from toolkit.workflows.lineages.table import as_table
from toolkit.workflows.lineages.tracing import Only, Traced, trace_files
from toolkit.workflows.lineages.values import as_csv, as_payload, as_text


class LineageFormat(StrEnum):
    """How a lineage is shown."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"


class MessageLanguage(StrEnum):
    """Languages of messages."""

    EN = "en"
    ZH = "zh"


def lineage(
    files: Annotated[
        list[str], typer.Argument(metavar="DRAFT… FINAL", help="The drafts; the final last.")
    ],
    second: Annotated[
        list[str] | None,
        typer.Option(
            "--second",
            metavar="DRAFT… FINAL",
            help="The same documents in the other language, in the same order.",
        ),
    ] = None,
    only: Annotated[
        Only | None, typer.Option("--only", help="Recommendations or paragraphs alone.")
    ] = None,
    output_format: Annotated[
        LineageFormat | None,
        typer.Option("--format", help="Default: by the name of -o, else text."),
    ] = None,
    output: Output = None,
    lang: Annotated[
        MessageLanguage | None, typer.Option("--lang", help="Language of the evidence.")
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Tell what became of every recommendation and paragraph of a draft.

    Kept, reworded, merged, split, moved, dropped or new; in any order, across sections, from
    several drafts at once. Each relation says how sure it is and why; recommendations say whether
    they were softened or hardened, and whether another party is addressed.

    With --second the other language is a second witness: where it disagrees, a relation is less
    sure and says so. What comes from a draft that was not given is said to be new, its origin not
    among the inputs.
    """
    chosen = LineageFormat.JSON if as_json else output_format or _by_name(output)
    if chosen is LineageFormat.DOCX and output is None:
        raise UsageError("A Word file is not printed; name one with -o FILE.docx.")
    foresee(output, force=force, inputs=(*files, *(second or ())))
    traced = trace_files(files, second or (), only)
    for one in traced.loaded:
        tell(finding for finding in one.findings if not finding.code.startswith("RDR1"))
    spoken = lang.value if lang else settings().lang
    for _, why in traced.doubted(spoken):
        note(why)
    if chosen is LineageFormat.TEXT and output is None:
        emit(as_text(traced.descents, spoken))
        return
    data = _rendered(traced, chosen, spoken)
    deliver(data, output, force=force, inputs=traced.inputs, lang=spoken)
    if output is not None:
        note(as_text(traced.descents, spoken).rpartition("\n")[2])


def _by_name(output: Path | None) -> LineageFormat:
    """Return the format that the name of the output asks for; text without a name or ending.

    Raises:
        UsageError: the ending is that of no format.
    """
    ending = output.suffix.lower().removeprefix(".") if output else ""
    known = {one.value: one for one in LineageFormat}
    known |= {"htm": LineageFormat.HTML, "txt": LineageFormat.TEXT, "": LineageFormat.TEXT}
    if ending not in known:
        raise UsageError(
            f"-o {output}: the name must end in .txt, .csv, .json, .html or .docx, "
            "or --format must say what to write."
        )
    return known[ending]


def _rendered(traced: Traced, chosen: LineageFormat, lang: str) -> bytes:
    match chosen:
        case LineageFormat.CSV:
            return as_csv(traced.descents, lang)
        case LineageFormat.JSON:
            doubts = [{"draft": path, "message": why} for path, why in traced.doubted(lang)]
            payload = {**as_payload(traced.descents, lang), "doubts": doubts}
            return to_json(envelope("lineage/1", traced.inputs, payload))
        case LineageFormat.HTML:
            return as_page(traced, lang)
        case LineageFormat.DOCX:
            return as_table(traced)
    return (as_text(traced.descents, lang) + "\n").encode("utf-8")


COMMAND = Command(
    name="lineage",
    function=lineage,
    examples=(
        "undraft renumber samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx "
        "samples/CSIW_COP_WG.3_2026_L.1_Add.1.zh.docx --drop 8 --move 12:7 --on-dropped keep "
        "-o out/new",
        "undraft lineage samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx "
        "out/new/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx --only rec",
        "undraft lineage samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx "
        "out/new/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx --second "
        "samples/CSIW_COP_WG.3_2026_L.1_Add.1.zh.docx "
        "out/new/CSIW_COP_WG.3_2026_L.1_Add.1.zh.docx --json",
        "undraft lineage samples/CSIW_COP_WG.3_2025_6.zh.docx "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.docx --lang zh -o out/concordance.docx",
    ),
    spread=("--second",),
)
