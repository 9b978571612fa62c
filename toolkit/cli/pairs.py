"""Many pairs at the command line: a bar while they are aligned, then what became of each."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from toolkit.cli.output import emit, emit_json, note
from toolkit.cli.progress import progress
from toolkit.errors import UsageError
from toolkit.workflows.alignment.files import AlignFormat
from toolkit.workflows.documents.files import read_input
from toolkit.workflows.manifests.manifest import read_manifest
from toolkit.workflows.manifests.pairs import PairOptions
from toolkit.workflows.manifests.runs import PairDone, exit_code_of, run_manifest
from toolkit.workflows.manifests.where import runner_of


def align_many(
    manifest: str,
    folder: Path | None,
    options: PairOptions,
    *,
    jobs: int,
    cluster: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Align the pairs of a manifest and tell what became of each.

    Raises:
        UsageError: no folder, a format that is for one pair, or nowhere to align.
        typer.Exit: with the gravest of the pairs' exit codes, when one failed.
    """
    if folder is None:
        raise UsageError("--manifest needs a folder for what it makes: -o FOLDER.")
    if options.made is AlignFormat.JSON:
        raise UsageError("--manifest makes no JSON files; --json tells of the run as a whole.")
    if cluster is not None and jobs > 1:
        raise UsageError("--jobs is for this machine; a cluster has its own workers.")
    pairs = read_manifest(manifest, folder, options.made)
    runner = runner_of(jobs, cluster)
    with progress("aligning", len(pairs)) as tick:
        done = run_manifest(pairs, options, runner, folder=folder, force=force, tick=tick)
    if as_json:
        payload = {"pairs": [_as_json(one) for one in done], "summary": _summary(done)}
        emit_json("alignments/1", [read_input(manifest)], payload)
    else:
        for one in done:
            emit(_line(one))
            for sentence in one.doubts:
                emit(f"  doubt: {sentence}")
    note(_counts(done))
    if code := exit_code_of(done):
        raise typer.Exit(code)


def _line(done: PairDone) -> str:
    if done.error:
        return f"{done.job.output}: not made: {done.error}"
    kept = ", finished before" if done.kept else ""
    return f"{done.job.output}: {done.confidence or 0:.2f} sure{kept}"


def _counts(done: Sequence[PairDone]) -> str:
    said = [f"{count} {what}" for what, count in _summary(done).items() if count]
    return f"{len(done)} pairs: {', '.join(said)}"


def _summary(done: Sequence[PairDone]) -> dict[str, int]:
    counts = Counter(_state(one) for one in done)
    return {what: counts[what] for what in ("aligned", "kept", "failed")}


def _state(done: PairDone) -> str:
    if done.error:
        return "failed"
    return "kept" if done.kept else "aligned"


def _as_json(done: PairDone) -> dict[str, Any]:
    return {
        "source": done.job.source,
        "target": done.job.target,
        "output": None if done.error else str(done.job.output),
        "confidence": done.confidence,
        "error": done.error or None,
        "doubts": list(done.doubts),
        "state": _state(done),
        "exit": int(done.exit_code),
    }
