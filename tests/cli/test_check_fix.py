"""``check --fix`` at the command line: where mended files go, and what is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.checks.specimens import report

TEXT = report("## I. Debate\n\n1. It  met.\n\n3. It rose.\n\n## II. Adoption of the report\n")


def undraft(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "toolkit", "check", *map(str, words), "--fail-on", "never"],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_diff_is_printed_and_nothing_written(paper: Path) -> None:
    run = undraft(paper, "--fix", "--diff")
    assert run.returncode == 0
    assert run.stdout.startswith(f"--- {paper}\n+++ {paper}\n")
    assert "-1. It  met." in run.stdout
    assert "+2. It rose." in run.stdout
    assert paper.read_text(encoding="utf-8") == TEXT
    payload = json.loads(undraft(paper, "--fix", "--diff", "--json").stdout)
    assert payload["diff"] == run.stdout
    fixes = {one["code"]: one["fix"] for one in payload["findings"] if one["fix"]}
    assert fixes["NUM101"] == {"safe": True, "renumber": "paragraph", "edits": []}
    assert fixes["TYP105"]["edits"][0]["text"] == " "


def test_in_place_and_a_second_time_nothing(paper: Path) -> None:
    assert undraft(paper, "--fix", "--in-place").returncode == 0
    mended = paper.read_text(encoding="utf-8")
    assert "1. It met.\n\n2. It rose." in mended
    assert "nothing to mend" in undraft(paper, "--fix", "--in-place").stderr
    assert paper.read_text(encoding="utf-8") == mended


def test_a_folder_takes_the_mended_files_and_inputs_stay(paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert undraft(paper, "--fix", "-o", folder).returncode == 0
    assert "2. It rose." in (folder / "paper.md").read_text(encoding="utf-8")
    assert paper.read_text(encoding="utf-8") == TEXT
    assert undraft(paper, "--fix", "-o", folder).returncode == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fix"], "Say where the mended files go"),
        (["--unsafe"], "use it with --fix"),
        (["--fix", "--in-place", "--diff"], "leave --diff"),
        (["--fix", "--tracked", "--diff"], "no Word file"),
    ],
)
def test_what_does_not_go_together_is_refused(paper: Path, words: list[str], said: str) -> None:
    run = undraft(paper, *words)
    assert run.returncode == 2
    assert said in run.stderr
    assert paper.read_text(encoding="utf-8") == TEXT


def test_an_input_is_not_written_over_by_o(paper: Path) -> None:
    assert undraft(paper, "--fix", "-o", paper).returncode == 4
    assert paper.read_text(encoding="utf-8") == TEXT


def test_a_memory_is_checked_like_a_report(samples: Path) -> None:
    run = undraft(samples.parent / "tm" / "sample.tmx", "--json")
    payload = json.loads(run.stdout)
    assert payload["findings"] == []
    assert {one["code"] for one in payload["checked"] if one["cases"]} >= {"TMX121", "TMX126"}
