"""A recommendation whose last words do not end in a full stop.

The end of the sentence may have been lost at a page break. Closing brackets and quotation marks
behind the full stop are allowed; where a recommendation ends in a list, its last item counts.
"""

import re
from collections.abc import Iterator

from toolkit.checks.mending import put
from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Example, Rule
from toolkit.checks.specimens import report
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document, Kind

_CLOSED = re.compile(r"[.!?…。！？][”’\"'»）)\]》]*\s*$")
_WORDS = (Kind.RECOMMENDATION, Kind.ITEM, Kind.TEXT)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the last words of each recommendation that has any."""
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.RECOMMENDATION:
            continue
        last = [block, *belonging(document, index)][-1]
        if last.kind not in _WORDS or not last.text.strip():
            continue
        if _CLOSED.search(last.text):
            yield FINE
        else:
            end = len(last.text.rstrip())
            fix = put(last, (end, end), by_code(document.language).endings[0], safe=False)
            yield rule.at(document, last, (max(0, end - 1), end), fix, label=block.label)


RULE = Rule(
    code="REC123",
    name="recommendation-without-full-stop",
    severity=Severity.ERROR,
    summary="A recommendation does not end in a full stop",
    message="{label} does not end in a full stop. See whether its last words are lost, and "
    "close the sentence.",
    authority="Editorial Manual, Punctuation",
    check=check,
    bad=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\n"
                "States parties should train keepers and\n"
            )
        ),
        Example(
            text=report("## 一. 建议\n\n#### 建议 1\n\n缔约国应培训守塔人，\n", "zh"), language="zh"
        ),
    ),
    good=(
        Example(
            text=report(
                "## I. Recommendations\n\n#### Recommendation 1\n\n"
                "States parties should:\n\n(a) Train keepers;\n\n(b) Check lamps.\n"
            )
        ),
        Example(
            text=report("## 一. 建议\n\n#### 建议 1\n\n缔约国应“培训守塔人。”\n", "zh"),
            language="zh",
        ),
    ),
)
