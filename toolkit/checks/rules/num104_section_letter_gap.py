"""Section letters that skip, repeat or go back: A, C.

In an addendum a section with nothing new is left out, so that A may be followed by C there; in a
final report each chapter begins at A and goes on without a gap.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, OFF, broken
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import BreakKind, Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each numbered heading below the chapters."""
    return broken(rule, document, Series.SECTION, (*OFF, *AGAIN, BreakKind.RESTART))


RULE = Rule(
    code="NUM104",
    name="section-letter-gap",
    severity=Severity.ERROR,
    summary="A section letter is missing, repeated or out of order",
    message="Section {label} stands where section number {expected} of its chapter was "
    "expected. Restore the missing section, or change the letter.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Debate\n\n### A. Lamps\n\n1. It met.\n\n### C. Buoys\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n### A. 灯具\n\n1. 开会。\n\n### C. 浮标\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Debate\n\n### A. Lamps\n\n1. It met.\n\n### B. Buoys\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n### A. 灯具\n\n1. 开会。\n\n### B. 浮标\n\n2. 休会。\n"),
        en_addendum("## I. Debate (continued)\n\n### A. Lamps\n\n1. X.\n\n### C. Buoys\n\n2. Y.\n"),
        zh_addendum("## 一. 审议情况（续）\n\n### A. 灯具\n\n1. 甲。\n\n### C. 浮标\n\n2. 乙。\n"),
    ),
)
