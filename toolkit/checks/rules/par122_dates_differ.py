"""A date in one version that the other does not have in the same paragraph.

Days, ranges of days and months with a year are compared by value, not by their form.
"""

from collections.abc import Iterator

from toolkit.checks.compared import days, disagreements
from toolkit.checks.rule import Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that has any in either version."""
    return disagreements(rule, pair, days)


RULE = Rule(
    code="PAR122",
    name="dates-differ",
    severity=Severity.ERROR,
    summary="A date differs between two versions",
    message="Dates differ: {source} only in the source, {target} only in the target. Correct "
    "the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Introduction\n\n1. It met on 4 June 2029.\n",
            "## 一. 导言\n\n1. 工作组于 2029 年 6 月 5 日开会。\n",
        ),
    ),
    good=(
        both(
            "## I. Introduction\n\n1. It met on 4 June 2029.\n",
            "## 一. 导言\n\n1. 工作组于 2029 年 6 月 4 日开会。\n",
        ),
    ),
)
