"""An agenda item by number that the adopted agenda does not have.

Looked at where the agenda is set out in the document; agendas of other bodies are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.references import known, missing, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document

_EN = (
    "## I. Agenda\n\n1. It adopted the following agenda:\n\n1. Organizational matters.\n\n"
    "2. Lamps.\n\n## II. Debate\n\n2. It took up agenda item {}.\n"
)
_ZH = (
    "## 一. 议程\n\n1. 工作组通过了以下议程：\n\n1. 组织事项。\n\n2. 灯具。\n\n"
    "## 二. 审议情况\n\n2. 工作组审议了议程项目 {}。\n"
)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each agenda item named by number."""
    index = known(document)
    if not index.has(RefKind.AGENDA_ITEM):
        return
    last = index.highest(RefKind.AGENDA_ITEM)
    for block, one in of_kind(document, RefKind.AGENDA_ITEM):
        number = missing(one)
        if number is None:
            yield FINE
        else:
            yield rule.at(document, block, span_of(one), number=number, last=last)


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
