"""A reference to a recommendation that the document does not have.

Looked at only in whole documents that have recommendations of their own.
"""

from collections.abc import Iterator

from toolkit.checks.references import WHOLE, known, missing, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document

_EN = "## I. Recommendations\n\n#### Recommendation 1\n\nStates parties should train keepers.\n\n"
_ZH = "## 一. 建议\n\n#### 建议 1\n\n缔约国应培训守塔人。\n\n"


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each reference to a recommendation of the document."""
    index = known(document)
    if not index.has(RefKind.RECOMMENDATION):
        return
    last = index.highest(RefKind.RECOMMENDATION)
    for block, one in of_kind(document, RefKind.RECOMMENDATION):
        gone = missing(one)
        if gone is None:
            yield FINE
        else:
            yield rule.at(document, block, span_of(one), number=gone, last=last)


RULE = Rule(
    code="REF104",
    name="reference-to-missing-recommendation",
    severity=Severity.ERROR,
    summary="A reference leads to a recommendation that is not there",
    message="There is no recommendation {number} here; the last one is {last}. Correct the "
    "reference, or name the document that is meant.",
    authority="Editorial Manual, Instructions: check of internal references",
    check=check,
    profiles=WHOLE,
    bad=(
        en(_EN + "## II. Debate\n\n1. It recalled recommendation 45 above.\n"),
        zh(_ZH + "## 二. 审议情况\n\n1. 工作组回顾了上文建议 45。\n"),
    ),
    good=(
        en(_EN + "## II. Debate\n\n1. It recalled recommendation 1 above.\n"),
        zh(_ZH + "## 二. 审议情况\n\n1. 工作组回顾了上文建议 1。\n"),
    ),
)
