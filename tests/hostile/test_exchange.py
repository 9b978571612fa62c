"""Hostile exchange files: nothing is fetched, leaked or run away with; refusals are sentences."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.exchange_files import FILES, Hostile, make
from tests.hostile.test_tmx import wait_for_the_door
from toolkit.errors import InputError
from toolkit.exchange.registry import read_exchange

SECONDS = 10  # of processor time

# Those that would fetch, leak, run or swell; the judge gives each a process of its own.
JUDGED = (
    "external-e", "external-s", "remote", "local", "schema", "xinclude", "attributes",
    "many-crossing", "plural-code", "path-of", "bomb",
)  # fmt: skip
VIA_TRANSLATE = [
    one for one in FILES if one.name.startswith(("laughs", "external", "default", "undeclared"))
]


def read(data: bytes, name: str) -> list[str] | str:
    """Return the sources of a file's units, or the sentence that refuses it."""
    try:
        return [unit.source.text for unit in read_exchange(data, name).units]
    except InputError as error:
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
        assert len(found) == hostile.units, found
        assert all(source and "root:" not in source for source in found)


@pytest.mark.parametrize("hostile", VIA_TRANSLATE, ids=lambda one: one.name)
def test_translate_toolkit_sees_no_file_that_declares_anything(hostile: Hostile) -> None:
    if hostile.units is not None:
        assert read_exchange(hostile.data(), hostile.name, via="translate").units
        return
    with pytest.raises(InputError, match=hostile.name):
        read_exchange(hostile.data(), hostile.name, via="translate")


@pytest.mark.slow
def test_the_judge_finds_nothing_fetched_leaked_or_run_away_with(
    shared: Path, tmp_path: Path
) -> None:
    wait_for_the_door()
    folder = tmp_path / "set"
    folder.mkdir()
    judged = [one for one in FILES if one.name.startswith(JUDGED)]
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
    expected = {one.name: "clean-error" if one.units is None else "ok" for one in judged}
    assert {row[0]: row[1] for row in rows} == expected
