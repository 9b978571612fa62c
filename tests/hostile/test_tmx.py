"""Hostile TMX: nothing is fetched, leaked or run away with; what is refused is refused clearly."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.tmx_files import FILES, Hostile, make
from toolkit.errors import MemoryStoreError
from toolkit.tmx.read import TmxReading

PORT = 8899  # of the judge's own server
SECONDS = 20  # of processor time


def read(data: bytes, name: str) -> list[str] | str:
    """Return the sources of a file's units, or the sentence that refuses it."""
    try:
        return [unit.source for unit in TmxReading(data, name).units()]
    except MemoryStoreError as error:
        return str(error)


@pytest.mark.parametrize("hostile", FILES, ids=lambda one: one.name)
def test_a_hostile_file_is_read_safely_or_refused_in_a_sentence(hostile: Hostile) -> None:
    data = hostile.data()
    began = time.process_time()
    found = read(data, hostile.name)
    assert time.process_time() - began < SECONDS
    if hostile.units is None:
        assert isinstance(found, str)
        assert hostile.name in found
        assert "\n" not in found
        assert len(found) < 400
    else:
        assert len(found) == hostile.units
        assert not any("root:" in source or source == "" for source in found)


def test_words_around_comments_are_all_there(tmp_path: Path) -> None:
    (found,) = [one for one in FILES if one.name == "comments-in-words"]
    (unit,) = TmxReading(found.data()).units()
    assert unit.source == "abc<"


MEASURED = """
import resource, sys
from pathlib import Path
from toolkit.errors import MemoryStoreError
from toolkit.tmx.read import TmxReading
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    list(TmxReading(Path(sys.argv[1])).entries())
except MemoryStoreError:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_what_is_no_unit_is_not_kept_in_memory(tmp_path: Path) -> None:
    (junk,) = [one for one in FILES if one.name == "packed-junk"]
    make([junk], tmp_path)
    command = [sys.executable, "-c", MEASURED, str(tmp_path / "packed-junk.tmx")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(ran.stdout) < 100


def wait_for_the_door() -> None:
    """Wait until no other test listens where the judge will."""
    for _ in range(240):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", PORT)):
                return
        time.sleep(0.5)


@pytest.mark.slow
def test_the_judge_finds_nothing_fetched_leaked_or_run_away_with(
    shared: Path, tmp_path: Path
) -> None:
    wait_for_the_door()
    folder = tmp_path / "set"
    folder.mkdir()
    judged = FILES[:20]  # those that would fetch, leak or swell, each in a process of its own
    make(judged, folder)
    report = tmp_path / "report.tsv"
    judge = [sys.executable, str(shared / "tools" / "hostile" / "run_hostile.py")]
    limits = ["--dir", str(folder), "--mem", "512", "--time", "60", "--out", str(report)]
    tool = [sys.executable, "-m", "toolkit", "tm", "import", "{}", "--tm", "store.undraft"]
    ran = subprocess.run(
        [*judge, *limits, "--", *tool],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()[1:]]
    assert ran.returncode == 0, [row for row in rows if row[1] not in ("ok", "clean-error")]
    verdicts = {row[0].removesuffix(".tmx"): row[1] for row in rows}
    expected = {one.name: "clean-error" if one.units is None else "ok" for one in judged}
    assert verdicts == expected
