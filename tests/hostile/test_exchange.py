"""Hostile exchange files: nothing is fetched, leaked or run away with; refusals are sentences."""

from pathlib import Path

import pytest

from tests.hostile.exchange_files import FILES
from tests.hostile.frame import Hostile, check_bounded, check_judged
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
    check_bounded(hostile, read, SECONDS)


@pytest.mark.parametrize("hostile", VIA_TRANSLATE, ids=lambda one: one.name)
def test_translate_toolkit_sees_no_file_that_declares_anything(hostile: Hostile) -> None:
    if hostile.holds is not None:
        assert read_exchange(hostile.data(), hostile.name, via="translate").units
        return
    with pytest.raises(InputError, match=hostile.name):
        read_exchange(hostile.data(), hostile.name, via="translate")


@pytest.mark.slow
def test_the_judge_finds_nothing_fetched_leaked_or_run_away_with(
    shared: Path, tmp_path: Path
) -> None:
    judged = [one for one in FILES if one.name.startswith(JUDGED)]
    check_judged(judged, ["tm", "import", "{}", "--tm", "store.undraft"], shared, tmp_path)
