"""Every check of the catalogue of conventions is a rule, or the page says why it is none."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.checks.registry import rules

PAGE = ROOT / "docs" / "checking.md"
FAMILIES = {"MAS": "MST", "XRF": "REF"}
# What another family does: terms of the base, addressee and verb apart, untranslated units.
ELSEWHERE = {"PAR07": "TRM102"}


def test_nothing_of_the_catalogue_is_passed_over(shared: Path) -> None:
    text = (shared / "un-conventions.md").read_text(encoding="utf-8")
    wanted = re.findall(r"^\| ([A-Z]{3}\d\d) \|", text, flags=re.MULTILINE)
    assert len(wanted) > 80
    page = PAGE.read_text(encoding="utf-8").partition("## Not checked")[2].partition("\n## ")[0]
    excused = set(re.findall(r"^\| ([A-Z]{3}\d\d),", page, flags=re.MULTILINE))
    known = {one.code for one in rules()}
    for name in wanted:
        family = FAMILIES.get(name[:3], name[:3])
        code = ELSEWHERE.get(name, f"{family}1{name[3:]}")
        assert code in known or f"{family}{name[3:]}" in excused, name


@pytest.mark.parametrize("section", ["Fixes", "Not checked", "Templates", "Outputs", "Settings"])
def test_the_page_has_its_sections(section: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.count(f"\n## {section}\n") == 1


def test_rules_named_in_the_page_exist() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"\b([A-Z]{3}1\d\d)\b", page))
    told_by_readers = {"RDR102", "RDR104"}
    assert named - {one.code for one in rules()} <= told_by_readers
