"""One report in three states of disorder: each must read as the same document, to the last word."""

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.model import Document
from toolkit.model.dump import dump
from toolkit.readers.registry import read_bytes

HERE = Path(__file__).parent
FORMS = ("clean.md", "messy.md", "wrapped.txt")


def without_marks(document: Document) -> Document:
    blocks = tuple(replace(block, marks=()) for block in document.blocks)
    return replace(document, blocks=blocks)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_report_reads_as_the_same_document(language: str, form: str) -> None:
    path = HERE / f"lamps.{language}.{form}"
    result = read_bytes(path.read_bytes(), str(path))
    expected = (HERE / f"lamps.{language}.dump").read_text("utf-8")
    assert dump(without_marks(result.document)) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clean_report_needs_no_repair(language: str) -> None:
    path = HERE / f"lamps.{language}.clean.md"
    assert read_bytes(path.read_bytes(), str(path)).findings == ()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("lamps.en.messy.md", {"RDR101": 2, "RDR102": 3, "RDR103": 2, "RDR104": 3, "RDR105": 3}),
        ("lamps.zh.messy.md", {"RDR101": 2, "RDR102": 3, "RDR103": 1, "RDR104": 2, "RDR105": 3}),
        ("lamps.en.wrapped.txt", {"RDR101": 2, "RDR103": 3}),
        ("lamps.zh.wrapped.txt", {}),
    ],
)
def test_each_repair_is_told(name: str, codes: dict[str, int]) -> None:
    path = HERE / name
    findings = read_bytes(path.read_bytes(), str(path)).findings
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    assert counts == codes
    assert all(finding.file == str(path) and finding.place for finding in findings)
