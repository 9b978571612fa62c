"""Hostile TMX: nothing is fetched, leaked or run away with; what is refused is refused clearly."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.frame import Hostile, check_bounded, check_judged
from tests.hostile.tmx_files import FILES
from toolkit.errors import MemoryStoreError
from toolkit.tmx.read import TmxReading

SECONDS = 20  # of processor time


def read(data: bytes, name: str) -> list[str] | str:
    """Return the sources of a file's units, or the sentence that refuses it."""
    try:
        return [unit.source for unit in TmxReading(data, name).units()]
    except MemoryStoreError as error:
        return str(error)


@pytest.mark.parametrize("hostile", FILES, ids=lambda one: one.name)
def test_a_hostile_file_is_read_safely_or_refused_in_a_sentence(hostile: Hostile) -> None:
    check_bounded(hostile, read, SECONDS)


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
    path = tmp_path / "packed-junk.tmx"
    path.write_bytes(junk.data())
    command = [sys.executable, "-c", MEASURED, str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(ran.stdout) < 100


@pytest.mark.slow
def test_the_judge_finds_nothing_fetched_leaked_or_run_away_with(
    shared: Path, tmp_path: Path
) -> None:
    judged = FILES[:20]  # those that would fetch, leak or swell
    tool = ["tm", "import", "{}", "--tm", "store.undraft"]
    check_judged(judged, tool, shared, tmp_path, suffix=".tmx")
