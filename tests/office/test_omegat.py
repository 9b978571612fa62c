"""Our memory in a real translation tool: OmegaT fills the sample report from it."""

import gzip
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from tests.programs import needs_omegat
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.write import write_tmx

pytestmark = [pytest.mark.office, pytest.mark.slow]

REPORT = SAMPLES / "CSIW_COP_WG.3_2025_6.en.docx"
MEMORY = SAMPLES.parent / "tm" / "sample.tmx"


@pytest.fixture
def omegat(shared: Path, tmp_path: Path):
    """Return a function that gives OmegaT a memory and a document, and what it says of them."""
    needs_omegat()

    def run(memory: Path, document: Path = REPORT, least: int = 1) -> dict[str, str]:
        script = str(shared / "tools" / "omegat_check.sh")
        command = ["bash", script, str(memory), str(document), "EN", "ZH-CN", str(least)]
        told = {**os.environ, "WORK": str(tmp_path / "omegat"), "JOBTIME": "300"}
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
        return dict(line.split("=", 1) for line in ran.stdout.splitlines() if "=" in line)

    return run


def test_the_sample_memory_fills_the_sample_report(
    omegat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through a store and out again, packed: the same bytes as the memory itself."""
    monkeypatch.chdir(tmp_path)
    assert type_command(f"undraft tm import {MEMORY} --tm ours.undraft").code == 0
    assert type_command("undraft tm export ours.undraft -o out.tmx.gz").code == 0
    assert gzip.decompress((tmp_path / "out.tmx.gz").read_bytes()) == MEMORY.read_bytes()
    said = omegat(tmp_path / "out.tmx.gz", least=200)
    assert said["verdict"] == "PASS", said
    assert int(said["filled"]) >= 200
    assert said["filled"] == said["filled_found_in_target_file"]
    assert (said["wrong_language"], said["tag_mismatch"]) == ("0", "0")
    assert said["tmx_warnings"] == ""


def test_tags_of_the_tool_that_are_words_of_a_unit_fill_its_tagged_segments(
    omegat, tmp_path: Path
) -> None:
    """A memory that has tags as words, as that tool's own memories do, is written so again."""
    text = tmp_path / "note.txt"
    text.write_text("Trim <t0/>the lamp<t1/> at dusk.\n\nOil & wicks.\n", encoding="utf-8")
    pairs = (
        ("Trim <t0/>the lamp<t1/> at dusk.", "黄昏时<t0/>修剪灯芯<t1/>。"),
        ("Oil & wicks.", "油和灯芯。"),
    )
    made = [TranslationUnit(source=source, target=target) for source, target in pairs]
    memory = tmp_path / "tagged.tmx"
    memory.write_bytes(write_tmx(made, source_lang="en", target_lang="zh"))
    said = omegat(memory, text)
    assert (said["filled"], said["verdict"]) == ("2", "PASS"), said
