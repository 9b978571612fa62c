"""A recommendation that does not say to whom it speaks.

States parties, the secretariat, the Conference, Governments, the organizations: somebody must be
asked to do something. Looked for anywhere in the recommendation, subparagraphs included, in a
closed list of those to whom reports speak.
"""

from collections.abc import Iterator

from toolkit.checks.recommending import each_with
from toolkit.checks.rule import Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation with words."""
    return each_with(rule, document, words(document.language).addressed.search)


_EN = "## I. Recommendations\n\n#### Recommendation 1\n\n{}\n"
_ZH = "## 一. 建议\n\n#### 建议 1\n\n{}\n"

RULE = Rule(
    code="REC104",
    name="recommendation-without-addressee",
    severity=Severity.WARNING,
    summary="A recommendation does not say to whom it speaks",
    message="{label} does not say who should act. Name the addressee.",
    authority="Usual form of recommendations",
    check=check,
    bad=(
        en(_EN.format("Every lamp should be checked within thirty days.")),
        zh(_ZH.format("应在三十天内检查每盏灯具。")),
    ),
    good=(
        en(_EN.format("States parties should check every lamp.")),
        en(_EN.format("Port authorities are encouraged to check every lamp.")),
        zh(_ZH.format("缔约国应检查每盏灯具。")),
        zh(_ZH.format("缔约方应检查每盏灯具。")),
        zh(_ZH.format("请秘书处检查每盏灯具。")),
    ),
)
