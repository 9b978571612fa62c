"""A recommendation number used before, or a series that begins again at 1.

Each section of the chapter goes on from the one before it: the numbers never begin again.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, broken
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import BreakKind, Series

_EN = "#### Recommendation {}\n\nStates parties should train keepers.\n\n"
_ZH = "#### 建议 {}\n\n缔约国应培训守塔人。\n\n"


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation number."""
    return broken(rule, document, Series.RECOMMENDATION, (*AGAIN, BreakKind.RESTART))


RULE = Rule(
    code="REC121",
    name="recommendation-number-repeated",
    severity=Severity.ERROR,
    summary="A recommendation number is used twice, or the series begins again",
    message="Recommendation {found} stands where {expected} was expected: the number was used "
    "before, or is out of order. Renumber",
    authority="Usual form of recommendations",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Recommendations\n\n" + _EN.format(1) + _EN.format(2) + _EN.format(2)),
        zh("## 一. 建议\n\n" + _ZH.format(1) + _ZH.format(2) + _ZH.format(1)),
    ),
    good=(
        en("## I. Recommendations\n\n" + _EN.format(1) + _EN.format(2)),
        zh("## 一. 建议\n\n" + _ZH.format(1) + _ZH.format(2)),
    ),
)
