"""A document symbol in one version that the other does not have in the same paragraph.

Symbols in footnotes count. A miswritten symbol is compared as it was most likely meant.
"""

from collections.abc import Iterator

from toolkit.checks.compared import disagreements, symbols
from toolkit.checks.rule import Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that has any in either version."""
    return disagreements(rule, pair, symbols)


RULE = Rule(
    code="PAR132",
    name="symbols-differ",
    severity=Severity.ERROR,
    summary="A document symbol differs between two versions",
    message="Symbols differ: {source} only in the source, {target} only in the target. "
    "Correct the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2.\n",
            "## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/3 号文件。\n",
        ),
    ),
    good=(
        both(
            "## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2.\n",
            "## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/2 号文件。\n",
        ),
    ),
)
