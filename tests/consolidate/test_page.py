"""The pages on consolidation and lineage: their commands run as they stand."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from tests.conftest import ROOT, SAMPLES

pytestmark = pytest.mark.slow


def commands(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the samples in it, to work in."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_page_on_consolidation_run(desk: Path) -> None:
    lines = commands("consolidating.md")
    assert len(lines) == 7
    for line in lines:
        ran = type_command(line)
        assert ran.code == 0, f"{line}\n{ran.err}{ran.out}"
    assert (desk / "out" / "redline.html").stat().st_size > 10_000


def test_the_lineage_of_the_consolidated_samples_is_told_in_both_languages(desk: Path) -> None:
    lines = commands("lineage.md")[:3]
    assert "--second" in lines[2]
    for line in lines:
        ran = type_command(line)
        assert ran.code == 0, f"{line}\n{ran.err}"
    told = type_command(lines[2].replace("-o out/lineage.docx", "--only rec")).out
    assert "kept 19, reworded 0, merged 0, split 0, dropped 0, new 0" in told
    assert "II/A/rec 7  ←  CSIW/COP/WG.3/2026/L.1/Add.2 II/A/rec 13" in told
    assert "The Chinese version says the same." in told
