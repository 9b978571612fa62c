"""docs/terms.md: its commands run as they stand there, and its tables are what the code has."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from tests.conftest import ROOT, SAMPLES
from toolkit.checks.registry import rules
from toolkit.quality import KEPT, OFF

PAGE = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")
LINES = [line.removeprefix("$ ") for line in PAGE.splitlines() if line.startswith("$ undraft ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("terms")
    shutil.copytree(SAMPLES, made / "samples")
    (made / "tm").mkdir()
    shutil.copy(ROOT / "tm" / "sample.tmx", made / "tm" / "last-year.tmx")
    return made


@pytest.mark.parametrize("line", LINES, ids=[f"{n}-{line[:40]}" for n, line in enumerate(LINES)])
def test_a_command_of_the_page_runs(
    line: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = type_command(line)
    assert ran.code == 0, f"{line}\n{ran.err}"


def test_the_page_tells_of_every_check_and_rule() -> None:
    for name, reason in OFF.items():
        assert f"| {name} | {reason} |" in PAGE
    for kept in KEPT.values():
        assert f"| {kept.name} | {kept.code} | {kept.severity} |" in PAGE
        assert kept.heard in PAGE
    for rule in rules():
        assert not rule.code.startswith("TRM") or f"| {rule.code} |" in PAGE
