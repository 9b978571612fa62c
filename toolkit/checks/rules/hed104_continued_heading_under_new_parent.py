"""A section marked "(continued)" in a chapter that is not.

A section that goes on from an earlier part lies in a chapter that also began there, so the
chapter's heading must carry the mark too.
"""

from collections.abc import Iterator

from toolkit.checks.places import headings, parent_path
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each continued heading whose chapter is in the document."""
    by_path = {heading.path: heading for heading in headings(document)}
    for heading in by_path.values():
        parent = by_path.get(parent_path(heading.path))
        if not heading.continued or parent is None:
            continue
        if parent.continued:
            yield FINE
        else:
            yield rule.at(document, parent, parent=parent.text, child=heading.text)


RULE = Rule(
    code="HED104",
    name="continued-heading-under-new-parent",
    severity=Severity.WARNING,
    summary="A continued section stands in a chapter not marked as continued",
    message="“{child}” is marked as continued, but the heading above it, “{parent}”, is not. "
    "Mark both, or neither.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(
        Example(
            text=addendum("## IV. Organization\n\n### B. Statements (continued)\n\n1. It spoke.\n")
        ),
        Example(
            text=addendum("## 四. 会议安排\n\n### B. 发言情况（续）\n\n1. 代表发言。\n", "zh"),
            language="zh",
        ),
    ),
    good=(
        Example(
            text=addendum(
                "## IV. Organization (continued)\n\n### B. Statements (continued)\n\n1. It spoke.\n"
            )
        ),
        Example(
            text=addendum("## 四. 会议安排（续）\n\n### B. 发言情况（续）\n\n1. 发言。\n", "zh"),
            language="zh",
        ),
    ),
)
