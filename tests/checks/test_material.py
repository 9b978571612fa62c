"""The checker on whole documents: our samples, and two real reports."""

from pathlib import Path

import pytest

from toolkit.checks import PairInput
from toolkit.checks.run import run
from toolkit.diagnostics import Finding, Severity
from toolkit.model import Document
from toolkit.readers.registry import read_bytes

CLEAN = ("2025_6", "2026_L.1", "2026_L.1_Add.1", "2026_L.1_Add.2")


def read(path: Path) -> Document:
    return read_bytes(path.read_bytes(), path.name).document


def both(folder: Path, stem: str) -> PairInput:
    return PairInput(read(folder / f"{stem}.en.md"), read(folder / f"{stem}.zh.md"))


def found(findings: tuple[Finding, ...]) -> set[tuple[str, str, str]]:
    return {(one.code, one.file.split(".")[-2], one.path.rsplit("/", 1)[-1]) for one in findings}


@pytest.mark.parametrize("name", CLEAN)
def test_our_own_samples_have_no_error_and_no_warning(samples: Path, name: str) -> None:
    result = run([], [both(samples, f"CSIW_COP_WG.3_{name}")])
    worth_mending = [one for one in result.findings if one.severity is not Severity.NOTE]
    assert [(one.code, one.file, one.path, one.message) for one in worth_mending] == []
    assert sum(result.checked.values()) > 400


PLANTED = {
    ("MST104", "zh", ""),
    ("DAT101", "en", "para 1"),
    ("DAT101", "zh", "para 1"),
    ("TYP101", "zh", "rec 1"),
    ("REC105", "en", "rec 3"),
    ("REC105", "zh", "rec 3"),
    ("REF102", "en", "rec 4"),
    ("REF102", "zh", "rec 4"),
    ("PAR105", "zh", "rec 7"),
    ("REC101", "en", "rec 9"),
    ("REC101", "zh", "rec 9"),
    ("NUM103", "zh", "IV"),
    ("PAR103", "zh", "IV"),
    ("PAR102", "zh", "para 8"),
    ("NUM101", "en", "para 12"),
    ("NUM101", "zh", "para 12"),
    ("REF101", "en", "para 12"),
    ("REF101", "zh", "para 12"),
    ("MST107", "en", "para 15"),
    ("MST107", "zh", "para 15"),
    ("LST108", "en", "para 17"),
    ("LST108", "zh", "para 17"),
    ("LST103", "en", "para 18"),
    ("LST103", "zh", "para 18"),
    ("LST101", "en", "para 20"),
    ("LST101", "zh", "para 20"),
    ("PAR104", "zh", "para 20"),
    ("LST122", "en", "para 21"),
    ("LST122", "zh", "para 21"),
    ("LST105", "zh", "para 21"),
    ("SYM103", "zh", "(b)"),
    ("SYM101", "en", "(c)"),
    ("SYM107", "en", "para 23"),
    ("SYM107", "zh", "para 23"),
}
# True as well, and due to a planted fault: 56 States announced and one left out; a reference to
# chapter III where it is numbered IV.
CONSEQUENCES = {("CNT101", "zh", "para 20"), ("REF105", "zh", "para 3")}


def test_every_planted_fault_is_found_and_nothing_else(samples: Path) -> None:
    result = run([], [both(samples / "faulty", "CSIW_COP_WG.3_2025_6_faulty")])
    assert found(result.findings) == PLANTED | CONSEQUENCES


def test_a_real_addendum_gives_exactly_its_real_faults(shared: Path) -> None:
    result = run([read(shared / "reports" / "draft-addendum-2.zh.txt")])
    assert [(one.code, one.path, words(one)) for one in result.findings] == [
        ("HED104", "IV", ""),
        ("LST101", "IV/B/para 11", "斯里兰卡"),
        ("LST105", "IV/B/para 11", "、委内瑞拉玻利瓦尔共和国"),
        ("LST107", "IV/B/para 13", "[……]"),
    ]
    assert result.checked["NUM101"] == 13
    assert result.checked["REC101"] == 16


def test_a_real_final_report_gives_exactly_its_real_faults(shared: Path) -> None:
    result = run([read(shared / "reports" / "final-report.zh.md")])
    assert {(one.code, one.path) for one in result.findings} == {
        ("SYM104", ""),
        ("TYP101", "I/para 1"),
        ("TYP101", "I/para 2"),
        ("TYP101", "II/A/rec 1"),
        ("TYP107", "II/B/rec 21"),
        ("TYP105", "IV/B/para 58"),
        ("TYP102", "IV/E/para 68/(e)"),
        ("TYP104", "III/para 35"),
        ("TYP106", "III/para 36"),
        ("TYP106", "IV/B/para 57"),
        ("TYP106", "IV/B/para 58"),
        ("REF111", "IV/D/para 67"),
        *(("REF111", f"IV/E/para 68/({letter})") for letter in "abcde"),
        ("REF111", "V/para 69"),
    }
    assert result.checked["NUM101"] == 69
    assert result.checked["REC101"] == 39
    assert result.checked["LST101"] == 139


def words(finding: Finding) -> str:
    return finding.snippet[finding.start : finding.end] if finding.start is not None else ""
