"""An addendum whose recommendations do not go on from those of the part before it.

The recommendations of a draft in parts are one series: a part goes on where the one before it
ended. Looked at where both parts are among the files checked together and both have any.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule, Scope, SetInput
from toolkit.checks.sets import neighbours
from toolkit.checks.specimens import parts
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind


def _counted(document: Document) -> list[Block]:
    every = document.blocks
    return [one for one in every if one.kind is Kind.RECOMMENDATION and one.number is not None]


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at the first recommendation of each part that has one before it."""
    last: dict[str, int] = {}
    for before, after in neighbours(given):
        ended = [one.number or 0 for one in _counted(before)]
        if ended:
            last[before.origin.path] = ended[-1]
        elif before.origin.path not in last:
            continue
        expected = last[before.origin.path] + 1
        last.setdefault(after.origin.path, expected - 1)
        begun = _counted(after)[:1]
        for block in begun:
            if block.number == expected:
                yield FINE
            else:
                symbol = before.masthead.symbol
                yield rule.at(after, block, found=block.number, expected=expected, part=symbol)


_ONE = "## II. Recommendations\n\n### A. Lamps\n\n#### Recommendation {}\n\nStates should {}.\n"
_YI = "## 二. 建议\n\n### A. 灯具\n\n#### 建议 {}\n\n缔约国应{}。\n"

RULE = Rule(
    code="REC102",
    name="recommendations-do-not-run-on",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="The recommendations of a part do not go on from the part before",
    message="The recommendations begin with {found}; after those of {part} number {expected} was "
    "expected. Renumber, or see whether a recommendation is missing.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(
        parts(_ONE.format(1, "check lamps"), _ONE.format(1, "paint buoys")),
        parts(_YI.format(1, "检查灯具"), _YI.format(3, "给浮标上漆"), "zh"),
    ),
    good=(
        parts(_ONE.format(1, "check lamps"), _ONE.format(2, "paint buoys")),
        parts(_YI.format(1, "检查灯具"), _YI.format(2, "给浮标上漆"), "zh"),
    ),
)
