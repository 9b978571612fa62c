"""A word that the termbase keeps for another body, or one for all where this body has its own.

Bodies are named in the termbase as their symbols begin (XYZ/COP/WG.1), so that only a document
whose symbol is known is judged. Quotations and titles are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule, Scope, TermsInput
from toolkit.checks.terms import chinese, english, judged
from toolkit.diagnostics import Severity
from toolkit.model.terms import Standing


def check(rule: Rule, given: TermsInput) -> Iterator[Case]:
    """Look at each term of the termbase in the document."""
    yield from judged(rule, given, Standing.ELSEWHERE)


_TERMS = (
    "concept\tlanguage\tterm\tbody\n"
    "c1\ten\tState party\tXYZ\nc1\ten\tcontracting party\tABC/COP\n"
    "c1\tzh\t缔约国\tXYZ\nc1\tzh\t缔约方\tABC/COP\n"
)
_EN = "## I. Debate\n\n1. Each {} reported on its lighthouses.\n"
_ZH = "## 一. 审议情况\n\n1. 各{}报告了本国的灯塔。\n"

RULE = Rule(
    code="TRM103",
    name="term-of-another-body",
    severity=Severity.WARNING,
    summary="A word is used that this body does not use",
    message="“{found}” is not what this body says. Write {preferred}.",
    authority="Termbase of the project",
    check=check,
    scope=Scope.TERMS,
    bad=(english(_EN.format("contracting party"), _TERMS), chinese(_ZH.format("缔约方"), _TERMS)),
    good=(english(_EN.format("State party"), _TERMS), chinese(_ZH.format("缔约国"), _TERMS)),
)
