"""A part of a draft whose first page names another body, or another place and time, than its first.

All parts of one report have the same masthead but for symbol, date and numbers.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Example, Rule, Scope, SetInput
from toolkit.checks.sets import drafts
from toolkit.checks.specimens import parts
from toolkit.diagnostics import Severity


def _same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    return "".join(one.split()) == "".join(other.split())


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at body, place and dates of each part after the first."""
    for group in drafts(given):
        first = group[0][1].masthead
        for _, document in group[1:]:
            ours = document.masthead
            for expected, found in ((first.body, ours.body), (first.venue, ours.venue)):
                if _same(expected, found):
                    yield FINE
                else:
                    yield rule.at(document, None, found=found, expected=expected)


_EN = parts("## I. Summary\n\n1. It met.\n", "## II. Closure\n\n1. It closed.\n")
_ZH = parts("## 一. 概述\n\n1. 工作组举行了会议。\n", "## 二. 闭幕\n\n1. 会议闭幕。\n", "zh")

RULE = Rule(
    code="MST117",
    name="parts-of-other-meetings",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="The first pages of two parts name different meetings",
    message="The first page says “{found}”, that of the first part “{expected}”. Correct the one "
    "that is wrong.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(
        Example(text=_EN.text, other=_EN.other.replace("3–5 June", "3–6 June")),
        Example(
            text=_ZH.text, other=_ZH.other.replace("3 日至 5 日", "3 日至 6 日"), language="zh"
        ),
    ),
    good=(_EN, _ZH),
)
