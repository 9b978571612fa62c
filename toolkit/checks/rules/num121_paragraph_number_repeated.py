"""A paragraph number that has been used before: 12, 12, or 12, 10.

Two paragraphs with one number cannot be told apart in a reference. Versions under negotiation
(5, 5 bis) are told apart and left alone here.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, broken
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each paragraph number."""
    return broken(rule, document, Series.PARAGRAPH, AGAIN)


RULE = Rule(
    code="NUM121",
    name="paragraph-number-repeated",
    severity=Severity.ERROR,
    summary="A paragraph number is used twice, or out of order",
    message="Paragraph {found} stands where {expected} was expected: the number was used before, "
    "or is out of order. Renumber",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Introduction\n\n1. It met.\n\n2. It spoke.\n\n2. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n2. 发言。\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met.\n\n2. It spoke.\n\n3. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n2. 发言。\n\n3. 休会。\n"),
    ),
)
