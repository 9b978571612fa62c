"""The samples are what their README says: in step with their sources, and clean."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES
from toolkit.checks.rule import PairInput
from toolkit.checks.run import run
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Kind
from toolkit.workflows.alignment.aligning import align_files
from toolkit.workflows.alignment.files import as_tmx
from toolkit.workflows.documents.converting import TargetFormat, convert
from toolkit.workflows.documents.reading import load, order_pair

SOURCES = sorted(p for p in SAMPLES.rglob("*.md") if p.name != "README.md")
REPORTS = sorted(p.name.removesuffix(".en.md") for p in SAMPLES.glob("*.en.md"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.name)
def test_a_sample_docx_is_made_from_its_markdown(source: Path) -> None:
    """`make samples` makes them again; a diff here is to be looked at, then committed."""
    made = convert(load(str(source)).document, TargetFormat.DOCX)
    assert source.with_suffix(".docx").read_bytes() == made


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("suffix", ["md", "docx"])
def test_the_versions_of_a_report_agree_and_are_clean(name: str, suffix: str) -> None:
    pair = order_pair(
        load(str(SAMPLES / f"{name}.en.{suffix}")),
        load(str(SAMPLES / f"{name}.zh.{suffix}")),
        "en",
        "zh",
    )
    found = run((), [PairInput(pair.source.document, pair.target.document)])
    assert [f"{f.path} {f.message} {f.code}" for f in found.findings] == []
    assert sum(found.checked.values()) > 300


def test_the_final_report_is_as_long_as_a_real_one() -> None:
    document = load(str(SAMPLES / "CSIW_COP_WG.3_2025_6.en.docx")).document
    kinds = [block.kind for block in document.blocks]
    chapters = [b for b in document.blocks if b.kind is Kind.HEADING and b.level == 1]
    assert kinds.count(Kind.PARAGRAPH) >= 40
    assert kinds.count(Kind.RECOMMENDATION) >= 20
    assert len({b.path.split("/")[1] for b in document.blocks if "/rec " in b.path}) == 3
    assert [c.path for c in chapters] == ["I", "II", "III", "IV", "V", "annex"]
    assert kinds.count(Kind.TABLE) == 1
    assert sum(len(block.notes) for block in document.blocks) >= 6


def test_every_faulty_sample_has_errors_in_both_languages() -> None:
    for path in sorted((SAMPLES / "faulty").glob("*_faulty.*.docx")):
        found = run([load(str(path)).document]).findings
        assert any(one.severity is Severity.ERROR for one in found), path.name


def test_the_sample_memory_is_made_from_the_sample_report() -> None:
    """`make memory` makes it again."""
    name = SAMPLES / "CSIW_COP_WG.3_2025_6"
    languages = (by_code("en"), by_code("zh"))
    made = as_tmx(align_files(f"{name}.en.docx", f"{name}.zh.docx", languages))
    assert (ROOT / "tm" / "sample.tmx").read_bytes() == made
