"""A day of the week that is not that of its date.

Looked at where the two stand side by side: "Monday, 3 June 2030".
"""

from collections.abc import Iterator

from toolkit.checks.meeting import beside
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document

_BESIDE = 3  # characters between the two: ", ", "（"


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each day of the week beside a date."""
    weekday, language = words(document.language).weekday, by_code(document.language)
    for block in document.blocks:
        found = list(weekday.finditer(block.text))
        days = language.dates(block.text) if found else ()
        for one in found:
            day = beside(days, *one.span(), _BESIDE)
            if day is None:
                continue
            if one.lastgroup == f"d{day.first.weekday()}":
                yield FINE
            else:
                yield rule.at(document, block, one.span(), found=one.group(), found_day=day.first)


RULE = Rule(
    code="DAT121",
    name="wrong-weekday",
    severity=Severity.ERROR,
    summary="A day of the week is not that of its date",
    message="{found_day} is not a “{found}”. Correct the day of the week, or the date.",
    authority="Editorial Manual, Numbers, dates and time",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. It met on Friday, 3 June 2030.\n"),
        zh("## 一. 导言\n\n1. 工作组于 2030 年 6 月 3 日（星期五）开会。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. It met on Monday, 3 June 2030.\n"),
        zh("## 一. 导言\n\n1. 工作组于 2030 年 6 月 3 日（星期一）开会。\n"),
    ),
)
