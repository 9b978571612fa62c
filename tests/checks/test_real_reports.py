"""The findings in two real reports are those of the page on them, each verified by reading."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.checks.run import run
from toolkit.readers.registry import read_bytes

PAGE = (ROOT / "docs" / "findings-on-real-reports.md").read_text(encoding="utf-8")
_, DRAFT, FINAL = re.split(r"^## ", PAGE, flags=re.MULTILINE)
ROW = re.compile(r"^\| ([A-Z]{3}\d{3}) \| ([^|]+) \| (\d*) +\| (\d+) \|", re.MULTILINE)


def listed(section: str) -> Counter[tuple[str, str, str]]:
    rows = ROW.findall(section.replace("|  |", "|   |"))
    return Counter({(code, place.strip(), line): int(n) for code, place, line, n in rows})


@pytest.mark.parametrize(
    ("name", "section"),
    [("draft-addendum-2.zh.txt", DRAFT), ("final-report.zh.md", FINAL)],
    ids=["draft", "final"],
)
def test_the_findings_are_those_that_were_verified(shared: Path, name: str, section: str) -> None:
    path = shared / "reports" / name
    findings = run([read_bytes(path.read_bytes(), name).document]).findings
    told = Counter(
        (one.code, one.path or "first page", one.place.removeprefix("line ")) for one in findings
    )
    assert listed(section)
    assert told == listed(section)
