"""A reference that the other version does not have in the same paragraph.

Compared are paragraphs, recommendations, agenda items, resolutions and decisions by number.
"""

from collections.abc import Iterator

from toolkit.checks.compared import disagreements, references
from toolkit.checks.rule import Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that has any in either version."""
    return disagreements(rule, pair, references)


RULE = Rule(
    code="PAR142",
    name="references-differ",
    severity=Severity.ERROR,
    summary="A reference differs between two versions",
    message="References differ: {source} only in the source, {target} only in the target. "
    "Correct the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Papers\n\n1. It met.\n\n2. See paragraph 1 above.\n",
            "## 一. 文件\n\n1. 开会。\n\n2. 见上文第 2 段。\n",
        ),
    ),
    good=(
        both(
            "## I. Papers\n\n1. It met.\n\n2. See paragraph 1 above.\n",
            "## 一. 文件\n\n1. 开会。\n\n2. 见上文第 1 段。\n",
        ),
    ),
)
