"""Two different sentences of the original, with one and the same translation.

One of the two was mostly pasted and not yet changed. Figures, dates and symbols count here: two
sentences that differ in them alone have to differ in the translation.
"""

from collections.abc import Iterator

from toolkit.checks.renderings import alike, at_sentence, repeated
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each sentence of the translation that stands there more than once."""
    for first, one in repeated(pair, by_target=True):
        if first.source == one.source or alike(first.source, one.source, pair.source.language):
            yield FINE
        else:
            block, span = at_sentence(pair, one)
            yield rule.at(pair.target, block, span, other=first.source[:80], own=one.source[:80])


_EN = (
    "## I. Debate\n\n1. One speaker praised the new lamps of the harbour.\n\n"
    "2. Several delegations regretted that the buoys had been sold.\n"
)
_ZH = "## 一. 审议情况\n\n1. 一位发言者赞扬了港口的新灯具。\n\n2. {}\n"

RULE = Rule(
    code="PAR116",
    name="one-rendering-of-two",
    severity=Severity.NOTE,
    summary="Two different sentences have the same translation",
    message="“{own}” and “{other}” have the same translation. See whether this one was "
    "pasted and not changed.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("一位发言者赞扬了港口的新灯具。")),),
    good=(both(_EN, _ZH.format("几个代表团对浮标已被出售表示遗憾。")),),
)
