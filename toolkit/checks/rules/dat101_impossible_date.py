"""A day that is in no calendar: 31 September."""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each date in the text."""
    dates = by_code(document.language).dates
    for block in document.blocks:
        for one in dates(block.text):
            if one.valid:
                yield FINE
            else:
                found = one.span.of(block.text)
                yield rule.at(document, block, (one.span.start, one.span.end), found=found)


RULE = Rule(
    code="DAT101",
    name="impossible-date",
    severity=Severity.ERROR,
    summary="A date is in no calendar",
    message="“{found}” is in no calendar. Correct the day or the month.",
    authority="Editorial Manual, Numbers, dates and time",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. It met on 31 September 2029.\n"),
        zh("## 一. 导言\n\n1. 工作组于 2029 年 9 月 31 日开会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met on 30 September 2029.\n"),
        zh("## 一. 导言\n\n1. 工作组于 2029 年 9 月 30 日开会。\n"),
    ),
)
