"""Many pairs in one run: what a manifest says, what is made, and how an ended run goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflows.manifests import NAMES, contents, manifest, pair
from toolkit.errors import Exit, InputError, UsageError, WriteRefusedError
from toolkit.workflows.alignment.files import AlignFormat
from toolkit.workflows.documents.files import Input
from toolkit.workflows.manifests import pairs as manifest_pairs
from toolkit.workflows.manifests.journal import NAME
from toolkit.workflows.manifests.manifest import read_manifest
from toolkit.workflows.manifests.pairs import PairOptions, PairResult, PairTask
from toolkit.workflows.manifests.processes import Results, Runner, Tasks, in_processes, one_by_one
from toolkit.workflows.manifests.runs import PairDone, exit_code_of, run_manifest

FIRST, SECOND, _ = NAMES
OPTIONS = PairOptions()


def run(path: str, folder: Path, runner: Runner = one_by_one, **given: object) -> list[PairDone]:
    force = bool(given.pop("force", False))
    options = replace(OPTIONS, **given)  # type: ignore[arg-type]
    jobs = read_manifest(path, folder, options.made)
    return list(run_manifest(jobs, options, runner, folder=folder, force=force))


def quick(task: PairTask) -> PairResult:
    """Stand in for an alignment where only the run around it is looked at."""
    return PairResult(data=task.source.data[::-1], confidence=0.75)


def runner_of(work: Callable[[PairTask], PairResult]) -> Runner:
    def runner(tasks: Tasks) -> Results:
        for number, task in tasks:
            yield number, work(task)

    return runner


QUICK = runner_of(quick)


def files(folder: Path, *names: str) -> str:
    """Write small source and target files and a manifest of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.en.md").write_text(f"Lamps {name}", encoding="utf-8")
        (folder / f"{name}.zh.md").write_text(f"灯 {name}", encoding="utf-8")
    return manifest(folder, *(f"{name}.en.md\t{name}.zh.md" for name in names))


def test_every_pair_makes_its_memory_and_one_bad_pair_stops_no_other(tmp_path: Path) -> None:
    lines = [pair(FIRST, tmp_path), "absent.en.md\tabsent.zh.md", pair(SECOND, tmp_path)]
    (tmp_path / "dust.md").write_bytes(b"PK\x03\x04dust")
    path = manifest(
        tmp_path, *lines, f"dust.md\t{FIRST}.zh.md", f"{FIRST}.en.md\t{SECOND}.en.md\tx.tmx"
    )
    done = run(path, tmp_path / "out")
    assert [bool(one.error) for one in done] == [False, True, False, True, True]
    assert "absent.en.md was not found" in done[1].error
    assert "same language" in done[4].error
    assert [one.exit_code for one in done] == [0, 3, 0, 3, 2]
    assert exit_code_of(done) is Exit.INPUT
    assert (done[0].confidence or 0) > 0.9
    assert sorted(contents(tmp_path / "out")) == sorted(
        [f"{SECOND}.en.tmx", f"{FIRST}.en.tmx", NAME]
    )


@pytest.mark.slow
def test_processes_make_the_same_bytes_as_none(tmp_path: Path) -> None:
    lines = [pair(FIRST, tmp_path), "absent.en.md\tabsent.zh.md", pair(SECOND, tmp_path)]
    path = manifest(tmp_path, *lines)
    one = run(path, tmp_path / "one")
    two = run(path, tmp_path / "two", in_processes(2))
    assert [(a.confidence, a.error) for a in one] == [(b.confidence, b.error) for b in two]
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_fault_of_ours_in_one_pair_is_told_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def align(source: object, *_: object) -> object:
        raise ZeroDivisionError("lamps")

    monkeypatch.setattr(manifest_pairs, "align_inputs", align)
    done = run(files(tmp_path, "a", "b"), tmp_path / "out")
    assert [one.error for one in done] == ["our own fault: ZeroDivisionError: lamps"] * 2
    assert exit_code_of(done) is Exit.OURS


def test_a_run_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    path, out = files(tmp_path, "a", "b", "c", "d"), tmp_path / "out"
    seen: list[str] = []

    def work(task: PairTask) -> PairResult:
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(task.source.path)
        return quick(task)

    with pytest.raises(KeyboardInterrupt):
        run(path, out, runner_of(work))
    assert sorted(contents(out)) == ["a.en.tmx", "b.en.tmx", NAME]
    again: list[str] = []
    done = run(path, out, runner_of(lambda task: again.append(task.source.path) or quick(task)))
    assert [Path(name).name for name in again] == ["c.en.md", "d.en.md"]
    assert [one.kept for one in done] == [True, True, False, False]
    assert [one.confidence for one in done] == [0.75] * 4
    run(path, tmp_path / "whole", QUICK)
    assert contents(out) == contents(tmp_path / "whole")


def test_a_line_of_the_journal_that_was_cut_short_is_aligned_again(tmp_path: Path) -> None:
    path, out = files(tmp_path, "a", "b"), tmp_path / "out"
    run(path, out, QUICK)
    before = contents(out)
    journal = out / NAME
    journal.write_bytes(journal.read_bytes()[:-30] + b"\n\xff[1]\n{}\n")
    done = run(path, out, QUICK)
    assert [(one.kept, one.error) for one in done] == [(True, ""), (False, "")]
    assert contents(out) == before


def test_a_changed_input_or_option_is_aligned_again_and_needs_force(tmp_path: Path) -> None:
    path, out = files(tmp_path, "a", "b"), tmp_path / "out"
    run(path, out, QUICK)
    (tmp_path / "b.en.md").write_text("Other lamps", encoding="utf-8")
    done = run(path, out, QUICK)
    assert [(one.kept, one.exit_code) for one in done] == [(True, 0), (False, 4)]
    assert "exists already" in done[1].error
    assert [one.error for one in run(path, out, QUICK, force=True)] == ["", ""]
    assert (out / "b.en.tmx").read_bytes() == b"spmal rehtO"
    assert not any(one.kept for one in run(path, out, QUICK, segmented=True))


def test_a_result_that_somebody_changed_is_not_written_over(tmp_path: Path) -> None:
    path, out = files(tmp_path, "a"), tmp_path / "out"
    run(path, out, QUICK)
    (out / "a.en.tmx").write_bytes(b"my own")
    done = run(path, out, QUICK)
    assert "exists already" in done[0].error
    assert (out / "a.en.tmx").read_bytes() == b"my own"


def test_a_folder_that_is_a_file_is_refused_before_anything_is_aligned(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("here before")
    aligned: list[PairTask] = []

    def never(task: PairTask) -> PairResult:
        aligned.append(task)
        return quick(task)

    path = manifest(tmp_path, pair(FIRST, tmp_path))
    jobs = read_manifest(path, taken, OPTIONS.made)
    with pytest.raises(WriteRefusedError, match="taken is a file; --manifest writes many files"):
        run_manifest(jobs, OPTIONS, runner_of(never), folder=taken)
    assert aligned == []
    assert taken.read_text() == "here before"


def test_a_pair_below_the_floor_makes_no_file(tmp_path: Path) -> None:
    for language, source in (("en", FIRST), ("zh", SECOND)):
        pair(source, tmp_path)
        (tmp_path / f"{source}.{language}.md").replace(tmp_path / f"wrong.{language}.md")
    path = manifest(tmp_path, pair(FIRST, tmp_path), "wrong.en.md\twrong.zh.md")
    done = run(path, tmp_path / "out", min_confidence=0.7)
    assert [bool(one.error) for one in done] == [False, True]
    assert "under 0.70" in done[1].error
    assert exit_code_of(done) is Exit.FINDINGS
    assert sorted(contents(tmp_path / "out")) == [f"{FIRST}.en.tmx", NAME]


@pytest.mark.parametrize("made", [AlignFormat.TSV, AlignFormat.REVIEW, AlignFormat.HTML])
def test_other_formats_and_names_can_be_asked_for(tmp_path: Path, made: AlignFormat) -> None:
    suffix = ".review.tsv" if made is AlignFormat.REVIEW else f".{made}"
    line = pair(FIRST, tmp_path) + f"\tdeep/er{suffix}"
    done = run(manifest(tmp_path, line), tmp_path / "out", made=made)
    assert done[0].error == ""
    assert (tmp_path / "out" / "deep" / f"er{suffix}").stat().st_size > 500


def test_plain_segments_can_be_aligned_in_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lamps are lit.\nThe oil is low.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("灯点亮了。\n油不多了。\n", encoding="utf-8")
    path = manifest(tmp_path, "a.txt\tb.txt")
    run(path, tmp_path / "out", segmented=True, made=AlignFormat.TSV)
    lines = (tmp_path / "out" / "a.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[:2] for line in lines] == [["0", "0"], ["1", "1"]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("one.md", "line 3: two file names"),
        ("one.md\ttwo.md\tthree.tmx\tfour", "line 3: two file names"),
        ("one.md\t\tthree.tmx", "line 3: two file names"),
        ("one.md\ttwo.md\tthree.md", "line 3: three.md must end in .tmx"),
        ("one.md\ttwo.md\t../three.tmx", "line 3: .* leads out of the folder"),
        ("one.md\ttwo.md\t/three.tmx", "line 3: .* leads out of the folder"),
        ("one.md\ttwo.md\tC:\\three.tmx", "line 3: .* leads out of the folder"),
        ("a/x.md\tb.md\nc/x.md\td.md", "line 4: .* by another line"),
    ],
)
def test_a_line_that_does_not_hold_is_named(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_manifest(manifest(tmp_path, line), tmp_path)


def test_a_manifest_without_pairs_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names no pair"):
        read_manifest(manifest(tmp_path), tmp_path)


def test_inputs_are_read_only_when_there_is_room(tmp_path: Path) -> None:
    path = files(tmp_path, *"abcdef")
    taken: list[int] = []

    def runner(tasks: Tasks) -> Results:
        number, task = next(tasks)
        taken.append(number)
        (tmp_path / "f.en.md").unlink()
        yield number, quick(task)
        yield from QUICK(tasks)

    done = run(path, tmp_path / "out", runner)
    assert [bool(one.error) for one in done] == [False] * 5 + [True]


class _Deadly(Input):
    """A file that ends the process it is sent to."""

    def __reduce__(self) -> tuple[object, ...]:
        return eval, ("__import__('os')._exit(9)",)


@pytest.mark.slow
def test_a_process_that_dies_takes_only_its_own_pair() -> None:
    good = PairTask(Input("a.en", b"Lamps are lit."), Input("a.zh", "灯亮了。".encode()), OPTIONS)
    deadly = replace(good, source=_Deadly("b.en", b"x"))
    results = dict(in_processes(2)(iter([(0, good), (1, deadly), (2, good)])))
    assert sorted(results) == [0, 1, 2]
    assert "died twice" in results[1].error
    assert results[1].exit_code is Exit.OURS
    assert all("died" not in results[n].error for n in (0, 2))
