"""A heading that stops in the middle of a phrase.

A line or page break in the source has cut it in two: what should be its second half now stands
as text of its own, or has been lost. Only endings that cannot close a heading are reported: a
comma, an article, a preposition, a conjunction.
"""

from collections.abc import Iterator

from toolkit.checks.places import headings
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the last word of each heading."""
    unfinished = words(document.language).unfinished
    for heading in headings(document):
        cut = unfinished.search(heading.text)
        if cut and cut.start():
            yield rule.at(document, heading, cut.span(), end=cut.group())
        else:
            yield FINE


RULE = Rule(
    code="HED105",
    name="broken-heading",
    severity=Severity.ERROR,
    summary="A heading ends in the middle of a phrase",
    message="The heading ends in “{end}”, so its second half is missing or stands on a line "
    "of its own. Join the two.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    bad=(
        Example(text=report("## I. Inspection of\n\nlighthouses and buoys\n\n1. It met.\n")),
        Example(text=report("## 一. 灯塔和浮标的\n\n1. 工作组审查。\n", "zh"), language="zh"),
    ),
    good=(
        Example(text=report("## I. Inspection of lighthouses and buoys\n\n1. It met.\n")),
        Example(text=report("## 一. 灯塔和浮标的检查\n\n1. 工作组审查。\n", "zh"), language="zh"),
    ),
)
