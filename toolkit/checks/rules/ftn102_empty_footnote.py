"""A footnote mark whose note has no words."""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each footnote mark."""
    for block in document.blocks:
        for note in block.notes:
            if note.text.strip():
                yield FINE
            else:
                at = max(0, note.at - 1)
                yield rule.at(document, block, (at, note.at), number=note.number)


RULE = Rule(
    code="FTN102",
    name="empty-footnote",
    severity=Severity.ERROR,
    summary="A footnote mark has no note",
    message="The text has a mark for footnote {number}, but the note has no words. Write the "
    "note, or take the mark out.",
    authority="Editorial Manual, Footnotes and other references",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. The Group met.[^1]\n\n[^1]:\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。[^1]\n\n[^1]:\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The Group met.[^1]\n\n[^1]: In camera.\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。[^1]\n\n[^1]: 非公开会议。\n"),
    ),
)
