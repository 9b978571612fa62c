"""A run over many pairs: what is finished is left, the rest is aligned and written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.errors import Exit, UndraftError, WriteRefusedError
from toolkit.workflows.documents.files import read_input, write_output
from toolkit.workflows.manifests.journal import (
    Entry,
    add_entry,
    digest,
    is_finished,
    read_journal,
    tidy,
)
from toolkit.workflows.manifests.manifest import PairJob
from toolkit.workflows.manifests.pairs import PairOptions, PairResult, PairTask
from toolkit.workflows.manifests.processes import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDone:
    """What became of a job: its confidence (0-1), or in ``error`` why it made no file.

    ``kept`` tells that an earlier run had finished it; ``doubts`` are as in ``PairResult``.
    """

    job: PairJob
    confidence: float | None = None
    error: str = ""
    exit_code: Exit = Exit.DONE
    kept: bool = False
    doubts: tuple[str, ...] = ()


_WORST = (Exit.OURS, Exit.INPUT, Exit.USAGE, Exit.REFUSED, Exit.MEMORY, Exit.FINDINGS)


def exit_code_of(done: Sequence[PairDone]) -> Exit:
    """Return the code a run ends with: the gravest of its pairs'."""
    codes = {one.exit_code for one in done}
    return next((code for code in _WORST if code in codes), Exit.DONE)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run under way; the dictionaries fill as it goes on."""

    jobs: Sequence[PairJob]
    options: PairOptions
    folder: Path
    force: bool
    tick: Callable[[], None]
    journal: dict[str, Entry]
    digest: str
    done: dict[int, PairDone] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)

    def tasks(self) -> Iterator[tuple[int, PairTask]]:
        """Yield what is to be aligned, read only when there is room for it."""
        for number, job in enumerate(self.jobs):
            try:
                task = PairTask(read_input(job.source), read_input(job.target), self.options)
            except UndraftError as error:
                self.settle(number, PairDone(job=job, error=str(error), exit_code=error.exit_code))
                continue
            key = self.keys[number] = task.key(self.digest)
            entry = self.journal.get(self.name(job))
            if entry and is_finished(self.folder, entry, key):
                sure, told = entry.confidence, entry.doubts
                self.settle(number, PairDone(job=job, confidence=sure, kept=True, doubts=told))
            else:
                yield number, task

    def put(self, number: int, result: PairResult) -> None:
        """Write what a pair made."""
        job, sure = self.jobs[number], result.confidence
        error, exit_code = result.error, result.exit_code
        if not error:
            try:
                self._write(number, result)
            except UndraftError as fault:
                error, exit_code = str(fault), fault.exit_code
        done = PairDone(
            job=job, confidence=sure, error=error, exit_code=exit_code, doubts=result.doubts
        )
        self.settle(number, done)

    def _write(self, number: int, result: PairResult) -> None:
        job = self.jobs[number]
        if not _is_there(job.output, result.data):
            inputs = [job.source, job.target]
            write_output(job.output, result.data, force=self.force, inputs=inputs)
        sha256, sure = digest(result.data), result.confidence or 0.0
        entry = Entry(self.name(job), self.keys[number], sha256, sure, result.doubts)
        add_entry(self.folder, entry)
        self.journal[entry.output] = entry

    def settle(self, number: int, done: PairDone) -> None:
        """Note what became of a pair."""
        self.done[number] = done
        self.tick()

    def name(self, job: PairJob) -> str:
        """Return what the journal calls the file of a job."""
        return job.output.relative_to(self.folder).as_posix()


def run_manifest(
    jobs: Sequence[PairJob],
    options: PairOptions,
    runner: Runner,
    *,
    folder: Path,
    force: bool = False,
    tick: Callable[[], None] = lambda: None,
) -> tuple[PairDone, ...]:
    """Align every pair and write its file into ``folder``; results in the order given.

    What an earlier run finished (the same inputs and options, its file untouched) is left as it
    is. A pair that cannot be aligned is told in its result and does not stop the others.

    Raises:
        WriteRefusedError: ``folder`` is a file.
        UndraftError: the runner has nowhere left to work; what was finished is kept.
    """
    if folder.exists() and not folder.is_dir():
        raise WriteRefusedError(
            f"{folder} is a file; --manifest writes many files: name a folder with -o, "
            "which need not exist. Nothing was aligned."
        )
    run = _Run(jobs, options, folder, force, tick, read_journal(folder), options.digest)
    with closing(runner(run.tasks())) as results:
        for number, result in results:
            run.put(number, result)
    tidy(folder, [run.name(job) for job in jobs], run.journal)
    return tuple(run.done[number] for number in range(len(jobs)))


def _is_there(path: Path, data: bytes) -> bool:
    """Whether a file is already what would be written: a run ended before it could say so."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
