"""A meeting held on other days in the text than in the masthead.

Looked at where a sentence says that the meeting was held, and gives days that overlap with those
of the masthead without being the same. The title is looked at too.
"""

from collections.abc import Iterator
from datetime import date

from toolkit.checks.meeting import meeting_days
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, masthead, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Block, Document


def _stated(document: Document) -> Iterator[tuple[Block | None, tuple[int, int], date, date]]:
    """Yield each range of days in a sentence that says that a meeting was held."""
    language, held = by_code(document.language), words(document.language).meeting_held
    title = document.masthead.title or ""
    for block, text in ((None, title), *((one, one.text) for one in document.blocks)):
        for sentence in language.segment(text):
            words_of_it = sentence.of(text)
            if not held.search(words_of_it):
                continue
            for day in language.dates(words_of_it):
                if day.last and day.valid:
                    at = (sentence.start + day.span.start, sentence.start + day.span.end)
                    yield block, at, day.first, day.last


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each range of days that overlaps with those of the masthead."""
    meeting = meeting_days(document)
    if meeting is None:
        return
    for block, at, first, last in _stated(document):
        if last < meeting[0] or first > meeting[1]:
            continue
        if (first, last) == meeting:
            yield FINE
        else:
            yield rule.at(
                document,
                block,
                at if block else None,
                first_day=first,
                last_day=last,
                printed_first_day=meeting[0],
                printed_last_day=meeting[1],
            )


RULE = Rule(
    code="MST107",
    name="meeting-dates-differ",
    severity=Severity.ERROR,
    summary="The meeting is held on other days in the text than in the masthead",
    message="The meeting was held from {first_day} to {last_day} here, but from "
    "{printed_first_day} to {printed_last_day} in the masthead. See which of the two is right.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        en("## I. Opening\n\n1. The meeting was held in Vienna from 3 to 6 June 2030.\n"),
        zh("## 一. 开幕\n\n1. 会议于 2030 年 6 月 3 日至 6 日在维也纳举行。\n"),
        masthead("en", ("from 3 to 5 June", "from 3 to 6 June")),
    ),
    good=(
        en("## I. Opening\n\n1. The meeting was held in Vienna from 3 to 5 June 2030.\n"),
        zh("## 一. 开幕\n\n1. 会议于 2030 年 6 月 3 日至 5 日在维也纳举行。\n"),
    ),
)
