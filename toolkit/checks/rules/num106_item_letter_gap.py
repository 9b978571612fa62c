"""Subparagraphs that skip, repeat or go back: (a), (c).

Every list is a series of its own, at every depth. Lists that run on inside one paragraph are not
looked at here.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, OFF, broken
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each numbered or lettered item."""
    return broken(rule, document, Series.ITEM, (*OFF, *AGAIN))


RULE = Rule(
    code="NUM106",
    name="item-letter-gap",
    severity=Severity.ERROR,
    summary="An item of a list is missing, repeated or out of order",
    message="Item {label} stands where item number {expected} of its list was expected. "
    "Restore the missing item, or change the letter.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Debate\n\n1. It saw:\n\n(a) Lamps;\n\n(c) Buoys.\n"),
        zh("## 一. 审议情况\n\n1. 工作组审查了：\n\n(a) 灯具；\n\n(c) 浮标。\n"),
    ),
    good=(
        en(
            "## I. Debate\n\n1. It saw:\n\n(a) Lamps;\n\n(b) Buoys.\n\n2. It heard:\n\n(a) Horns.\n"
        ),
        zh("## 一. 审议情况\n\n1. 工作组审查了：\n\n(a) 灯具；\n\n(b) 浮标。\n"),
    ),
)
