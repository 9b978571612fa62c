"""A word that the termbase gives up: 会员国 where the body says 缔约国.

Quotations and titles of other papers are left alone: they say what was said. Longer terms of the
termbase go before shorter ones, so that a word inside another term is not looked at by itself.
English terms are found in singular and plural and in any case; abbreviations in their own case.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule, Scope, TermsInput
from toolkit.checks.terms import chinese, english, judged
from toolkit.diagnostics import Severity
from toolkit.model.terms import Standing


def check(rule: Rule, given: TermsInput) -> Iterator[Case]:
    """Look at each term of the termbase in the document."""
    yield from judged(rule, given, Standing.DEPRECATED)


_TERMS = "en\ten deprecated\tzh\tzh deprecated\nState party\tMember State\t缔约国\t会员国\n"
_EN = "## I. Debate\n\n1. {} should keep their lighthouses lit.\n"
_ZH = "## 一. 审议情况\n\n1. {}应保持灯塔照明。\n"

RULE = Rule(
    code="TRM101",
    name="deprecated-term",
    severity=Severity.WARNING,
    summary="A word is used that the termbase gives up",
    message="The termbase gives up “{found}”. Write {preferred}.",
    authority="Termbase of the project",
    check=check,
    scope=Scope.TERMS,
    bad=(english(_EN.format("Member States"), _TERMS), chinese(_ZH.format("会员国"), _TERMS)),
    good=(
        english(_EN.format("States parties"), _TERMS),
        chinese(_ZH.format("缔约国"), _TERMS),
        chinese(_ZH.format("根据题为《会员国的灯塔》的文件，缔约国"), _TERMS),
    ),
)
