"""A figure of one version for which the same paragraph of the other has another one.

Numbers are compared by value: 1,193 and 1 193, 32 per cent and 32%, two and 两 are the same.
Numbers in words often count nothing, as "one" and 一些; one is reported only where it stands
against another: each version has a single number that the other lacks, as with nine and 八.
A figure that only one version has, with nothing against it, is PAR112: translators say "this year"
for 2015. Dates, symbols and references have rules of their own.
"""

from collections.abc import Iterator

from toolkit.checks.compared import numbers, shown, unequal
from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that has a figure in either version."""
    for source, target in matched(pair):
        ours = numbers(source, pair.source.language)
        theirs = numbers(target, pair.target.language)
        left, right = unequal(ours, theirs)
        if not left and all(one.in_words for one in (*ours, *theirs)):
            continue
        if not left or not right:
            yield FINE
            continue
        yield rule.at(
            pair.target,
            target,
            (right[0].span.start, right[0].span.end),
            source=shown(one.span.of(source.text) for one in left),
            target=shown(one.span.of(target.text) for one in right),
        )


RULE = Rule(
    code="PAR102",
    name="figures-differ",
    severity=Severity.ERROR,
    summary="A figure differs between two versions",
    message="Figures differ: {source} only in the source, {target} only in the target. "
    "Correct the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Debate\n\n1. The service had rescued 1,193 persons.\n",
            "## 一. 审议情况\n\n1. 该机构救助了 1,139 人。\n",
        ),
        both(
            "## I. Debate\n\n1. The service had lost nine boats.\n",
            "## 一. 审议情况\n\n1. 该机构损失了八艘船。\n",
        ),
    ),
    good=(
        both(
            "## I. Debate\n\n1. The service had rescued 1,193 persons, 32 per cent of them by 2.\n",
            "## 一. 审议情况\n\n1. 该机构救助了 1 193 人，其中 32%由两艘船艇救起。\n",
        ),
    ),
)
