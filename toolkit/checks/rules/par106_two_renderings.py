"""One sentence of the original, translated in two ways in one document.

Recurring sentences, such as those that open each item, are expected to be the same each time.
Figures, dates and symbols are left aside. It is only a note: the second may be better.
"""

from collections.abc import Iterator

from toolkit.checks.renderings import at_sentence, repeated
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each sentence of the original that stands there more than once."""
    for first, one in repeated(pair, by_target=False):
        if first.target == one.target:
            yield FINE
        else:
            block, span = at_sentence(pair, one)
            yield rule.at(pair.target, block, span, other=first.target)


_EN = (
    "## I. Debate\n\n1. The Working Group took note of the statement.\n\n"
    "2. The Working Group took note of the statement.\n"
)
_ZH = "## 一. 审议情况\n\n1. 工作组注意到这一发言。\n\n2. {}\n"

RULE = Rule(
    code="PAR106",
    name="two-renderings",
    severity=Severity.NOTE,
    summary="One sentence of the original is translated in two ways",
    message="The same sentence is translated as “{other}” elsewhere. Use one translation.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("工作组表示注意到该项发言。")),),
    good=(both(_EN, _ZH.format("工作组注意到这一发言。")),),
)
