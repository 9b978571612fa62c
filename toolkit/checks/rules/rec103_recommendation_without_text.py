"""A recommendation of which only the heading is there.

Either its words were lost, or it was struck out and its number left behind.
"""

from collections.abc import Iterator

from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation and what belongs to it."""
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.RECOMMENDATION:
            continue
        if block.text.strip() or belonging(document, index):
            yield FINE
        else:
            yield rule.at(document, block, label=block.label)


RULE = Rule(
    code="REC103",
    name="recommendation-without-text",
    severity=Severity.ERROR,
    summary="A recommendation has a heading and no text",
    message="{label} has no text. Restore its words, or delete the heading and renumber.",
    authority="Usual form of recommendations",
    check=check,
    bad=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\n"
                "#### Recommendation 2\n\nStates parties should train keepers.\n"
            )
        ),
        Example(
            text=report(
                "## 一. 建议\n\n#### 建议 1\n\n#### 建议 2\n\n缔约国应培训守塔人。\n", "zh"
            ),
            language="zh",
        ),
    ),
    good=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\n"
                "States parties should train keepers.\n"
            )
        ),
        Example(
            text=report("## 一. 建议\n\n#### 建议 1\n\n缔约国应培训守塔人。\n", "zh"), language="zh"
        ),
    ),
)
