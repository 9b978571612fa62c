"""A reference that the other version does not have in the same paragraph.

Compared are paragraphs, recommendations, agenda items, resolutions and decisions by number.
"""

from collections.abc import Iterator

from toolkit.checks.compared import differences, references
from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block that has any in either version."""
    for source, target in matched(pair):
        ours, theirs = (
            references(source, pair.source.language),
            references(target, pair.target.language),
        )
        if not ours and not theirs:
            continue
        apart = differences(ours, theirs)
        if apart is None:
            yield FINE
        else:
            yield rule.at(pair.target, target, source=apart[0], target=apart[1])


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
