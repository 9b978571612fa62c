"""``undraft pretranslate``: a document filled from memories, for a translator to finish."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names, other_language, tell_left_out
from toolkit.cli.options import (
    Force,
    From,
    Json,
    Memories,
    ProfileChoice,
    ProfileOption,
    XliffVersion,
)
from toolkit.cli.output import emit, emit_json, foresee
from toolkit.cli.progress import indexing, progress
from toolkit.cli.telling import announce
from toolkit.errors import UsageError
from toolkit.inline import shown
from toolkit.languages import Language
from toolkit.model.desk import Translation
from toolkit.readers import ReadOptions
from toolkit.workflows.desk.outputs import writer_for
from toolkit.workflows.desk.pretranslating import MINIMUM, Pretranslated
from toolkit.workflows.desk.pretranslating import pretranslate as fill
from toolkit.workflows.desk.segments import lay_out
from toolkit.workflows.documents.files import write_output
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.filling.remembering import open_memories


class MarksChoice(StrEnum):
    """How the origin of a segment is shown in a Word file."""

    COMMENTS = "comments"
    COLOUR = "colour"
    NONE = "none"


def pretranslate(
    file: Annotated[str, typer.Argument(help="DOCX, Markdown or text; - for standard input.")],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="File to write; its suffix says which format (see below)."
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option("--to", help="Language to translate into (default: the other one)."),
    ] = None,
    tm: Memories = None,
    minimum: Annotated[
        int, typer.Option("--min", min=50, max=100, help="Lowest score that is filled in.")
    ] = MINIMUM,
    marks: Annotated[
        MarksChoice, typer.Option("--marks", help="How to show where a segment came from.")
    ] = MarksChoice.COMMENTS,
    min_coverage: Annotated[
        int,
        typer.Option(
            "--min-coverage", min=0, max=100, help="End with 1 where fewer per cent are filled."
        ),
    ] = 0,
    xliff: Annotated[
        XliffVersion, typer.Option("--xliff", help="Version of an .xlf file.")
    ] = XliffVersion.V1_2,
    copy_source: Annotated[
        bool,
        typer.Option(
            "--copy-source",
            help="For OmegaT: every target of the .xlf is its source, matches stand beside it.",
        ),
    ] = False,
    no_tm: Annotated[
        bool, typer.Option("--no-tm", help="Ask no memory; only what a rule says is filled.")
    ] = False,
    source_format: From = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Fill a document from memories and write it in the other language.

    A .docx comes out as it went in: layout, numbers, notes, tables, links and formatting are kept;
    masthead and labels are in the target's form. What no memory has stays in the source language.
    Every filled segment is marked with where it came from; doubtful matches are offered in the
    mark and not filled in. An .html page shows both languages side by side.

    An .xlf (XLIFF), .po, .tsv or .xlsx file holds the segments in both languages for a translation
    tool or a spreadsheet; `undraft import-translation` brings it back into the Word file.
    """
    if no_tm and tm:
        raise UsageError("Give either --tm or --no-tm, not both.")
    write = writer_for(output, xliff=xliff.value, copied=copy_source)
    foresee(output, force=force, inputs=[file])
    name = source_format.value if source_format else None
    loaded = load(file, name=name, options=ReadOptions(profile=profile.profile))
    made = _made(
        loaded,
        other_language(loaded.document.language, to),
        () if no_tm else memory_names(tm),
        minimum,
    )
    write_output(output, write(made, marks.value), force=force, inputs=[file])
    coverage = made.coverage
    if as_json:
        emit_json("pretranslation/1", [loaded.input], _as_json(made, output))
    else:
        counts = {name: count for name, count in made.counts().items() if count}
        emit(f"{output}: {coverage:.1f} % filled")
        emit(f"    {sum(counts.values())} segments: {_listed(counts)}")
    if marks is MarksChoice.COMMENTS and output.suffix.lower() == ".docx":
        _warn_of_notes(loaded)
    if coverage < min_coverage:
        announce(
            "{coverage} % is below the {least} % asked for (--min-coverage).",
            coverage=f"{coverage:.1f}",
            least=min_coverage,
        )
        raise typer.Exit(1)


def _made(
    loaded: Loaded, target: Language, memories: tuple[str, ...], minimum: int
) -> Pretranslated:
    desk = lay_out(loaded, target)
    with indexing() as told:
        opened = open_memories(memories, (desk.source, target), told)
    tell_left_out(opened)
    with progress("filling", len(desk.segments)) as tick:
        return fill(desk, opened, minimum=minimum, tick=tick)


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _warn_of_notes(loaded: Loaded) -> None:
    """Tell of a fault of LibreOffice 7: it mixes up footnotes that have comments between them."""
    if sum(len(block.notes) for block in loaded.document.blocks) > 1:
        announce(
            "note: LibreOffice 7 shows footnotes wrongly that have comments between them; the file "
            "itself is right. To work in LibreOffice, use --marks colour."
        )


def _as_json(made: Pretranslated, output: Path) -> dict[str, Any]:
    segments = [
        {
            "id": one.id,
            "path": one.path,
            "kind": one.kind,
            "place": one.place,
            "source": shown(one.source),
            **_translation(made.translations[one.id]),
        }
        for one in made.desk.segments
    ]
    return {
        "path": str(output),
        "source_lang": made.desk.source.code,
        "target_lang": made.desk.target.code,
        "coverage": round(made.coverage, 2),
        "counts": made.counts(),
        "segments": segments,
    }


def _translation(one: Translation) -> dict[str, Any]:
    return {
        "target": None if one.target is None else shown(one.target),
        "origin": one.answered.value,
        "score": one.score,
        "memory": {"symbol": one.symbol, "path": one.path} if one.memory else None,
        "substitutions": [list(pair) for pair in one.substitutions],
        "rivals": [{"target": rival.target, "score": rival.score} for rival in one.rivals],
        "offered": one.offered or None,
        "note": one.note or None,
    }


COMMAND = Command(
    name="pretranslate",
    function=pretranslate,
    examples=(
        "undraft pretranslate samples/CSIW_COP_WG.3_2026_L.1.en.docx --tm tm/last-year.tmx --to zh "
        "-o out/draft.pre.zh.docx",
        "undraft pretranslate samples/CSIW_COP_WG.3_2026_L.1.zh.md --tm tm/last-year.tmx --to en "
        "--marks none -o out/draft.pre.en.docx",
        "undraft pretranslate samples/CSIW_COP_WG.3_2026_L.1.en.docx --tm tm/last-year.tmx --to zh "
        "-o out/draft.pre.html",
        "undraft pretranslate samples/CSIW_COP_WG.3_2026_L.1.en.docx --tm tm/last-year.tmx --to zh "
        "--xliff 2.1 -o out/draft.xlf",
        "undraft pretranslate samples/CSIW_COP_WG.3_2026_L.1.en.docx --no-tm -o out/draft.po",
    ),
)
