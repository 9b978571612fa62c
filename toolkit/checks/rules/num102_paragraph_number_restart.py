"""Paragraph numbers that begin again at 1 in the middle of a document.

Only an addendum, an annex or a lettered text begins its own series. A chapter does not.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import THROUGH, broken
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import BreakKind, Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each paragraph number."""
    return broken(rule, document, Series.PARAGRAPH, (BreakKind.RESTART,))


RULE = Rule(
    code="NUM102",
    name="paragraph-number-restart",
    severity=Severity.ERROR,
    summary="Paragraph numbers begin again at 1",
    message="Paragraph numbers begin again at 1 here; {expected} was expected. Number the "
    "paragraphs through.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    profiles=THROUGH,
    bad=(
        en("## I. Introduction\n\n1. It met.\n\n2. It spoke.\n\n## II. Debate\n\n1. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n2. 发言。\n\n## 二. 审议情况\n\n1. 休会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met.\n\n2. It rose.\n\n## Annex\n\n### List\n\n1. Lamp.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n2. 休会。\n\n## 附件\n\n### 清单\n\n1. 灯具。\n"),
    ),
)
