"""The commands of docs/memory.md run as they stand there, in their order."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import THIS_YEAR, type_command
from tests.conftest import ROOT, SAMPLES

PAGE = (ROOT / "docs" / "memory.md").read_text(encoding="utf-8")
LINES = [line.strip() for line in PAGE.splitlines() if line.startswith("    undraft tm ")]


def test_the_upkeep_on_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tm").mkdir()
    shutil.copy(ROOT / "tm" / "sample.tmx", tmp_path / "tm" / "last-year.tmx")
    shutil.copytree(SAMPLES, tmp_path / "samples")
    made = type_command(f"undraft align {THIS_YEAR}.en.md {THIS_YEAR}.zh.md -o drafts.tmx")
    assert made.code == 0, made.err
    lines = [line for line in LINES if "postgresql:" not in line]
    assert len(lines) >= 12
    for line in lines:
        ran = type_command(line)
        assert ran.code == 0, f"{line}\n{ran.err}"
