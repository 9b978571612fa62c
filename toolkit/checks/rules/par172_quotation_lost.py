"""A quotation of the original that stands without any marks in the translation.

English quotation marks become “ ” or 《 》 in Chinese. Reported only where the original has
quotation marks and the translation has no marks at all.
"""

import re
from collections.abc import Iterator

from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.model import MarkKind

_QUOTED = re.compile(r"“[^”]{2,400}”")
_ANY = re.compile(r"[“”《》「」『』\"]|‘[^’]+’")


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block of the original with a quotation."""
    for source, target in matched(pair):
        found = _QUOTED.search(source.text)
        if found is None or not target.text:
            continue
        italic = any(mark.kind is MarkKind.ITALIC for mark in target.marks)
        if italic or _ANY.search(target.text):
            yield FINE
        else:
            yield rule.at(pair.target, target, quoted=found[0][:80])


_EN = "## I. Debate\n\n1. It took up the item entitled “Lamps and buoys”.\n"
_ZH = "## 一. 审议情况\n\n1. 工作组审议了题为{}的项目。\n"

RULE = Rule(
    code="PAR172",
    name="quotation-lost",
    severity=Severity.WARNING,
    summary="A quotation of the original has no marks in the translation",
    message="The original has {quoted} in quotation marks, the translation has none. Add them.",
    authority="Editorial Manual, Quotations",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("灯具和浮标")),),
    good=(both(_EN, _ZH.format("“灯具和浮标”")), both(_EN, _ZH.format("《灯具和浮标》"))),
)
