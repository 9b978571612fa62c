"""Many pairs on a Dask cluster: a real scheduler and real workers, some of which are killed."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workflows.manifests import (
    NAMES,
    SOON,
    contents,
    manifest,
    pair,
    started,
    until_some_are_finished,
)
from toolkit.errors import UsageError
from toolkit.workflows.manifests import where as manifest_where
from toolkit.workflows.manifests.manifest import read_manifest
from toolkit.workflows.manifests.pairs import PairOptions
from toolkit.workflows.manifests.processes import one_by_one
from toolkit.workflows.manifests.runs import run_manifest
from toolkit.workflows.manifests.where import runner_of

COPIES = 6
SCHEDULER = "distributed.cli.dask_scheduler --host 127.0.0.1 --port 0 --no-dashboard --no-show"

pytestmark = pytest.mark.slow


def until(log: Path, pattern: str) -> re.Match[str]:
    """Wait until a log says something."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if found := re.search(pattern, log.read_text(encoding="utf-8")):
            return found
        time.sleep(0.05)
    pytest.fail(f"never said {pattern}:\n{log.read_text(encoding='utf-8')}")


class Cluster:
    """A scheduler and two workers, each a process."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        log = folder / "scheduler.log"
        self.scheduler = stack.enter_context(started(*SCHEDULER.split(), log=log))
        self.address = until(log, r"Scheduler at:\s+(tcp://127.0.0.1:\d+)")[1]
        self.workers = [self._worker(folder / f"worker{n}.log", stack) for n in range(2)]

    def _worker(self, log: Path, stack: ExitStack) -> subprocess.Popen[bytes]:
        words = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        process = stack.enter_context(
            started("distributed.cli.dask_worker", self.address, *words, log=log)
        )
        until(log, "Registered to")
        return process


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("cluster"), stack)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    """Return a manifest of several pairs, one of them bad, and what one process makes of it."""
    folder = tmp_path_factory.mktemp("pairs")
    lines = [pair(NAMES[n % 2], folder, f"copy{n}") for n in range(COPIES)]
    path = manifest(folder, *lines, "absent.en.md\tabsent.zh.md")
    out = folder / "alone"
    run_manifest(read_manifest(path, out), PairOptions(), one_by_one, folder=out)
    return path, contents(out)


@contextmanager
def running(path: str, out: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    words = ("toolkit", "align", "--manifest", path, "-o", str(out), "--cluster", address)
    log = out.with_suffix(".log")
    with started(*words, log=log) as process:
        yield process


def test_a_killed_run_goes_on_and_makes_the_same_bytes(
    cluster: Cluster, pairs: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    path, expected = pairs
    out = tmp_path / "out"
    with running(path, out, cluster.address) as process:
        until_some_are_finished(out)
        process.send_signal(signal.SIGKILL)
        process.wait()
    first = contents(out)
    assert 2 <= len(first) < len(expected), "it was killed too late to show anything"
    with running(path, out, cluster.address) as process:
        assert process.wait(SOON) == 3, "the absent file is told"
    said = out.with_suffix(".log").read_text(encoding="utf-8")
    assert f"{COPIES + 1} pairs: " in said
    assert re.search(r"[1-9] kept", said)
    assert contents(out) == expected


def test_a_killed_worker_costs_nothing_but_time(
    cluster: Cluster, pairs: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    path, expected = pairs
    out = tmp_path / "out"
    with running(path, out, cluster.address) as process:
        until_some_are_finished(out)
        cluster.workers[0].kill()
        cluster.workers[0].wait()
        assert process.wait(SOON) == 3
    assert contents(out) == expected


def test_a_lost_scheduler_is_told_and_what_is_finished_is_kept(
    cluster: Cluster, pairs: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    path, expected = pairs
    out = tmp_path / "out"
    with running(path, out, cluster.address) as process:
        until_some_are_finished(out)
        cluster.scheduler.kill()
        assert process.wait(2 * SOON) == 2
    said = out.with_suffix(".log").read_text(encoding="utf-8").splitlines()
    assert len(said) == 1
    assert "run the same command again" in said[0]
    done = run_manifest(read_manifest(path, out), PairOptions(), one_by_one, folder=out)
    assert sum(one.kept for one in done) >= 1
    assert contents(out) == expected


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1:1", "what://127.0.0.1:1"])
def test_an_address_where_nobody_is_is_told(address: str) -> None:
    on_cluster = import_module("toolkit.workflows.manifests.cluster").on_cluster
    with pytest.raises(UsageError, match=f"--cluster {address}: no Dask scheduler answers there"):
        list(on_cluster(address, patience=1.0)(iter([])))


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    on_cluster = import_module("toolkit.workflows.manifests.cluster").on_cluster
    log = tmp_path / "scheduler.log"
    with started(*SCHEDULER.split(), log=log):
        address = until(log, r"Scheduler at:\s+(tcp://127.0.0.1:\d+)")[1]
        with pytest.raises(UsageError, match="the scheduler has no workers"):
            list(on_cluster(address, patience=1.0)(iter([])))


def test_the_page_on_alignment_names_the_programs_and_the_option() -> None:
    text = (ROOT / "docs" / "alignment.md").read_text(encoding="utf-8")
    section = text[text.index("### On a cluster") :]
    dask = Path(sys.executable).with_name("dask")
    for words in ("dask scheduler", "dask worker"):
        assert f"\n{words} " in section
        ran = subprocess.run([dask, words.split()[1], "--help"], capture_output=True, check=False)
        assert ran.returncode == 0
    (line,) = re.findall(r"^undraft (align .*) --cluster tcp://\S+$", section, re.MULTILINE)
    ran = subprocess.run(
        [sys.executable, "-m", "toolkit", *line.split(), "--cluster", "nonsense"],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 3  # the manifest of the page is not here
    assert b"pairs.tsv was not found" in ran.stderr


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ModuleNotFoundError("No module named 'distributed'", name="distributed")

    monkeypatch.setattr(manifest_where, "import_module", absent)
    with pytest.raises(UsageError, match=r"needs the package distributed.*undraft\[cluster\]"):
        runner_of(1, "127.0.0.1:8786")
