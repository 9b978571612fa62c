"""A meeting whose number is higher than the number of meetings held.

The total is taken from the one sentence that counts them ("The Working Group held five
meetings"); where there is none, or more than one total, nothing is said.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import numbered_meetings
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import NumberKind, by_code
from toolkit.model import Document


def _total(document: Document) -> int | None:
    language, held = by_code(document.language), words(document.language).held
    totals = {
        int(number.value)
        for block in document.blocks
        for sentence in held.finditer(block.text)
        for number in language.numbers(sentence.group())
        if number.kind is NumberKind.CARDINAL and number.value.denominator == 1
    }
    return totals.pop() if len(totals) == 1 else None


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each meeting named in figures."""
    total = _total(document)
    if total is None:
        return
    for block, one in numbered_meetings(document):
        if max(one.numbers) <= total:
            yield FINE
        else:
            span = (one.span.start, one.span.end)
            yield rule.at(document, block, span, number=max(one.numbers), total=total)


RULE = Rule(
    code="DAT102",
    name="meeting-beyond-total",
    severity=Severity.ERROR,
    summary="A meeting has a higher number than there were meetings",
    message="Meeting {number} is named, but only {total} were held. Correct the number, or "
    "the total.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It held five meetings.\n\n2. At its 6th meeting, it rose.\n"),
        zh("## 一. 审议情况\n\n1. 共举行了五次会议。\n\n2. 工作组在第 6 次会议上结束讨论。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It held five meetings.\n\n2. At its 5th meeting, it rose.\n"),
        zh("## 一. 审议情况\n\n1. 共举行了五次会议。\n\n2. 工作组在第 5 次会议上结束讨论。\n"),
    ),
)
