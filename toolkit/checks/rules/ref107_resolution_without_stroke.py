"""A resolution or decision whose number has a hyphen where a stroke belongs: resolution 7-1.

Resolutions are numbered session, stroke, number ("resolution 7/1", 第 7/1 号决议); those of the
Security Council and older ones have a year or session in brackets.
"""

import re
from collections.abc import Iterator

from toolkit.checks.mending import put
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document

_DASHES = "-－–—‐"
_EN = re.compile(rf"\b(?:[Rr]esolution|[Dd]ecision)s? (\d{{1,3}}) ?([{_DASHES}/]) ?(\d{{1,3}})\b")
_ZH = re.compile(rf"第 ?(\d{{1,3}}) ?([{_DASHES}/]) ?(\d{{1,3}}) ?号(?:决议|决定)")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each resolution or decision of two numbers."""
    pattern = _ZH if document.language.startswith("zh") else _EN
    for block in prose(document):
        for found in pattern.finditer(block.text):
            if found[2] == "/":
                yield FINE
                continue
            expected = f"{found[1]}/{found[3]}"
            span = (found.start(1), found.end(3))
            fix = put(block, span, expected, safe=False)
            number = block.text[slice(*span)]
            yield rule.at(document, block, span, fix, found=number, expected=expected)


RULE = Rule(
    code="REF107",
    name="resolution-without-stroke",
    severity=Severity.WARNING,
    summary="The number of a resolution has a hyphen for the stroke",
    message="The number “{found}” has no stroke. Write “{expected}”, or say “resolutions … to …” "
    "where a range is meant.",
    authority="Editorial Manual, Resolutions and other formal decisions: identification",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It recalled resolution 7-1.\n"),
        zh("## 一. 审议情况\n\n1. 工作组回顾了第 7－1 号决议。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It recalled resolutions 7/1 and 986 (1995).\n"),
        zh("## 一. 审议情况\n\n1. 工作组回顾了第 7/1 号决议和第 986(1995)号决议。\n"),
    ),
)
