"""Our exchange files in the programs they are for: OmegaT, gettext, translate-toolkit."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from translate.storage import factory
from translate.storage.xliff2 import Xliff2File

from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from tests.programs import needs, needs_omegat
from tests.validity import faults, schema_faults
from toolkit.exchange.po import read_po
from toolkit.model.unit import TranslationUnit
from toolkit.readers.registry import read_bytes
from toolkit.tmx.write import write_tmx

pytestmark = [pytest.mark.office, pytest.mark.slow]

ADDENDUM = SAMPLES / "CSIW_COP_WG.3_2026_L.1_Add.1.en.docx"
MEMORY = SAMPLES.parent / "tm" / "sample.tmx"
_TAG = re.compile(r"</?[a-z]+\d+/?>")


# -- OmegaT --------------------------------------------------------------------------------------
@pytest.fixture
def omegat(shared: Path, tmp_path: Path):
    """Return a function that gives OmegaT a memory and an XLIFF; what it says, and its target."""
    needs_omegat()

    def run(memory: Path, document: Path, least: int) -> tuple[dict[str, str], Path, list[str]]:
        script = str(shared / "tools" / "omegat_check.sh")
        command = ["bash", script, str(memory), str(document), "EN", "ZH-CN", str(least)]
        work = tmp_path / "omegat"
        told = {**os.environ, "WORK": str(work), "JOBTIME": "300", "SENTENCE_SEG": "false"}
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
        said = dict(line.split("=", 1) for line in ran.stdout.splitlines() if "=" in line)
        rows = (work / "segments.tsv").read_text(encoding="utf-8").splitlines()
        sources = [row.split("\t")[1].replace("\\t", "\t").replace("\\n", "\n") for row in rows]
        return said, work / "project" / "target" / document.name, sources

    return run


def test_our_xliff_goes_through_omegat_and_comes_back_with_every_code(
    omegat, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All segments of a real file, translated by OmegaT from a memory, its tags among the words."""
    monkeypatch.chdir(tmp_path)
    original = shared / "data" / "un-docx" / "A_80_604_Add.1.docx"
    out = type_command(f"undraft pretranslate {original} --no-tm --copy-source -o desk.xlf --json")
    count = len(out.json["segments"])
    blank = tmp_path / "blank.tmx"
    blank.write_bytes(write_tmx([], source_lang="en", target_lang="zh"))
    said, target, sources = omegat(blank, tmp_path / "desk.xlf", 0)
    assert int(said["segments"]) == count == len(sources)
    memory = tmp_path / "memory.tmx"
    memory.write_bytes(write_tmx(in_chinese(sources), source_lang="en", target_lang="zh"))
    said, target, _ = omegat(memory, tmp_path / "desk.xlf", count)
    assert (said["filled"], said["tag_mismatch"]) == (str(count), "0")
    back = type_command(
        f"undraft import-translation {target} --original {original} -o back.docx --tm m.undraft "
        "--fail-on note --json"
    )
    assert back.code == 0, back.err
    assert back.json["counts"] == {"reviewed": count, "unconfirmed": 0, "untranslated": 0}
    assert back.json["memory"]["created"] > count // 2
    data = (tmp_path / "back.docx").read_bytes()
    assert faults(data) == []
    assert schema_faults(data, shared) == []
    assert "航道" in "".join(block.text for block in read_bytes(data, "back.docx").document.blocks)


def in_chinese(sources: list[str]) -> Iterator[TranslationUnit]:
    """Give each source a translation of its own with the same tags."""
    for number, source in enumerate(dict.fromkeys(sources)):
        one = chr(ord("一") + number)
        words = one.join(["航道安全", *_TAG.findall(source), "号"])
        yield TranslationUnit(source=source, target=words)


def test_omegat_fills_the_sample_addendum_from_our_memory(
    omegat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    type_command(f"undraft pretranslate {ADDENDUM} --tm {MEMORY} --copy-source -o desk.xlf")
    said, target, _ = omegat(MEMORY, tmp_path / "desk.xlf", 1)
    assert said["verdict"] == "PASS", said
    line = f"undraft import-translation {target} --original {ADDENDUM} -o back.docx --json"
    back = type_command(line)
    assert back.json["counts"]["reviewed"] == int(said["filled"])
    assert {one["code"] for one in back.json["findings"]} == {"EXC105"}


# -- gettext and translate-toolkit ---------------------------------------------------------------
@pytest.fixture
def desk(tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a PO of a real file with codes, filled as far as the sample memory goes."""
    monkeypatch.chdir(tmp_path)
    original = shared / "data" / "un-docx" / "A_80_604_Add.1.docx"
    type_command(f"undraft pretranslate {original} --tm {MEMORY} -o desk.po")
    return tmp_path / "desk.po"


def test_msgfmt_has_nothing_to_say_of_our_po(desk: Path) -> None:
    command = [needs("msgfmt"), "-c", "-v", "-o", "out.mo", str(desk)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=desk.parent)
    assert ran.returncode == 0, ran.stderr
    assert "warning" not in ran.stderr
    assert re.match(r"\d+ translated messages.*\d+ untranslated messages\.\n\Z", ran.stderr)


def test_the_tools_of_translate_toolkit_take_our_po_and_give_it_back(desk: Path) -> None:
    (desk.parent / "empty.po").write_text("", encoding="utf-8")
    before = read_po(desk.read_bytes(), "desk.po")
    blank = [one for one in before.units if one.target is None and not one.source.codes]
    known = TranslationUnit(source=blank[5].source.text, target="预译的句段。")
    memory = desk.parent / "memory.tmx"
    memory.write_bytes(write_tmx([known], source_lang="en", target_lang="zh"))
    run(needs("pretranslate"), f"--tm={memory}", "-t", "empty.po", str(desk), "filled.po")
    after = read_po((desk.parent / "filled.po").read_bytes(), "filled.po")
    assert [one.id for one in after.units] == [one.id for one in before.units]
    assert [one.source for one in after.units] == [one.source for one in before.units]
    filled = {one.id: one.target.text for one in after.units if one.target is not None}
    assert filled[blank[5].id] == "预译的句段。"
    run(needs("pofilter"), "-t", "variables", "-t", "newlines", str(desk), "doubts.po")
    doubts = desk.parent / "doubts.po"
    assert not doubts.exists() or not polib.pofile(str(doubts))


def run(*command: str) -> None:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


def test_translate_toolkit_reads_every_format_of_ours(desk: Path, shared: Path) -> None:
    count = len(read_po(desk.read_bytes(), "desk.po").units)
    original = shared / "data" / "un-docx" / "A_80_604_Add.1.docx"
    type_command(f"undraft pretranslate {original} --tm {MEMORY} -o one.xlf")
    type_command(f"undraft pretranslate {original} --tm {MEMORY} --xliff 2.1 -o two.xlf")
    one = factory.getobject("one.xlf")
    two = Xliff2File.parsestring(Path("two.xlf").read_bytes())
    po = factory.getobject("desk.po")
    for store in (one, two, po):
        assert sum(not unit.isheader() for unit in store.units) == count
        assert sum(bool(unit.target) for unit in store.units if not unit.isheader()) > 2
