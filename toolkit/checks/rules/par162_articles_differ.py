"""An article of a treaty that the other version does not have in the same paragraph.

Compared are articles and rules by number: "article 10, paragraph 1" and 第十条第一款 are the same.
"""

from collections import Counter
from collections.abc import Iterator

from toolkit.checks.compared import disagreements, mentions
from toolkit.checks.rule import Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Block


def _articles(block: Block, language: str) -> Counter[str]:
    """Return the numbers of the articles that a block names, each range by its ends."""
    return Counter(
        {
            str(number)
            for one in mentions(block.text, language)
            if one.kind is RefKind.ARTICLE
            for first, last in one.ranges
            for number in (first, last)
        }
    )


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that names any in either version."""
    return disagreements(rule, pair, _articles)


_EN = "## I. Debate\n\n1. It recalled article 10, paragraph 1, and article 12 of the Convention.\n"
_ZH = "## 一. 审议情况\n\n1. 工作组回顾了《公约》第十条第一款和第{}条。\n"

RULE = Rule(
    code="PAR162",
    name="articles-differ",
    severity=Severity.WARNING,
    summary="An article differs between two versions",
    message="Articles differ: {source} only in the source, {target} only in the target. "
    "Correct the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("十三")),),
    good=(both(_EN, _ZH.format("十二")),),
)
