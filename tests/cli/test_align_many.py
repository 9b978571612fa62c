"""Many pairs, and pairs that are none, at the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Ran
from toolkit.workflows.installed.shipped import schema_text

ADDENDA = [f"samples/CSIW_COP_WG.3_2026_L.1_Add.{n}" for n in (1, 2)]


@pytest.fixture
def manifest(desk: Path) -> str:
    """Return the name of a manifest at the desk, with a pair that cannot be aligned."""
    lines = [f"../{name}.en.md\t../{name}.zh.md" for name in ADDENDA]
    lines.append(f"../{ADDENDA[0]}.en.md\t../{ADDENDA[1]}.en.md\tbad.tmx")
    (desk / "lists").mkdir(exist_ok=True)
    (desk / "lists" / "pairs.tsv").write_text("\n".join(lines), encoding="utf-8")
    return "lists/pairs.tsv"


def test_a_run_tells_what_became_of_each_pair_and_goes_on(
    manifest: str, undraft: Callable[..., Ran]
) -> None:
    line = f"undraft align --manifest {manifest} -o out/many"
    first = undraft(line)
    assert first.code == 2
    assert first.out.splitlines()[0].endswith("sure")
    assert "not made: " in first.out.splitlines()[2]
    assert "same language" in first.out.splitlines()[2]
    assert first.err.splitlines()[-1] == "3 pairs: 2 aligned, 1 failed"
    again = undraft(f"{line} --json")
    assert again.code == 2
    assert again.err.splitlines()[-1] == "3 pairs: 2 kept, 1 failed"
    jsonschema.validate(again.json, json.loads(schema_text("alignments")))
    assert [one["state"] for one in again.json["pairs"]] == ["kept", "kept", "failed"]
    assert [one["exit"] for one in again.json["pairs"]] == [0, 0, 2]
    assert again.json["summary"] == {"aligned": 0, "kept": 2, "failed": 1}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--jobs 2 --cluster 127.0.0.1:1 -o out/x", "a cluster has its own workers"),
        ("--format json -o out/x", "makes no JSON files"),
        ("", "needs a folder"),
        ("samples/a.en.md samples/a.zh.md -o out/x", "leave out one of the two"),
        ("--apply out/review.xlsx -o out/x", "leave out one of the two"),
    ],
)
def test_a_run_that_cannot_be_is_refused(
    manifest: str, undraft: Callable[..., Ran], options: str, words: str
) -> None:
    ran = undraft(f"undraft align --manifest {manifest} {options}")
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize("option", ["--jobs 2", "--cluster 127.0.0.1:8786"])
def test_workers_are_for_many_pairs(undraft: Callable[..., Ran], option: str) -> None:
    ran = undraft(f"undraft align {ADDENDA[0]}.en.md {ADDENDA[0]}.zh.md {option}")
    assert ran.code == 2
    assert "are for --manifest" in ran.err


def test_below_the_floor_nothing_is_written_and_the_code_is_one(
    desk: Path, undraft: Callable[..., Ran]
) -> None:
    line = f"undraft align {ADDENDA[0]}.en.md {ADDENDA[1]}.zh.md -o out/wrong.tmx"
    ran = undraft(f"{line} --min-confidence 0.5")
    assert ran.code == 1
    assert "doubt: the two hardly correspond" in ran.err
    assert "Nothing was written" in ran.err
    assert not (desk / "out" / "wrong.tmx").exists()


def test_doubts_are_in_the_json_and_on_the_page(undraft: Callable[..., Ran]) -> None:
    line = f"undraft align {ADDENDA[0]}.en.md {ADDENDA[1]}.zh.md"
    told = undraft(f"{line} --json").json["doubts"]
    assert any("hardly correspond" in one for one in told)
    page = undraft(f"{line} --format html").out
    assert "the two hardly correspond" in page
