"""An item marked "a)", or "（a）", where "(a)" is usual.

English and Chinese texts set the letter of a subparagraph between two half-width brackets; a single
bracket is French and Spanish usage. Items marked by figures are left alone.
"""

import re
from collections.abc import Iterator

from toolkit.checks.mending import relabel
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind

_FOREIGN = re.compile(r"[(（]?([a-z]{1,4})[)）]")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each item marked by letters in brackets."""
    for block in document.blocks:
        found = _FOREIGN.fullmatch(block.label or "") if block.kind is Kind.ITEM else None
        if found is None:
            continue
        expected = f"({found[1]})"
        if found[0] == expected:
            yield FINE
        else:
            fix = relabel(block, found.span(), expected)
            yield rule.at(document, block, None, fix, found=found[0], expected=expected)


RULE = Rule(
    code="NUM108",
    name="foreign-item-bracket",
    severity=Severity.WARNING,
    summary="An item is marked with the brackets of another language",
    message="The item is marked “{found}”. Write “{expected}”.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It took up:\n\na) Lamps;\n\nb) Buoys.\n"),
        zh("## 一. 审议情况\n\n1. 工作组审议了：\n\na) 灯具；\n\nb) 浮标。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It took up:\n\n(a) Lamps;\n\n(b) Buoys.\n"),
        zh("## 一. 审议情况\n\n1. 工作组审议了：\n\n(a) 灯具；\n\n(b) 浮标。\n"),
    ),
)
