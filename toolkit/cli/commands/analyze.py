"""``undraft analyze``: how much of some documents the memories have already."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names, other_language, tell_left_out
from toolkit.cli.options import Force, From, Json, Memories, Output
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit, envelope, foresee
from toolkit.cli.progress import indexing, progress
from toolkit.cli.session import settings
from toolkit.cli.telling import deliver
from toolkit.errors import UsageError
from toolkit.workflows.desk.segments import lay_out
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.filling.remembering import open_memories
from toolkit.workflows.leverages.leverage import Analysis, analyse, weights_of
from toolkit.workflows.leverages.report import as_csv, as_text, as_values


class AnalysisFormat(StrEnum):
    """How an analysis is given."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def analyze(
    files: Annotated[list[str], typer.Argument(help="DOCX, Markdown or text, in one language.")],
    tm: Memories = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help="Language to translate into (default: the other one)."),
    ] = None,
    output: Output = None,
    form: Annotated[
        AnalysisFormat | None,
        typer.Option("--format", help="How to give the result (default: by the suffix of -o)."),
    ] = None,
    source_format: From = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Count what the memories have of documents: segments, words and characters by band.

    Every segment is in one band: context (the same between the same neighbours), exact,
    substituted (the same but for figures, dates, symbols or names of States), repetition (it comes
    earlier in these files), 95-99 … 50-74 (alike), none. Words are counted in English, characters
    in Chinese. The effort is the sum weighted by band, as [tool.undraft.effort] says.
    """
    chosen = _format(form, output, as_json=as_json)
    foresee(output, force=force, inputs=files)
    name = source_format.value if source_format else None
    loaded = [load(one, name=name) for one in dict.fromkeys(files)]
    analysis = _analysed(loaded, to, memory_names(tm))
    if chosen is AnalysisFormat.TEXT and output is None:
        emit(as_text(analysis))
        return
    data = _data(chosen, analysis, loaded)
    deliver(data, output, force=force, inputs=[one.input for one in loaded])


def _format(form: AnalysisFormat | None, output: Path | None, *, as_json: bool) -> AnalysisFormat:
    """Return the format asked for, else that of the file's name.

    Raises:
        UsageError: a workbook is to be printed.
    """
    suffix = output.suffix.lower().lstrip(".") if output else ""
    known = {one.value: one for one in AnalysisFormat}
    chosen = AnalysisFormat.JSON if as_json else form or known.get(suffix, AnalysisFormat.TEXT)
    if chosen is AnalysisFormat.XLSX and output is None:
        raise UsageError("A workbook cannot be printed; name a file for it: -o FILE.xlsx.")
    return chosen


def _analysed(loaded: list[Loaded], to: str | None, memories: tuple[str, ...]) -> Analysis:
    target = other_language(loaded[0].document.language, to)
    for one in loaded:
        if one.document.language != loaded[0].document.language:
            raise UsageError(
                f"{loaded[0].input.path} is in {loaded[0].document.language} and "
                f"{one.input.path} in {one.document.language}; analyse the files of each language "
                "by themselves."
            )
    desks = [lay_out(one, target) for one in loaded]
    with indexing() as told:
        opened = open_memories(memories, (desks[0].source, target), told)
    tell_left_out(opened)
    with progress("analysing", sum(len(desk.segments) for desk in desks)) as tick:
        return analyse(desks, opened, weights_of(settings().effort), tick)


def _data(chosen: AnalysisFormat, analysis: Analysis, loaded: list[Loaded]) -> bytes:
    if chosen is AnalysisFormat.JSON:
        inputs = [one.input for one in loaded]
        return to_json(envelope("leverage/1", inputs, as_values(analysis)))
    if chosen is AnalysisFormat.XLSX:
        # Workbooks are seldom asked for, and what makes them takes long to load.
        made: bytes = import_module("toolkit.workflows.leverages.workbook").as_xlsx(analysis)
        return made
    if chosen is AnalysisFormat.CSV:
        return as_csv(analysis)
    return (as_text(analysis) + "\n").encode("utf-8")


COMMAND = Command(
    name="analyze",
    function=analyze,
    examples=(
        "undraft analyze samples/CSIW_COP_WG.3_2026_L.1.en.docx "
        "samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx --tm tm/last-year.tmx",
        "undraft analyze samples/CSIW_COP_WG.3_2026_L.1.zh.docx --tm tm/last-year.tmx --json",
        "undraft analyze samples/CSIW_COP_WG.3_2026_L.1.en.docx --tm tm/last-year.tmx "
        "-o out/analysis.xlsx",
    ),
)
