"""An agenda item by number that the adopted agenda does not have.

Looked at where the agenda is set out in the document; agendas of other bodies are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.places import belonging
from toolkit.checks.references import of_kind
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document, Kind

_EN = (
    "## I. Agenda\n\n1. It adopted the following agenda:\n\n1. Organizational matters.\n\n"
    "2. Lamps.\n\n## II. Debate\n\n2. It took up agenda item {}.\n"
)
_ZH = (
    "## 一. 议程\n\n1. 工作组通过了以下议程：\n\n1. 组织事项。\n\n2. 灯具。\n\n"
    "## 二. 审议情况\n\n2. 工作组审议了议程项目 {}。\n"
)


def _items(document: Document) -> set[int]:
    """Return the numbers of the agenda items, none where the agenda is not set out."""
    opening = words(document.language).agenda
    for index, block in enumerate(document.blocks):
        if opening.search(block.text):
            return {
                item.number
                for item in belonging(document, index)
                if item.kind is Kind.ITEM and item.number and (item.label or "")[:1].isdecimal()
            }
    return set()


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each agenda item named by number."""
    items = _items(document)
    if not items:
        return
    for block, one in of_kind(document, RefKind.AGENDA_ITEM):
        number = next((end for ends in one.ranges for end in ends if end not in items), None)
        if number is None:
            yield FINE
        else:
            span = (one.span.start, one.span.end)
            yield rule.at(document, block, span, number=number, last=max(items))


RULE = Rule(
    code="REF106",
    name="reference-to-missing-agenda-item",
    severity=Severity.ERROR,
    summary="An agenda item is named that the agenda does not have",
    message="The agenda has no item {number}; its last item is {last}. Correct the number, "
    "or name the body whose agenda is meant.",
    authority="Editorial Manual, Instructions: check of internal references",
    check=check,
    bad=(en(_EN.format(6)), zh(_ZH.format(6))),
    good=(en(_EN.format(2)), zh(_ZH.format(2))),
)
