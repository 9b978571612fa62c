"""From the parts of dates, as a language finds them, to mentions."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.languages.language import DateMention
from toolkit.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """One day or month as printed.

    ``year`` and ``day`` are None where none is given or implied; ``ends_range`` says that a range
    sign joins it to the part before.
    """

    span: Span
    year: int | None
    month: int
    day: int | None
    ends_range: bool = False


def mentions(parts: Sequence[DatePart]) -> tuple[DateMention, ...]:
    """Return the mentions that ``parts``, all of one date expression, amount to.

    Parts without a year make none.
    """
    found: list[DateMention] = []
    for at, part in enumerate(parts):
        if part.year is None:
            continue
        if part.ends_range and at and parts[at - 1].year is not None and found:
            found[-1] = _range(found[-1], part)
        else:
            found.append(_single(part))
    return tuple(found)


def _single(part: DatePart) -> DateMention:
    day, valid = _nearest(part)
    return DateMention(span=part.span, first=day, day_known=part.day is not None, valid=valid)


def _range(first: DateMention, part: DatePart) -> DateMention:
    last, valid = _nearest(part)
    return DateMention(
        span=Span(first.span.start, part.span.end),
        first=first.first,
        last=last,
        day_known=first.day_known and part.day is not None,
        valid=first.valid and valid,
    )


def _nearest(part: DatePart) -> tuple[date, bool]:
    """The day, or when there is no such day the nearest before it, and whether there is one."""
    year = min(max(part.year or 1, 1), 9999)
    month = min(max(part.month, 1), 12)
    day = 1 if part.day is None else part.day
    latest = monthrange(year, month)[1]
    if part.month > 12:
        return date(year, 12, 31), False
    valid = part.month >= 1 and 1 <= day <= latest and year == part.year
    return date(year, month, min(max(day, 1), latest)), valid
