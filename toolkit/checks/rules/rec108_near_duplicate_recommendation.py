"""Two recommendations that say nearly the same.

When slices of a draft are put together, an earlier wording may survive beside the later one.
Compared are pairs of words; of two recommendations that share more than four fifths of them the
second is reported.
"""

from collections.abc import Iterator

from toolkit.checks.recommending import recommendations, twins
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation with words."""
    every = list(recommendations(document))
    for one, other in zip(every, twins(every, document.language), strict=True):
        if other is None:
            yield FINE
        else:
            yield rule.at(document, one.block, label=one.block.label, other=other.block.label)


_EN = (
    "## I. Recommendations\n\n#### Recommendation 1\n\nStates parties should check the lamps of "
    "every harbour within thirty days of a storm.\n\n#### Recommendation 2\n\n{}\n"
)
_ZH = (
    "## 一. 建议\n\n#### 建议 1\n\n缔约国应在风暴过后三十天内检查每个港口的所有灯具。\n\n"
    "#### 建议 2\n\n{}\n"
)

RULE = Rule(
    code="REC108",
    name="near-duplicate-recommendation",
    severity=Severity.NOTE,
    summary="Two recommendations say nearly the same",
    message="{label} says nearly the same as {other}. See whether both are meant.",
    authority="Consistency within a document",
    check=check,
    bad=(
        en(
            _EN.format(
                "States parties should check the lamps of every harbour within thirty days of a "
                "flood."
            )
        ),
        zh(_ZH.format("缔约国应在洪水过后三十天内检查每个港口的所有灯具。")),
    ),
    good=(
        en(_EN.format("States parties should train the keepers of buoys.")),
        zh(_ZH.format("缔约国应培训浮标看守人。")),
    ),
)
