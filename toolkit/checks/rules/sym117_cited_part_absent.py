"""An addendum to the draft that is cited and is not among the files checked together.

Looked at where at least one addendum to that draft is there in the same language: the folder
is then taken to hold the report in all its parts.
"""

from collections.abc import Iterator

from toolkit.checks.citations import cited
from toolkit.checks.rule import FINE, Case, Rule, Scope, SetInput
from toolkit.checks.sets import drafts
from toolkit.checks.specimens import parts
from toolkit.diagnostics import Severity
from toolkit.symbols.relations import base


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at each citation of a part of a draft whose parts are there."""
    known = [group for group in drafts(given) if len(group) > 1]
    there = {
        (str(base(group[0][0])), group[0][1].language): {str(one) for one, _ in group}
        for group in known
    }
    for document in given.documents:
        for block in document.blocks:
            for one in cited(block):
                ours = there.get((str(base(one)), document.language))
                if ours is None or not all(part.code == "Add" for part in one.suffixes):
                    continue
                yield FINE if str(one) in ours else rule.at(document, block, symbol=one)


_EN = "## V. Adoption\n\n1. It adopted XYZ/COP/WG.1/2030/L.1 and XYZ/COP/WG.1/2030/L.1/Add.{}.\n"
_ZH = "## 五. 通过报告\n\n1. 工作组通过了 XYZ/COP/WG.1/2030/L.1 和 XYZ/COP/WG.1/2030/L.1/Add.{}。\n"
_HEAD = "## I. Introduction\n\n1. It met in Vienna.\n"
_TOU = "## 一. 导言\n\n1. 工作组在维也纳举行了会议。\n"

RULE = Rule(
    code="SYM117",
    name="cited-part-absent",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="A part of the draft is cited and is not among its files",
    message="{symbol} is cited and is not among the parts checked with it. Correct the symbol, or "
    "put that part beside them.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(parts(_HEAD, _EN.format(2)), parts(_TOU, _ZH.format(2), "zh")),
    good=(parts(_HEAD, _EN.format(1)), parts(_TOU, _ZH.format(1), "zh")),
)
