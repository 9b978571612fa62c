"""Every rule's own examples: the bad ones are found, the good ones are not."""

import pytest

from tests.checks.folders import of_template
from tests.checks.memories import of_memory
from toolkit.checks import Example, PairInput, Rule, Scope
from toolkit.checks.registry import rules
from toolkit.checks.run import FAILED_CODE, run
from toolkit.checks.sets import reports
from toolkit.diagnostics import Finding
from toolkit.readers.registry import read_bytes
from toolkit.terms import Termbase, read_termbase
from toolkit.workflows.alignment.facing import facing_of
from toolkit.workflows.terms.looking import terms_of, terms_of_pair

# Faults of Chinese typing alone: width, figures beside characters, numerals of articles.
CHINESE_ONLY = ("TYP101", "TYP102", "TYP104", "REF108")


def found(rule: Rule, example: Example) -> tuple[Finding, ...]:
    if rule.scope is Scope.TEMPLATE:
        return run([], templates=[of_template(example)], select=[rule.code]).findings
    if rule.scope is Scope.MEMORY:
        return run([], memories=[of_memory(example)], select=[rule.code]).findings
    document = read_bytes(example.text.encode(), "example.md", name="markdown").document
    if rule.scope is Scope.TERMS and not example.other:
        given = [terms_of(document, termbase(example))]
        return run([], terms=given, select=[rule.code]).findings
    if rule.scope is Scope.DOCUMENT:
        assert document.language == example.language
        return run([document], select=[rule.code]).findings
    other = read_bytes(example.other.encode(), "other.md", name="markdown").document
    if rule.scope is Scope.SET:
        return run([], sets=reports([document, other]), select=[rule.code]).findings
    pair = PairInput(document, other, facing_of(document, other))
    if rule.scope is Scope.TERMS:
        given = [terms_of_pair(pair, termbase(example))]
        return run([], terms=given, select=[rule.code]).findings
    return run([], [pair], select=[rule.code]).findings


def termbase(example: Example) -> Termbase:
    return read_termbase(example.terms.encode(), "terms.tsv").termbase


def examples(side: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{index}-{example.language}")
        for rule in rules()
        for index, example in enumerate(getattr(rule, side))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_is_found(rule: Rule, example: Example) -> None:
    codes = [one.code for one in found(rule, example)]
    assert FAILED_CODE not in codes
    assert rule.code in codes


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_is_not_found(rule: Rule, example: Example) -> None:
    assert [one.message for one in found(rule, example)] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_examples_in_english_and_chinese_on_both_sides(rule: Rule) -> None:
    every = (*rule.bad, *rule.good)
    assert all(bool(one.terms) == (rule.scope is Scope.TERMS) for one in every)
    alone = rule.scope is Scope.DOCUMENT or (
        rule.scope is Scope.TERMS and not any(one.other for one in every)
    )
    if not alone:
        assert all(one.other for one in every)
        assert rule.bad
        assert rule.good
        return
    assert {one.language for one in rule.good} >= {"en", "zh"}
    if rule.code not in CHINESE_ONLY:
        assert {one.language for one in rule.bad} >= {"en", "zh"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_findings_span_lies_in_the_block_it_names(rule: Rule) -> None:
    for example in rule.bad:
        for one in found(rule, example):
            if one.start is not None and one.end is not None:
                assert 0 <= one.start < one.end <= len(one.snippet), one
