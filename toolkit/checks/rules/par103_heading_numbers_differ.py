"""A heading whose number is not that of the same heading in the other version: III and 四.

Headings are compared one by one, in their order, where both versions have the same number of
them.
"""

from collections.abc import Iterator

from toolkit.checks.places import headings
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each pair of headings of which one has a number."""
    source, target = list(headings(pair.source)), list(headings(pair.target))
    if len(source) != len(target):
        return
    for ours, theirs in zip(source, target, strict=True):
        if ours.number is None and theirs.number is None:
            continue
        if ours.number == theirs.number:
            yield FINE
        else:
            yield rule.at(pair.target, theirs, source=ours.label or "–", target=theirs.label or "–")


RULE = Rule(
    code="PAR103",
    name="heading-numbers-differ",
    severity=Severity.ERROR,
    summary="A heading has different numbers in two versions",
    message="The heading is numbered {target} here, but {source} in the source. Correct the "
    "one that is wrong.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Introduction\n\n1. It met.\n\n## II. Debate\n\n2. It rose.\n",
            "## 一. 导言\n\n1. 开会。\n\n## 三. 审议情况\n\n2. 休会。\n",
        ),
    ),
    good=(
        both(
            "## I. Introduction\n\n1. It met.\n\n## II. Debate\n\n2. It rose.\n",
            "## 一. 导言\n\n1. 开会。\n\n## 二. 审议情况\n\n2. 休会。\n",
        ),
    ),
)
