"""One defect at a time is planted in clean documents of every format, and has to be found."""

import pytest

from tests.checks.mutations import (
    DEFECTS,
    EN,
    FORMATS,
    PAGE,
    ZH,
    Mutant,
    found,
    in_format,
    mutants,
    read,
)
from toolkit.checks import PairInput
from toolkit.checks.registry import rules
from toolkit.checks.rule import Scope
from toolkit.checks.run import FAILED_CODE, run
from toolkit.diagnostics import Severity


def codes(english: str, chinese: str) -> set[str]:
    pair = PairInput(read(english, "en"), read(chinese, "zh"))
    findings = run([], [pair]).findings
    assert [one.message for one in findings if one.code == FAILED_CODE] == []
    return {one.code for one in findings if one.severity is not Severity.NOTE}


def test_the_clean_report_has_no_finding() -> None:
    assert codes(EN, ZH) == set()


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", [EN, ZH], ids=["en", "zh"])
def test_the_clean_report_has_no_finding_in_any_format(text: str, format_: str) -> None:
    result = run([in_format(text, "clean", format_)])
    assert [(one.code, one.message) for one in result.findings] == []
    assert sum(result.checked.values()) > 150


def planted(text: str, change: tuple[str, str]) -> str:
    assert change[0] in text, f"“{change[0]}” is not in the report"
    return text.replace(change[0], change[1])


@pytest.mark.parametrize(
    ("code", "change"), [pytest.param(c, en, id=c) for c, en, _ in DEFECTS if en]
)
def test_a_defect_planted_in_english_is_found(code: str, change: tuple[str, str]) -> None:
    assert code in codes(planted(EN, change), ZH)


@pytest.mark.parametrize(
    ("code", "change"), [pytest.param(c, zh, id=c) for c, _, zh in DEFECTS if zh]
)
def test_a_defect_planted_in_chinese_is_found(code: str, change: tuple[str, str]) -> None:
    assert code in codes(EN, planted(ZH, change))


def in_one(format_: str) -> list[Mutant]:
    return [one for one in mutants() if one.format == format_]


@pytest.mark.slow
@pytest.mark.parametrize("format_", [one for one in FORMATS if one != "markdown"])
def test_nineteen_of_twenty_mutants_are_found_in_every_format(format_: str) -> None:
    every = in_one(format_)
    missed = [one.code for one in every if not found(one)]
    assert len(every) > 200
    assert len(missed) <= len(every) / 20, missed


def test_every_rule_has_mutants_and_a_line_in_the_page() -> None:
    planted_codes = {one.code for one in mutants()}
    page = PAGE.read_text(encoding="utf-8")
    for rule in rules():
        assert rule.scope in (Scope.MEMORY, Scope.TEMPLATE) or rule.code in planted_codes
        assert f"| {rule.code} |" in page, "run python -m tests.checks.mutations"
