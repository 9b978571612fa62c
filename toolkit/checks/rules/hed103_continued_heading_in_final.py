"""The word “(continued)” in a heading of a final report.

In an addendum the word says that a chapter or section was opened in an earlier part. Once the
parts have been joined nothing is continued any more, and the word must go.
"""

from collections.abc import Iterator

from toolkit.checks.places import headings
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import addendum, report
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each heading of a final report."""
    for heading in headings(document):
        if heading.continued:
            yield rule.at(document, heading, heading=heading.text)
        else:
            yield FINE


RULE = Rule(
    code="HED103",
    name="continued-heading-in-final",
    severity=Severity.ERROR,
    summary="A heading of a final report is marked as continued",
    message="The heading “{heading}” is marked as continued, which is for addenda to a "
    "draft. In a final report, take the mark out.",
    authority="Usage of draft reports issued in parts",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        Example(text=report("## I. Introduction (continued)\n\n1. The Group met.\n")),
        Example(text=report("## 一. 导言（续）\n\n1. 工作组举行了会议。\n", "zh"), language="zh"),
    ),
    good=(
        Example(text=report("## I. Introduction\n\n1. The Group met.\n")),
        Example(text=addendum("## II. Recommendations (continued)\n\n1. It agreed.\n")),
        Example(text=addendum("## 二. 建议（续）\n\n1. 工作组商定。\n", "zh"), language="zh"),
    ),
)
