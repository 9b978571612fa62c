"""A recommendation without any of the verbs that recommend: should, are encouraged, may consider.

Without one the sentence tells something and asks for nothing. Subparagraphs are looked at too.
"""

from collections.abc import Iterator

from toolkit.checks.recommending import each_with
from toolkit.checks.rule import Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each recommendation with words."""
    return each_with(rule, document, by_code(document.language).norms)


_EN = "## I. Recommendations\n\n#### Recommendation 1\n\n{}\n"
_ZH = "## 一. 建议\n\n#### 建议 1\n\n{}\n"

RULE = Rule(
    code="NRM104",
    name="recommendation-without-verb",
    severity=Severity.WARNING,
    summary="A recommendation has no verb that recommends",
    message="{label} has no “should”, “are encouraged” or the like: it asks for nothing. Say what "
    "is recommended.",
    authority="Usual form of recommendations",
    check=check,
    bad=(
        en(_EN.format("States parties check every lamp within thirty days.")),
        zh(_ZH.format("缔约国在三十天内检查每盏灯具。")),
    ),
    good=(
        en(_EN.format("States parties should check every lamp.")),
        en(_EN.format("States parties may wish to check every lamp.")),
        zh(_ZH.format("缔约国应检查每盏灯具。")),
        zh(_ZH.format("鼓励缔约国检查每盏灯具。")),
    ),
)
