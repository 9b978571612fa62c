"""A report of a meeting without a heading on the adoption of the report.

The reader looks there for the day on which the report was adopted and for the symbols of the
drafts. Looked for only in a final report whose title says that it is the report of a meeting or
session, and which is divided into chapters.
"""

from collections.abc import Iterator

from toolkit.checks.places import chapters, headings
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, at all headings."""
    known = words(document.language)
    if not known.meeting_report.search(document.masthead.title or ""):
        return
    if len(list(chapters(document))) < 2:
        return
    if any(known.adoption.search(heading.text) for heading in headings(document)):
        yield FINE
    else:
        yield rule.at(document, None)


RULE = Rule(
    code="HED107",
    name="missing-adoption-chapter",
    severity=Severity.WARNING,
    summary="A report of a meeting has no chapter on its adoption",
    message="No heading on the adoption of the report was found; the report of a meeting "
    "closes with one. Add it, or restore it.",
    authority="Usual frame of the report of a meeting",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        Example(text=report("## I. Introduction\n\n1. It met.\n\n## II. Debate\n\n2. It spoke.\n")),
        Example(
            text=report("## 一. 导言\n\n1. 召开。\n\n## 二. 审议情况\n\n2. 发言。\n", "zh"),
            language="zh",
        ),
    ),
    good=(
        Example(
            text=report(
                "## I. Introduction\n\n1. It met.\n\n## II. Adoption of the report\n\n2. It rose.\n"
            )
        ),
        Example(
            text=report("## 一. 导言\n\n1. 召开。\n\n## 二. 通过报告\n\n2. 结束。\n", "zh"),
            language="zh",
        ),
    ),
)
