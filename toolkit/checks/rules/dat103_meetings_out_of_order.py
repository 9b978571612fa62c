"""Meetings whose days do not go up with their numbers: the 3rd on 9, the 2nd on 10 September.

A meeting given two days is reported too.
"""

from collections.abc import Iterator
from datetime import date

from toolkit.checks.meeting import dated_meetings
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document

_MOST = 300  # meetings that are kept for comparison


def _conflict(known: dict[int, date], number: int, day: date) -> tuple[int, date] | None:
    for other, its_day in known.items():
        if (other == number and its_day != day) or (other < number and its_day > day):
            return other, its_day
        if other > number and its_day < day:
            return other, its_day
    return None


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each meeting with a number and a day."""
    known: dict[int, date] = {}
    for block, one, day in dated_meetings(document):
        clash = next(filter(None, (_conflict(known, n, day) for n in one.numbers)), None)
        if clash is None:
            yield FINE
            if len(known) < _MOST:
                known.update(dict.fromkeys(one.numbers, day))
        else:
            span = (one.span.start, one.span.end)
            number = one.numbers[0]
            yield rule.at(
                document,
                block,
                span,
                number=number,
                found_day=day,
                other=clash[0],
                other_day=clash[1],
            )


RULE = Rule(
    code="DAT103",
    name="meetings-out-of-order",
    severity=Severity.ERROR,
    summary="The days of meetings do not go up with their numbers",
    message="Meeting {number} is on {found_day} here, but meeting {other} is on {other_day} "
    "elsewhere. Correct the number or the day.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en(
            "## I. Debate\n\n1. At its 3rd meeting, on 3 June 2030, it met.\n\n"
            "2. At its 2nd meeting, on 4 June 2030, it rose.\n"
        ),
        zh(
            "## 一. 审议情况\n\n1. 工作组在 2030 年 6 月 3 日第 3 次会议上开始审议。\n\n"
            "2. 工作组在 2030 年 6 月 4 日第 2 次会议上结束审议。\n"
        ),
    ),
    good=(
        en(
            "## I. Debate\n\n1. At its 1st and 2nd meetings, on 3 June 2030, it met.\n\n"
            "2. At its 3rd meeting, on 4 June 2030, it rose.\n"
        ),
        zh(
            "## 一. 审议情况\n\n1. 工作组在 2030 年 6 月 3 日第 1 和第 2 次会议上开始审议。\n\n"
            "2. 工作组在 2030 年 6 月 4 日第 3 次会议上结束审议。\n"
        ),
        en(
            "## I. Debate\n\n1. At its 1st to 3rd meetings, on 3 and 4 June 2030, it met.\n\n"
            "2. At its 3rd meeting, on 4 June 2030, it rose.\n"
        ),
        zh(
            "## 一. 审议情况\n\n1. 工作组在 2030 年 6 月 3 日和 4 日第 1 至第 3 次会议上审议。\n\n"
            "2. 工作组在 2030 年 6 月 3 日第 1 次会议上通过议程。\n"
        ),
    ),
)
