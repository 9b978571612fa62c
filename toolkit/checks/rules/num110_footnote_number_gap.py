"""Footnote numbers that do not run 1, 2, 3 through the document.

Notes marked with letters or asterisks are set aside. In an addendum the series may begin at any
number; each document must go up by one from its first note to its last.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each note with a number, in the order of the marks."""
    expected = None if document.profile is Profile.ADDENDUM else 1
    for block in document.blocks:
        for note in sorted(block.notes, key=lambda one: one.at):
            if not (note.number.isascii() and note.number.isdigit()):
                continue
            number = int(note.number)
            if expected is None or number == expected:
                yield FINE
            else:
                span = (max(0, note.at - 1), note.at)
                yield rule.at(document, block, span, found=number, expected=expected)
            expected = number + 1


RULE = Rule(
    code="NUM110",
    name="footnote-number-gap",
    severity=Severity.ERROR,
    summary="Footnote numbers skip or repeat a number",
    message="The mark of footnote {found} stands where {expected} was expected. Renumber the "
    "footnotes in the order of their marks.",
    authority="Editorial Manual, Footnotes and other references",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. It met[^1] and rose.[^3]\n\n[^1]: Once.\n\n[^3]: Late.\n"),
        zh("## 一. 导言\n\n1. 开会[^1]和休会。[^3]\n\n[^1]: 一次。\n\n[^3]: 晚间。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met[^1] and rose.[^2]\n\n[^1]: Once.\n\n[^2]: Late.\n"),
        zh("## 一. 导言\n\n1. 开会[^1]和休会。[^2]\n\n[^1]: 一次。\n\n[^2]: 晚间。\n"),
    ),
)
