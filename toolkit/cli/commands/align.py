"""``undraft align``: two language versions to a memory."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.align.bead import Bead
from toolkit.align.documents import DocumentAlignment
from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, SourceLang, TargetLang, language
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import deliver, emit, emit_bytes, envelope, note
from toolkit.cli.session import settings
from toolkit.errors import Exit, UsageError
from toolkit.languages import Language
from toolkit.memory.tmx_write import write_tmx
from toolkit.workflows.aligning import (
    Provenance,
    align_lines,
    align_pair,
    harvest,
    provenance_of,
)
from toolkit.workflows.files import Input
from toolkit.workflows.reading import LoadedPair, load, order_pair

# Below this, most pairs are guesses: two different documents were probably given.
DOUBTFUL = 0.6


# Characters of a sentence that are enough to find it by.
_SHOWN = 70


class AlignFormat(StrEnum):
    """What an alignment can be written as."""

    TMX = "tmx"
    TSV = "tsv"
    JSON = "json"


class Job:
    """One alignment as it is rendered: beads, where they come from, and the doubtful points."""

    def __init__(
        self,
        beads: tuple[Bead, ...],
        inputs: tuple[Input, Input],
        languages: tuple[Language, Language],
        origin: Provenance,
        documents: DocumentAlignment | None = None,
    ) -> None:
        self.beads = beads
        self.inputs = inputs
        self.languages = languages
        self.origin = origin
        self.documents = documents

    @property
    def confidence(self) -> float:
        """Mean confidence over the segments, 0-1."""
        weights = [len(bead.source) + len(bead.target) for bead in self.beads]
        total = sum(weights) or 1
        return sum(w * b.confidence for w, b in zip(weights, self.beads, strict=True)) / total


def align(
    source: Annotated[str, typer.Argument(help="The original, or a file of its segments.")],
    target: Annotated[str, typer.Argument(help="Its translation.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="File to write: .tmx, .tsv or .json."),
    ] = None,
    output_format: Annotated[
        AlignFormat | None, typer.Option("--format", help="Default: by the name of -o, else tmx.")
    ] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    segmented: Annotated[
        bool, typer.Option("--segmented", help="The files are plain text, one segment a line.")
    ] = False,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0, max=1, help="Below it: exit 1, no file written."),
    ] = 0.0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Align a report with its translation and keep the pairs as a TMX memory.

    Chapters, paragraphs and recommendations pair by number, then sentences inside them. Every
    unit says which document and paragraph it comes from. Omissions and figures that differ are
    told on standard error.
    """
    tags = (source_lang or settings().source_lang, target_lang or settings().target_lang)
    languages = (language(tags[0]), language(tags[1]))
    job = _lines(source, target, languages) if segmented else _documents(source, target, languages)
    trusted = job.confidence >= min_confidence
    wanted = AlignFormat.JSON if as_json and output is None else _format(output_format, output)
    if trusted or output is None:
        deliver(_render(job, wanted), output, force=force, inputs=job.inputs)
    if output is not None:
        _report(job, as_json=as_json)
    if not trusted:
        note(
            f"undraft: the pairs are {job.confidence:.2f} sure, under {min_confidence:.2f}; "
            "are these two versions of one document?"
            + (" Nothing was written." if output is not None else "")
        )
        raise typer.Exit(Exit.FINDINGS)


def _documents(source: str, target: str, languages: tuple[Language, Language]) -> Job:
    codes = (languages[0].code, languages[1].code)
    if codes[0] == codes[1]:
        raise UsageError(f"Both sides are said to be {codes[0]}; two languages are needed.")
    pair = order_pair(load(source), load(target), *codes)
    if pair.swapped:
        note(f"note: {target} is the {languages[0].name} one; read as the original.")
    _doubt_symbols(pair)
    documents = align_pair(pair)
    inputs = (pair.source.input, pair.target.input)
    return Job(documents.beads, inputs, languages, provenance_of(pair), documents)


def _lines(source: str, target: str, languages: tuple[Language, Language]) -> Job:
    files = align_lines(source, target, languages)
    return Job(files.alignment.beads, files.inputs, languages, Provenance())


def _doubt_symbols(pair: LoadedPair) -> None:
    symbols = [one.document.masthead.symbol for one in (pair.source, pair.target)]
    if symbols[0] and symbols[1] and symbols[0] != symbols[1]:
        note(f"note: the two carry different symbols: {symbols[0]} and {symbols[1]}.")


def _format(given: AlignFormat | None, output: Path | None) -> AlignFormat:
    if given:
        return given
    suffix = output.suffix.lower().removeprefix(".") if output else "tmx"
    try:
        return AlignFormat(suffix)
    except ValueError:
        raise UsageError(
            f"{output}: the name must end in .tmx, .tsv or .json, or give --format."
        ) from None


def _render(job: Job, output_format: AlignFormat) -> bytes:
    match output_format:
        case AlignFormat.TSV:
            return "".join(_tsv_line(bead) for bead in job.beads).encode("utf-8")
        case AlignFormat.JSON:
            return to_json(_as_json(job))
        case AlignFormat.TMX:
            units = harvest(job.beads, job.languages, job.origin)
            source, target = job.languages
            return write_tmx(units, source_lang=source.code, target_lang=target.code)


def _tsv_line(bead: Bead) -> str:
    sides = (",".join(map(str, bead.source)), ",".join(map(str, bead.target)))
    return f"{sides[0]}\t{sides[1]}\t{bead.confidence:.4f}\n"


def _as_json(job: Job) -> dict[str, Any]:
    documents = job.documents
    differences = documents.differences if documents else ()
    return envelope(
        "alignment/1",
        job.inputs,
        {
            "beads": [_bead_as_json(bead) for bead in job.beads],
            "differences": [
                {"path": d.path, "kind": d.kind, "source": list(d.source), "target": list(d.target)}
                for d in differences
            ],
            "summary": {**(documents.summary if documents else {}), "confidence": job.confidence},
        },
    )


def _bead_as_json(bead: Bead) -> dict[str, Any]:
    return {
        "kind": bead.kind,
        "source": list(bead.source),
        "target": list(bead.target),
        "source_texts": list(bead.source_texts),
        "target_texts": list(bead.target_texts),
        "confidence": round(bead.confidence, 4),
        "path": bead.path,
        "anchors": list(bead.anchors),
    }


def _report(job: Job, *, as_json: bool) -> None:
    if as_json:
        emit_bytes(to_json(_as_json(job)))
        return
    kinds: dict[str, int] = {}
    for bead in job.beads:
        kinds[bead.kind] = kinds.get(bead.kind, 0) + 1
    listed = ", ".join(f"{k} {n}" for k, n in sorted(kinds.items(), key=lambda kv: -kv[1]))
    emit(f"pairs  {len(job.beads)} ({listed}), {job.confidence:.2f} sure on the whole")
    if job.confidence < DOUBTFUL:
        emit("doubt  the two hardly correspond: are they versions of one document?")
    _report_omissions(job.beads)
    for difference in job.documents.differences if job.documents else ():
        sides = [", ".join(side) or "-" for side in (difference.source, difference.target)]
        emit(f"differ {difference.path}: {difference.kind} {sides[0]} | {sides[1]}")


def _report_omissions(beads: tuple[Bead, ...]) -> None:
    for bead in beads:
        if not bead.source or not bead.target:
            side = "no translation" if bead.source else "no original"
            text = (bead.source_texts + bead.target_texts)[0]
            emit(f"lacks  {bead.path or bead.kind}: {side}: {_beginning(text)}")


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


COMMAND = Command(
    name="align",
    function=align,
    examples=(
        "undraft align samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2025_6.zh.docx -o tm/last-year.tmx",
        "undraft align samples/CSIW_COP_WG.3_2026_L.1.en.md "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.md --format tsv",
    ),
)
