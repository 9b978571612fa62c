"""Chapter numbers that skip, repeat or go back: I, III.

In an addendum to a draft a chapter may be left out, since the labels are those of the whole
report; there the numbers only have to rise.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, OFF, broken
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each chapter number."""
    return broken(rule, document, Series.CHAPTER, (*OFF, *AGAIN))


RULE = Rule(
    code="NUM103",
    name="chapter-number-gap",
    severity=Severity.ERROR,
    summary="A chapter number is missing, repeated or out of order",
    message="Chapter {label} stands where chapter number {expected} was expected. Restore "
    "the missing chapter, or renumber.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Introduction\n\n1. It met.\n\n## III. Debate\n\n2. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n## 三. 审议情况\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met.\n\n## II. Debate\n\n2. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n## 二. 审议情况\n\n2. 休会。\n"),
        en_addendum("## II. Debate (continued)\n\n1. It met.\n\n## IV. Closing\n\n2. It rose.\n"),
        zh_addendum("## 二. 审议情况（续）\n\n1. 开会。\n\n## 四. 闭幕\n\n2. 休会。\n"),
    ),
)
