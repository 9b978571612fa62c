"""A footnote to which nothing in the text points.

Its mark was lost with the words it hung on. Notes to tables and figures, which are marked with
letters or open with "Note", are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each footnote, those with a mark in the text included."""
    for block in document.blocks:
        yield from (FINE for _ in block.notes)
        label = (block.label or "").strip(".() ")
        if block.kind is Kind.FOOTNOTE and label.isdecimal():
            yield rule.at(document, block, number=label)


RULE = Rule(
    code="FTN101",
    name="unanchored-footnote",
    severity=Severity.ERROR,
    summary="Nothing in the text points to a footnote",
    message="Nothing in the text points to footnote {number}. Restore its mark, or delete "
    "the note.",
    authority="Editorial Manual, Footnotes and other references",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. The Group met.\n\n[^1]: In camera.\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。\n\n[^1]: 非公开会议。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The Group met.[^1]\n\n[^1]: In camera.\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。[^1]\n\n[^1]: 非公开会议。\n"),
    ),
)
