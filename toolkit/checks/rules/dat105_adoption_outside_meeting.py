"""A report adopted on a day on which the meeting was not held.

Looked at in the chapter on the adoption of the report, where masthead or title say when the
meeting took place.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import meeting_days
from toolkit.checks.places import headings
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Block, Document


def _adoption(document: Document) -> Iterator[Block]:
    known = words(document.language)
    paths = [one.path for one in headings(document) if known.adoption.search(one.text)]
    for block in document.blocks:
        inside = any(block.path.startswith(f"{path}/") for path in paths if path)
        if inside and known.adopted.search(block.text):
            yield block


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each day in the sentence on the adoption."""
    meeting = meeting_days(document)
    if meeting is None:
        return
    for block in _adoption(document):
        for day in by_code(document.language).dates(block.text):
            if not day.day_known or meeting[0] <= day.first <= meeting[1]:
                yield FINE
                continue
            span = (day.span.start, day.span.end)
            yield rule.at(
                document,
                block,
                span,
                found_day=day.first,
                first_day=meeting[0],
                last_day=meeting[1],
            )


RULE = Rule(
    code="DAT105",
    name="adoption-outside-meeting",
    severity=Severity.ERROR,
    summary="The report is said to be adopted on a day without a meeting",
    message="The report is said to be adopted on {found_day}, but the meeting was held from "
    "{first_day} to {last_day}. Correct the day.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en("## I. Adoption of the report\n\n1. On 6 June 2030, it adopted the report.\n"),
        zh("## 一. 通过报告\n\n1. 工作组于 2030 年 6 月 6 日通过了会议报告。\n"),
    ),
    good=(
        en("## I. Adoption of the report\n\n1. On 5 June 2030, it adopted the report.\n"),
        zh("## 一. 通过报告\n\n1. 工作组于 2030 年 6 月 5 日通过了会议报告。\n"),
    ),
)
