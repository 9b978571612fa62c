"""Hostile termbases: nothing is fetched, leaked or run away with; refusals are one clear line."""

import time
from pathlib import Path

import pytest

from tests.hostile.frame import Hostile, check_bounded, check_judged
from tests.hostile.tbx_files import FILES
from toolkit.errors import InputError, UndraftError
from toolkit.terms import read_termbase
from toolkit.terms.foreign import read_foreign
from toolkit.terms.tbx_writing import write_tbx
from toolkit.terms.uses import Vocabulary

SECONDS = 10  # of processor time


def read(data: bytes, name: str) -> list[str] | str:
    """Return the terms of a file, or the sentence that refuses it."""
    try:
        base = read_termbase(data, name).termbase
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
    found = check_bounded(hostile, read, SECONDS)
    if hostile.holds is None:
        declares = b"<!DOCTYPE martif [" in hostile.data()
        assert ("declares entities or attributes of its own" in found) == declares


@pytest.mark.parametrize("hostile", [one for one in FILES if one.holds], ids=lambda one: one.name)
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
    judged = FILES[:20]  # those that would fetch, leak or swell
    check_judged(judged, ["term", "import", "{}", "-o", "made.tbx"], shared, tmp_path)
