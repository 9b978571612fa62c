"""``undraft align``: two language versions to a memory."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from toolkit.align.aids import Aids
from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, Memories, SourceLang, TargetLang, language
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit, emit_bytes, envelope, foresee, note
from toolkit.cli.pairs import align_many
from toolkit.cli.session import settings
from toolkit.cli.telling import announce, deliver
from toolkit.errors import Exit, UsageError
from toolkit.languages import Language
from toolkit.workflows.alignment.aids import AidsAsked, aids_for
from toolkit.workflows.alignment.aligning import Aligned, align_files, align_segment_files
from toolkit.workflows.alignment.files import AlignFormat, as_payload, format_of
from toolkit.workflows.alignment.report import notes_on, report
from toolkit.workflows.documents.files import read_input
from toolkit.workflows.manifests.pairs import PairOptions
from toolkit.workflows.review.files import WRITERS, apply_review_file


def align(
    source: Annotated[
        str | None, typer.Argument(help="The original, or a file of its segments.")
    ] = None,
    target: Annotated[str | None, typer.Argument(help="Its translation.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="File to write: .tmx, .tsv, .json, .html, .xlsx or .review.tsv."
        ),
    ] = None,
    output_format: Annotated[
        AlignFormat | None,
        typer.Option(
            "--format",
            help="Default: by the name of -o, else tmx. xlsx and review (a table as text) are "
            "reviews to fill in.",
        ),
    ] = None,
    review: Annotated[
        str | None,
        typer.Option("--apply", help="A review that came back (.xlsx or text): put it in."),
    ] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    segmented: Annotated[
        bool, typer.Option("--segmented", help="The files are plain text, one segment a line.")
    ] = False,
    memories: Memories = None,
    srx: Annotated[
        list[str] | None,
        typer.Option("--srx", help="SRX 2.0 rules to cut sentences by; repeat for more files."),
    ] = None,
    lists: Annotated[
        bool, typer.Option("--split-lists", help="Cut run-in lists, (a) …; (b) …, into items.")
    ] = False,
    scorer: Annotated[
        str | None,
        typer.Option("--scorer", help="A scorer that another package brings, by its name."),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0, max=1, help="Below it: exit 1, no file written."),
    ] = 0.0,
    manifest: Annotated[
        str | None,
        typer.Option(
            "--manifest", help="Many pairs: a file of lines SOURCE tab TARGET; -o FOLDER."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes for --manifest.")] = 1,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", help="Dask scheduler (host:port) whose workers do --manifest."),
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Align a report with its translation and keep the pairs as a TMX memory.

    Chapters, paragraphs and recommendations pair by number, then sentences inside them. Every
    unit says which document and paragraph it comes from. Omissions and figures that differ are
    told. What a memory (--tm) has word for word is paired, and its words help with the rest.

    A review (--format xlsx or review) lists all pairs, doubtful ones first. Filled in, it comes
    back with --apply, also when the documents have changed elsewhere since. Rows whose sentences
    are gone are named, and the exit code is 1.

    Many pairs (--manifest) are aligned on the cores of this machine (--jobs) or on a Dask cluster
    (--cluster); the results are the same. A run that was ended goes on when it is started again:
    what is finished is left. A pair that fails stops no other.
    """
    languages = (
        language(source_lang or settings().source_lang),
        language(target_lang or settings().target_lang),
    )
    asked = AidsAsked(
        memories=tuple(memories or ()), srx=tuple(srx or ()), scorer=scorer, items=lists
    )
    if manifest is not None:
        _alone("--manifest aligns many pairs", source or target or review)
        options = PairOptions(
            languages=(languages[0].code, languages[1].code),
            segmented=segmented,
            made=output_format or AlignFormat.TMX,
            min_confidence=min_confidence,
            aids=_aids(replace(asked, scorer=None), languages, segmented=segmented),
            scorer=scorer,
        )
        align_many(
            manifest, output, options, jobs=jobs, cluster=cluster, force=force, as_json=as_json
        )
        return
    _alone("--jobs and --cluster are for --manifest", cluster or (jobs > 1 and "--jobs"))
    if source is None or target is None:
        raise UsageError("Give an original and its translation, or --manifest FILE.")
    chosen = AlignFormat.JSON if as_json and output is None else output_format or format_of(output)
    foresee(output, force=force, inputs=(source, target))
    given = read_input(review) if review is not None else None
    aids = _aids(asked, languages, segmented=segmented)
    aligned = (align_segment_files if segmented else align_files)(source, target, languages, aids)
    if given is not None:
        aligned = apply_review_file(aligned, given)
    _hand_out(aligned, chosen, output, least=min_confidence, force=force, as_json=as_json)


def _hand_out(
    aligned: Aligned,
    chosen: AlignFormat,
    output: Path | None,
    *,
    least: float,
    force: bool,
    as_json: bool,
) -> None:
    """Write or show the pairs, with what is to be said of them.

    Raises:
        typer.Exit: the pairs are less sure than ``least``, or rows of the review found no place.
    """
    trusted = aligned.confidence >= least
    for line in notes_on(aligned):
        note(line)
    if trusted or output is None:
        deliver(_render(aligned, chosen), output, force=force, inputs=aligned.files)
    if output is not None:
        _report(aligned, as_json=as_json)
    if not trusted:
        announce(
            "undraft: the pairs are {sure} sure, under {least}; are these two versions of one "
            "document?",
            sure=f"{aligned.confidence:.3f}",
            least=f"{least:g}",
        )
        if output is not None:
            announce("Nothing was written.")
    if not trusted or (aligned.review and aligned.review.lost):
        raise typer.Exit(Exit.FINDINGS)


def _alone(why: str, given: str | bool | None) -> None:
    if given:
        raise UsageError(f"{why}; leave out one of the two (here: {given}).")


def _aids(asked: AidsAsked, languages: tuple[Language, Language], *, segmented: bool) -> Aids:
    if segmented and (asked.srx or asked.items):
        raise UsageError(
            "--srx and --split-lists cut paragraphs; with --segmented the lines are cut already."
        )
    return aids_for(asked, languages)


def _render(aligned: Aligned, chosen: AlignFormat) -> bytes:
    if chosen is AlignFormat.JSON:
        return to_json(envelope("alignment/1", aligned.files, as_payload(aligned)))
    return WRITERS[chosen](aligned)


def _report(aligned: Aligned, *, as_json: bool) -> None:
    if as_json:
        emit_bytes(_render(aligned, AlignFormat.JSON))
        return
    for line in report(aligned):
        emit(line)


COMMAND = Command(
    name="align",
    function=align,
    examples=(
        "undraft align samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2025_6.zh.docx -o tm/last-year.tmx",
        "undraft align samples/CSIW_COP_WG.3_2026_L.1.en.md "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.md --format tsv",
        "undraft align samples/CSIW_COP_WG.3_2026_L.1.en.md "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.md -o out/pairs.html",
        "undraft align samples/CSIW_COP_WG.3_2026_L.1.en.md "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.md -o out/review.xlsx",
        "undraft align samples/CSIW_COP_WG.3_2026_L.1.en.md "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.md --apply out/review.xlsx -o out/reviewed.tmx",
    ),
)
