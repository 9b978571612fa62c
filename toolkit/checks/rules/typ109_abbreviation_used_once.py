"""An abbreviation that is introduced and never used again.

A short form in brackets is only a burden where nothing below makes use of it.
"""

from collections.abc import Iterator

from toolkit.checks.abbreviations import introduced
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each abbreviation that the document introduces."""
    for one in introduced(document):
        if one.used:
            yield FINE
        else:
            yield rule.at(document, one.block, one.span, short=one.short)


_EN = "## I. Debate\n\n1. The Harbour Safety Office (HSO) was heard.\n\n2. The staff of {} left.\n"
_ZH = (
    "## 一. 审议情况\n\n1. 听取了国际港口安全办公室（以下简称“港安办”）的汇报。\n\n"
    "2. {}作了说明。\n"
)

RULE = Rule(
    code="TYP109",
    name="abbreviation-used-once",
    severity=Severity.NOTE,
    summary="An abbreviation is introduced and never used",
    message="“{short}” is introduced here and never used again. Take the bracket out.",
    authority="Editorial Manual, About United Nations editors",
    check=check,
    profiles=(Profile.REPORT, Profile.NOTE),
    bad=(en(_EN.format("the Office")), zh(_ZH.format("该办公室"))),
    good=(en(_EN.format("HSO")), zh(_ZH.format("港安办"))),
)
