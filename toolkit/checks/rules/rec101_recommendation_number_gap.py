"""A recommendation number that is missing or used before: 18, 20; 7, 7; 12, 1.

Recommendations are one series through all sections of their chapter. An addendum goes on from the
part before it and may begin at any number.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, OFF, broken
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import BreakKind, Series

_EN = "#### Recommendation {}\n\nStates parties should train keepers.\n\n"
_ZH = "#### 建议 {}\n\n缔约国应培训守塔人。\n\n"


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation number."""
    return broken(rule, document, Series.RECOMMENDATION, (*OFF, *AGAIN, BreakKind.RESTART))


RULE = Rule(
    code="REC101",
    name="recommendation-number-gap",
    severity=Severity.ERROR,
    summary="Recommendation numbers skip, repeat or begin again",
    message="Recommendation {found} stands where {expected} was expected. Renumber, or "
    "restore what is missing.",
    authority="Usual form of recommendations",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Recommendations\n\n" + _EN.format(1) + _EN.format(3)),
        zh("## 一. 建议\n\n" + _ZH.format(1) + _ZH.format(3)),
        en("## I. Recommendations\n\n" + _EN.format(1) + _EN.format(2) + _EN.format(2)),
        zh("## 一. 建议\n\n" + _ZH.format(1) + _ZH.format(2) + _ZH.format(1)),
    ),
    good=(
        en("## I. Recommendations\n\n" + _EN.format(1) + _EN.format(2)),
        zh("## 一. 建议\n\n" + _ZH.format(1) + _ZH.format(2)),
        en_addendum("## II. Recommendations (continued)\n\n" + _EN.format(35) + _EN.format(36)),
        zh_addendum("## 二. 建议（续）\n\n" + _ZH.format(35) + _ZH.format(36)),
    ),
)
