"""Two names for those to whom the recommendations of one document speak.

A document that says "States parties" in one recommendation and "Member States" in the next seems
to mean two groups. The name used in most recommendations is taken as the right one and the others
are reported. Parties to another treaty, named with it, are left alone.
"""

from collections import Counter
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the first addressee named in each recommendation."""
    pattern = words(document.language).addressees
    named = []
    for block in document.blocks:
        found = pattern.search(block.text) if block.kind is Kind.RECOMMENDATION else None
        if found:
            named.append((block, found))
    counts = Counter(found.group().casefold() for _, found in named)
    usual = max(counts, key=lambda name: counts[name], default="")
    for block, found in named:
        if found.group().casefold() == usual:
            yield FINE
        else:
            shown = next(one.group() for _, one in named if one.group().casefold() == usual)
            yield rule.at(document, block, found.span(), found=found.group(), usual=shown)


RULE = Rule(
    code="REC105",
    name="mixed-addressees",
    severity=Severity.WARNING,
    summary="Recommendations speak to one group under two names",
    message="This recommendation speaks to “{found}”, most others to “{usual}”. Use one "
    "name, unless two groups are meant.",
    authority="Consistency of terms within a document",
    check=check,
    bad=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\nStates parties should train "
                "keepers.\n\n#### Recommendation 2\n\nMember States should check lamps.\n"
            )
        ),
        Example(
            text=report(
                "## 一. 建议\n\n#### 建议 1\n\n缔约国应培训守塔人。\n\n"
                "#### 建议 2\n\n会员国应检查灯具。\n",
                "zh",
            ),
            language="zh",
        ),
    ),
    good=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\nStates parties should train "
                "keepers.\n\n#### Recommendation 2\n\nStates parties should check lamps.\n"
            )
        ),
        Example(
            text=report(
                "## 一. 建议\n\n#### 建议 1\n\n会员国应培训守塔人。\n\n"
                "#### 建议 2\n\n《灯塔公约》缔约国应检查灯具。\n",
                "zh",
            ),
            language="zh",
        ),
    ),
)
