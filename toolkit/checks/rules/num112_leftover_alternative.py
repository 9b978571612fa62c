"""A number with "bis" or "ter", or in square brackets, in a final text.

Both mark versions under negotiation. Once the text is agreed they go, and the numbers run on.
"""

import re
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile

_LEFTOVER = re.compile(r"\b(?:bis|ter|quater|quinquies)\b|之[二三四五]|^[\[【［]")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each label of a final report."""
    for block in document.blocks:
        if not block.label:
            continue
        if _LEFTOVER.search(block.label):
            yield rule.at(document, block, label=block.label)
        else:
            yield FINE


RULE = Rule(
    code="NUM112",
    name="leftover-alternative",
    severity=Severity.ERROR,
    summary="A number of a text under negotiation stands in a final report",
    message="“{label}” is a number for text under negotiation. In a final report, choose the "
    "agreed version and renumber.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        en("## I. Debate\n\n1. It met.\n\n1 bis. It met twice.\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n1 之二. 再次开会。\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met.\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n2. 休会。\n"),
    ),
)
