"""Earlier meetings listed with their days, in another number than is said.

"The first eight meetings were held on …" (前八次会议) is compared with the days that follow in the
sentence; days one after the other in one month ("2 and 3 July 2028") are one meeting.
"""

from collections.abc import Iterator, Sequence

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import DateMention, by_code
from toolkit.model import Document

_FEWEST = 2  # meetings with their days; fewer are no list of them all
_JOINT = 8  # characters between two days of one meeting: " and "


def _meetings(days: Sequence[DateMention]) -> int:
    """Count the meetings whose days these are."""
    count = 0
    last: DateMention | None = None
    for one in days:
        near = last is not None and one.span.start - last.span.end <= _JOINT
        next_day = near and last is not None and (one.first - (last.last or last.first)).days == 1
        count += not next_day
        last = one
    return count


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each sentence that counts earlier meetings and gives their days."""
    language, earlier = by_code(document.language), words(document.language).earlier
    for block in document.blocks:
        if not earlier.search(block.text):
            continue
        for sentence in language.segment(block.text):
            text = sentence.of(block.text)
            found = earlier.search(text)
            days = [one for one in language.dates(text) if one.day_known and one.valid]
            stated = [one.value for one in language.numbers(found[0])] if found else []
            listed = _meetings(days)
            if found is None or len(stated) != 1 or listed < _FEWEST:
                continue
            if stated[0] == listed:
                yield FINE
                continue
            span = (sentence.start + found.start(), sentence.start + found.end())
            yield rule.at(document, block, span, stated=stated[0], listed=listed)


_EN = (
    "## I. Introduction\n\n1. The first {} meetings were held on 14 and 15 April 2026, from 27 to "
    "29 January 2027 and on 2 and 3 July 2028.\n"
)
_ZH = (
    "## 一. 导言\n\n1. 工作组前{}次会议分别于 2026 年 4 月 14 日和 15 日、2027 年 1 月 27 日至 "
    "29 日以及 2028 年 7 月 2 日和 3 日举行。\n"
)

RULE = Rule(
    code="DAT104",
    name="earlier-meetings-miscounted",
    severity=Severity.WARNING,
    summary="Earlier meetings are listed in another number than is said",
    message="{stated} earlier meetings are announced, and the days of {listed} follow. Correct "
    "the number or the list.",
    authority="Agreement of figures within a document",
    check=check,
    bad=(en(_EN.format("four")), zh(_ZH.format("四"))),
    good=(en(_EN.format("three")), zh(_ZH.format("三"))),
)
