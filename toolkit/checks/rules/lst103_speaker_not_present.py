"""A State that spoke and is not among those present.

Looked at where the document lists those who attended.
"""

from collections.abc import Iterator

from toolkit.checks.attendance import parties, present, speakers
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document

_EN = (
    "## I. Statements\n\n1. Statements were made by the representatives of the following States: "
    "Egypt, Kenya and {}.\n\n## II. Attendance\n\n2. The following States parties were "
    "represented: Egypt, Kenya and Norway.\n"
)
_ZH = (
    "## 一. 发言情况\n\n1. 下列国家的代表作了发言：埃及、肯尼亚和{}。\n\n"
    "## 二. 出席情况\n\n2. 下列缔约国派代表出席了会议：埃及、肯尼亚和挪威。\n"
)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each State in a list of speakers."""
    if not parties(document):
        return
    there = present(document)
    for listed in speakers(document):
        for mention in listed.run.mentions:
            if mention.state in there:
                yield FINE
            else:
                span = (mention.span.start, mention.span.end)
                found = mention.span.of(listed.block.text)
                yield rule.at(document, listed.block, span, state=found)


RULE = Rule(
    code="LST103",
    name="speaker-not-present",
    severity=Severity.ERROR,
    summary="A State is listed as a speaker and not among those present",
    message="{state} is listed as a speaker, but not among those who attended. Add it there, "
    "or take it out here.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(en(_EN.format("Togo")), zh(_ZH.format("多哥"))),
    good=(en(_EN.format("Norway")), zh(_ZH.format("挪威"))),
)
