"""A heading three or more levels deeper than the heading above it.

A section may only stand in a chapter, a subsection only in a section. Where a level is skipped,
the table of contents and the numbering of the parts no longer hold together; mostly the heading
in between has been lost, or a style has been applied by mistake. A jump of two is left alone, since
published reports go from I. to 1. where a chapter has no sections.
"""

from collections.abc import Iterator
from itertools import pairwise

from toolkit.checks.places import headings
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each heading and the one before it."""
    for above, heading in pairwise(headings(document)):
        if (heading.level or 1) > (above.level or 1) + 2:
            yield rule.at(document, heading, level=heading.level, above=above.level)
        else:
            yield FINE


RULE = Rule(
    code="HED102",
    name="heading-level-jump",
    severity=Severity.WARNING,
    summary="A heading skips a level",
    message="This heading is of level {level}, but the heading above it is of level {above}. "
    "Restore the heading between them, or raise this one.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    bad=(
        Example(text=report("## I. Introduction\n\n##### (a) Background\n\n1. It met.\n")),
        Example(
            text=report("## 一. 导言\n\n##### (a) 背景\n\n1. 会议召开。\n", "zh"), language="zh"
        ),
    ),
    good=(
        Example(text=report("## I. Introduction\n\n### A. Background\n\n1. It met.\n")),
        Example(text=report("## 一. 导言\n\n### A. 背景\n\n1. 会议召开。\n", "zh"), language="zh"),
    ),
)
