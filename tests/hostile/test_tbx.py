"""Hostile termbases: nothing is fetched, leaked or run away with; refusals are one clear line."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.tbx_files import FILES, Hostile
from tests.hostile.test_tmx import wait_for_the_door
from toolkit.errors import InputError, UndraftError
from toolkit.terms import read_termbase
from toolkit.terms.foreign import read_foreign
from toolkit.terms.tbx_writing import write_tbx
from toolkit.terms.uses import Vocabulary

SECONDS = 10  # of processor time


def read(hostile: Hostile) -> list[str] | str:
    """Return the terms of a file, or the sentence that refuses it."""
    try:
        base = read_termbase(hostile.data(), hostile.name).termbase
    except InputError as error:
        return str(error)
    return [
        term.text
        for concept in base.concepts
        for section in concept.sections
        for term in section.terms
    ]


@pytest.mark.parametrize("hostile", FILES, ids=lambda one: one.name)
def test_a_hostile_file_is_read_safely_or_refused_in_a_line(hostile: Hostile) -> None:
    began = time.process_time()
    found = read(hostile)
    assert time.process_time() - began < SECONDS
    if hostile.terms is None:
        assert isinstance(found, str), found[:3]
        assert hostile.name in found
        assert "\n" not in found
        assert len(found) < 400
        declares = b"<!DOCTYPE martif [" in hostile.data()
        assert ("declares entities or attributes of its own" in found) == declares
    else:
        assert not isinstance(found, str), found
        assert len(found) == hostile.terms
        assert not any("root:" in term or not term.strip() for term in found)


@pytest.mark.parametrize("hostile", [one for one in FILES if one.terms], ids=lambda one: one.name)
def test_what_is_read_can_be_written_and_looked_for(hostile: Hostile) -> None:
    base = read_termbase(hostile.data(), hostile.name).termbase
    again, _ = write_tbx(base)
    assert read_termbase(again, "again.tbx").termbase.concepts
    vocabulary = Vocabulary(base, "en")
    began = time.process_time()
    list(vocabulary.concepts("a" * 50_000 + " lamp 1 .* " * 1_000))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("hostile", FILES, ids=lambda one: one.name)
def test_translate_toolkit_is_not_led_astray(hostile: Hostile) -> None:
    data = hostile.data()
    if len(data) > 300_000:
        return  # bounded by the size alone; its readers are slow
    said = through_translate(data, hostile.name)
    assert "root:" not in said
    assert said == "read" or (hostile.name in said and "\n" not in said)


def through_translate(data: bytes, name: str) -> str:
    """Return "read", the terms that were leaked, or the sentence that refuses the file."""
    try:
        base, _ = read_foreign(data, name, ("en", "zh"))
    except UndraftError as error:
        return str(error)
    forms = [t.text for c in base.concepts for s in c.sections for t in s.terms]
    return next((form for form in forms if "root:" in form), "read")


@pytest.mark.slow
def test_the_judge_finds_nothing_fetched_leaked_or_run_away_with(
    shared: Path, tmp_path: Path
) -> None:
    wait_for_the_door()
    folder = tmp_path / "set"
    folder.mkdir()
    judged = FILES[:20]  # those that would fetch, leak or swell, each in a process of its own
    for one in judged:
        (folder / one.name).write_bytes(one.data())
    report = tmp_path / "report.tsv"
    judge = [sys.executable, str(shared / "tools" / "hostile" / "run_hostile.py")]
    limits = ["--dir", str(folder), "--mem", "512", "--time", "60", "--out", str(report)]
    tool = [sys.executable, "-m", "toolkit", "term", "import", "{}", "-o", "made.tbx"]
    ran = subprocess.run(
        [*judge, *limits, "--", *tool],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()[1:]]
    assert ran.returncode == 0, [row for row in rows if row[1] not in ("ok", "clean-error")]
    verdicts = {row[0]: row[1] for row in rows}
    expected = {one.name: "clean-error" if one.terms is None else "ok" for one in judged}
    assert verdicts == expected
