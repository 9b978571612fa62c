"""A figure that stands in one version only, with no other figure against it.

It may have been left out; or the other version says it in other words, as "this year" for 2015, or
repeats what the first says once. Hence only a note.
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
        if all(one.in_words for one in (*ours, *theirs)):
            continue
        left, right = unequal(ours, theirs)
        if bool(left) == bool(right):
            yield FINE
            continue
        text, lone = (source.text, left) if left else (target.text, right)
        yield rule.at(
            pair.target,
            target,
            (right[0].span.start, right[0].span.end) if right else None,
            figures=shown(one.span.of(text) for one in lone),
            version_word="source" if left else "target",
        )


_EN = "## I. Debate\n\n1. The service had rescued 1,193 persons in 24 boats.\n"
_ZH = "## 一. 审议情况\n\n1. 该机构救助了 1,193 人{}。\n"

RULE = Rule(
    code="PAR112",
    name="figure-in-one-version",
    severity=Severity.NOTE,
    summary="A figure stands in one version only",
    message="{figures}: only in the {version_word}. See whether the other version leaves it out.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("")),),
    good=(both(_EN, _ZH.format("，动用了 24 艘船")),),
)
