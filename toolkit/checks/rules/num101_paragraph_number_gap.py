"""A paragraph number that is missing or used before: 12, 14; 12, 12; or a report that begins at 2.

Paragraphs are numbered 1, 2, 3 through the whole document, across chapters and over the
recommendations that stand between them, so that a reference means the same in every language.
Numbers in an annex and agenda items listed in a paragraph are series of their own. An addendum
begins its own series at 1.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Rule
from toolkit.checks.series import AGAIN, NUMBERED, OFF, broken
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.numbering.sequence import Series


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each paragraph number."""
    return broken(rule, document, Series.PARAGRAPH, (*OFF, *AGAIN))


RULE = Rule(
    code="NUM101",
    name="paragraph-number-gap",
    severity=Severity.ERROR,
    summary="Paragraph numbers skip, repeat or go back",
    message="Paragraph {found} stands where {expected} was expected. Renumber, or restore "
    "what is missing.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    profiles=NUMBERED,
    bad=(
        en("## I. Introduction\n\n1. It met.\n\n3. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n3. 休会。\n"),
        en("## I. Introduction\n\n1. It met.\n\n2. It spoke.\n\n2. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n2. 发言。\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met.\n\n## II. Debate\n\n2. It rose.\n"),
        zh("## 一. 导言\n\n1. 开会。\n\n## 二. 审议情况\n\n2. 休会。\n"),
        en_addendum("## III. Debate\n\n1. It met.\n\n2. It rose.\n"),
        zh_addendum("## 三. 审议情况\n\n1. 开会。\n\n2. 休会。\n"),
    ),
)
