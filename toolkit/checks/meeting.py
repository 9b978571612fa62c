"""When the meeting took place, and under which symbol a document stands."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.languages import DateMention, MeetingMention, by_code
from toolkit.model import Block, Document
from toolkit.structure.names import is_report_title
from toolkit.symbols.symbol import Symbol, SymbolError

_BESIDE = 6  # characters between a meeting and its day: ", on ", " of ", "的"


def meeting_days(document: Document) -> tuple[date, date] | None:
    """Return the first and last day of the meeting as the masthead or the title has them.

    A title tells them only of a report: a letter or a resolution has a day of its own.
    """
    language = by_code(document.language)
    title = document.masthead.title
    reports = title is not None and is_report_title(title, language)
    for line in (document.masthead.venue, title if reports else None):
        days = [one for one in language.dates(line or "") if one.day_known and one.valid]
        if days:
            return days[0].first, max(one.last or one.first for one in days)
    return None


def own_symbol(document: Document) -> Symbol | None:
    """Return the symbol of the masthead; None when there is none, or it cannot be read."""
    try:
        return Symbol.parse(document.masthead.symbol or "")
    except SymbolError:
        return None


def issued(document: Document) -> date | None:
    """Return the date of the masthead."""
    try:
        return date.fromisoformat(document.masthead.date or "")
    except ValueError:
        return None


def numbered_meetings(document: Document) -> Iterator[tuple[Block, MeetingMention]]:
    """Yield the meetings named by figures ("its 3rd meeting"), which are those of this session.

    A "ninth meeting" in words is the session itself, or an earlier one.
    """
    language = by_code(document.language)
    for block in document.blocks:
        for one in language.meetings(block.text):
            if _in_figures(one, block):
                yield block, one


def dated_meetings(document: Document) -> Iterator[tuple[Block, MeetingMention, date]]:
    """Yield those numbered meetings that have a single day right beside them in their sentence.

    "At its 3rd meeting, on 9 September 2025", "在 2025 年 9 月 9 日第 3 次会议上"; days outside
    the meeting belong to somebody else's meetings and are left out.
    """
    language, meeting = by_code(document.language), meeting_days(document)
    if meeting is None:
        return
    for block in document.blocks:
        numbered = [one for one in language.meetings(block.text) if _in_figures(one, block)]
        days = language.dates(block.text) if numbered else ()
        for one in numbered:
            day = beside(days, one.span.start, one.span.end, _BESIDE)
            if day and meeting[0] <= day.first <= meeting[1] and not _of_several(day, days):
                yield block, one, day.first


def _of_several(day: DateMention, days: Sequence[DateMention]) -> bool:
    """Return whether another day stands right beside it: on 16 and 17 November."""
    near = (max(one.span.start - day.span.end, day.span.start - one.span.end) for one in days)
    return any(0 <= apart < _BESIDE for apart in near)


def beside(days: Sequence[DateMention], start: int, end: int, gap: int) -> DateMention | None:
    """Return the single day around ``start:end``, or at most ``gap`` code points away from it.

    ``days`` are in order of place; ranges, months and impossible days do not count.
    """
    at = bisect_left(days, start, key=lambda one: one.span.start)
    for one in days[max(0, at - 1) : at + 2]:
        apart = max(one.span.start - end, start - one.span.end)
        around = one.span.start <= start and end <= one.span.end
        if one.valid and one.day_known and not one.last and (around or 0 <= apart <= gap):
            return one
    return None


def _in_figures(one: MeetingMention, block: Block) -> bool:
    return any(sign.isdecimal() for sign in one.span.of(block.text))
