"""The hook for pre-commit, run by pre-commit itself in a repository of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, SAMPLES

HOOKS = ROOT / ".pre-commit-hooks.yaml"


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)


def pre_commit(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "pre_commit", *words, cwd=cwd)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a git repository whose hook is ours, run by the command that is installed here."""
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    words = hook["entry"].split()
    assert words[0] == "undraft"
    entry = " ".join([sys.executable, "-m", "toolkit", *words[1:]])
    local = {**hook, "language": "system", "entry": entry}
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}), encoding="utf-8"
    )
    assert run("git", "init", "-q", cwd=tmp_path).returncode == 0
    return tmp_path


def committed(repository: Path, source: Path, name: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(source, repository / name)
    assert run("git", "add", name, cwd=repository).returncode == 0
    return pre_commit("run", "undraft-check", cwd=repository)


def test_the_manifest_is_one_pre_commit_takes(tmp_path: Path) -> None:
    assert pre_commit("validate-manifest", str(HOOKS), cwd=tmp_path).returncode == 0


def test_a_clean_report_may_be_committed(repository: Path) -> None:
    ran = committed(repository, SAMPLES / "CSIW_COP_WG.3_2026_L.1.en.md", "draft.md")
    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout


def test_a_faulty_report_stops_the_commit_and_says_why(repository: Path) -> None:
    faulty = SAMPLES / "faulty" / "CSIW_COP_WG.3_2025_6_faulty.en.docx"
    ran = committed(repository, faulty, "report.docx")
    assert ran.returncode == 1
    assert "DAT101" in ran.stdout


def test_a_readme_is_left_alone(repository: Path) -> None:
    ran = committed(repository, ROOT / "README.md", "README.md")
    assert "no files to check" in ran.stdout
