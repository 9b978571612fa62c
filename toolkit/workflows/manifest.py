"""Many pairs in one run: a list of files, several processes, a memory for each pair."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError, UndraftError, UsageError
from toolkit.languages import by_code
from toolkit.workflows.aligning import align_files
from toolkit.workflows.alignment_files import as_tmx
from toolkit.workflows.files import read_input, write_output


@dataclass(frozen=True, slots=True)
class PairJob:
    """One line of a manifest and the memory it makes."""

    source: str
    target: str
    output: Path


@dataclass(frozen=True, slots=True)
class PairDone:
    """What became of a job: its confidence (0-1), or in ``error`` why there is none."""

    job: PairJob
    confidence: float = 0.0
    error: str = ""


def read_manifest(path: str, folder: Path) -> tuple[PairJob, ...]:
    """Return the jobs of a manifest: lines of SOURCE TAB TARGET, ``#`` for comments.

    Names are relative to the manifest. A memory is called after its source file.

    Raises:
        InputError: the manifest cannot be read.
        UsageError: a line is not two names, or two pairs would make one memory.
    """
    given = read_input(path)
    try:
        lines = given.data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8.") from None
    base = Path() if path == "-" else Path(path).parent
    jobs: dict[Path, PairJob] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        names = [name.strip() for name in line.split("\t")]
        if len(names) != 2 or not all(names):
            raise UsageError(f"{path}, line {number}: two file names with a tab between, please.")
        output = folder / f"{Path(names[0]).stem}.tmx"
        if output in jobs:
            raise UsageError(f"{path}, line {number}: {output} is made by another line already.")
        jobs[output] = PairJob(str(base / names[0]), str(base / names[1]), output)
    return tuple(jobs.values())


def run_manifest(
    jobs: Sequence[PairJob],
    languages: tuple[str, str],
    *,
    processes: int,
    force: bool,
    tick: Callable[[], None] = lambda: None,
) -> tuple[PairDone, ...]:
    """Align every pair, in ``processes`` at once, and write its memory; in the order given.

    A pair that cannot be aligned is told in its result and does not stop the others.
    """
    if processes == 1:
        return tuple(_ticked(_align_one(job, languages, force), tick) for job in jobs)
    with ProcessPoolExecutor(max_workers=processes) as pool:
        waiting = {pool.submit(_align_one, job, languages, force): job for job in jobs}
        done = {waiting[one]: _ticked(one.result(), tick) for one in as_completed(waiting)}
    return tuple(done[job] for job in jobs)


def _ticked(done: PairDone, tick: Callable[[], None]) -> PairDone:
    tick()
    return done


def _align_one(job: PairJob, languages: tuple[str, str], force: bool) -> PairDone:
    try:
        aligned = align_files(
            job.source, job.target, (by_code(languages[0]), by_code(languages[1]))
        )
        write_output(job.output, as_tmx(aligned), force=force, inputs=[job.source, job.target])
    except UndraftError as error:
        return PairDone(job, error=str(error))
    return PairDone(job, aligned.confidence)
