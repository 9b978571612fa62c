"""docs/translators-day.md, run as it stands: the sample addendum through OmegaT and back."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from tests.conftest import ROOT, SAMPLES
from tests.programs import needs_omegat
from tests.validity import faults, schema_faults
from toolkit.readers.registry import read_bytes

pytestmark = [pytest.mark.office, pytest.mark.slow]

PAGE = (ROOT / "docs" / "translators-day.md").read_text(encoding="utf-8")
ORIGINAL = "CSIW_COP_WG.3_2026_L.1_Add.2"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_day_goes_as_the_page_says(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_omegat()
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES, "samples")
    Path("tm").mkdir()
    shutil.copy(ROOT / "tm" / "sample.tmx", "tm/last-year.tmx")
    said: dict[str, str] = {}
    for kind, content in BLOCK.findall(PAGE):
        if kind == "xml":
            Path("desk/omegat.project").write_text(content, encoding="utf-8")
        elif kind == "tsv":
            typed(Path("out/rest.tsv"), content)
        else:
            for line in re.findall(r"^\$ (.+)$", content, re.MULTILINE):
                said[line] = run(line)
    answers = list(said.items())
    holds(answers, shared)


def run(line: str) -> str:
    """Run a line of the page; it does what it says."""
    if line.startswith("undraft "):
        ran = type_command(line)
        assert ran.code == 0, f"{line}\n{ran.out}\n{ran.err}"
        return ran.out + ran.err
    other = subprocess.run(line.split(), capture_output=True, text=True, check=False)
    assert other.returncode == 0, f"{line}\n{other.stdout}\n{other.stderr}"
    return other.stdout


def typed(table: Path, lines: str) -> None:
    """Fill in a table as a person does: the translation, and that it is reviewed."""
    wanted = dict(line.split("\t") for line in lines.splitlines())
    text = table.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter="\t"))
    names = next(row for row in rows if row[:1] == ["id"])
    for row in rows:
        if row[0] in wanted:
            row[names.index("target")] = wanted.pop(row[0])
            row[names.index("state")] = "reviewed"
    assert not wanted, "lines of the page that are not in the table"
    with table.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter="\t").writerows(rows)


def holds(answers: list[tuple[str, str]], shared: Path) -> None:
    """Hold that what the page says of the results is so."""
    of = {line.split(" -o ")[-1] if " -o " in line else line: told for line, told in answers}
    back = of["out/second.zh.docx --tm tm/ours.undraft"]
    assert "74 segments: 66 reviewed, 8 untranslated" in back
    done = of["out/add2.zh.docx --tm tm/ours.undraft"]
    assert "untranslated" not in done
    checks = [told for line, told in answers if " check --pair " in line]
    assert len(checks) == 2
    assert all("Nothing found." in told for told in checks), checks
    first, last = (told for line, told in answers if line.startswith("undraft analyze "))
    assert 20 < share(first) < 40
    assert share(last) > 99
    for name in ("first", "second", "add2"):
        data = Path(f"out/{name}.zh.docx").read_bytes()
        assert faults(data) == []
        assert schema_faults(data, shared) == []
    made = read_bytes(Path("out/add2.zh.docx").read_bytes(), "add2").document
    ours = read_bytes((SAMPLES / f"{ORIGINAL}.zh.docx").read_bytes(), "sample").document
    assert [(b.kind, b.label, b.path) for b in made.blocks] == [
        (b.kind, b.label, b.path) for b in ours.blocks
    ]
    same = sum(one.text == other.text for one, other in zip(made.blocks, ours.blocks, strict=True))
    assert same >= len(ours.blocks) - 4  # the sentences that are typed on the page
    assert "缔约方会议" in Path("out/ours.tmx").read_text(encoding="utf-8")


def share(analysis: str) -> float:
    """Return the share of the words that are in the memory, 0-100."""
    found = re.search(r"^\s*none\s+[\d,]+\s+[\d,]+\s+([\d.]+) %", analysis, re.MULTILINE)
    assert found, analysis
    return 100 - float(found[1])


def test_the_pictures_of_the_page_are_there_and_small() -> None:
    names = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE)
    assert len(names) == 2
    for name in names:
        picture = (ROOT / "docs" / name).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 200_000
