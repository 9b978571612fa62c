"""A part of the draft that is there, in a report whose adoption cites the other parts.

The paragraph on the adoption names every part of the draft. It is looked at in the last place
that cites an addendum to the draft.
"""

from collections.abc import Iterator

from toolkit.checks.citations import cited
from toolkit.checks.rule import FINE, Case, Rule, Scope, SetInput
from toolkit.checks.sets import drafts
from toolkit.checks.specimens import parts
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document
from toolkit.symbols.relations import base


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at each part of a draft that is cited with its parts, in each language."""
    for group in drafts(given):
        first = str(base(group[0][0]))
        language = group[0][1].language
        same = [one for one in given.documents if one.language == language]
        place = _adoption(same, first)
        if place is None:
            continue
        document, block = place
        named = {str(one) for one in cited(block)}
        for symbol, _ in group:
            yield FINE if str(symbol) in named else rule.at(document, block, symbol=symbol)


def _adoption(documents: list[Document], first: str) -> tuple[Document, Block] | None:
    """Return the last block that cites the draft and an addendum to it."""
    found = None
    for document in documents:
        for block in document.blocks:
            ours = {str(one) for one in cited(block) if str(base(one)) == first}
            if first in ours and len(ours) > 1:
                found = document, block
    return found


_EN = "## V. Adoption\n\n1. It adopted XYZ/COP/WG.1/2030/L.1 and XYZ/COP/WG.1/2030/L.1/Add.{}.\n"
_ZH = "## 五. 通过报告\n\n1. 工作组通过了 XYZ/COP/WG.1/2030/L.1 和 XYZ/COP/WG.1/2030/L.1/Add.{}。\n"
_HEAD = "## I. Introduction\n\n1. It met in Vienna.\n"
_TOU = "## 一. 导言\n\n1. 工作组在维也纳举行了会议。\n"

RULE = Rule(
    code="SYM127",
    name="part-not-cited",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="A part of the draft is not cited where the report is adopted",
    message="{symbol} is among the parts of the draft and is not cited here. Add it, or see "
    "whether that part belongs to this report.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(parts(_HEAD, _EN.format(2)), parts(_TOU, _ZH.format(2), "zh")),
    good=(parts(_HEAD, _EN.format(1)), parts(_TOU, _ZH.format(1), "zh")),
)
