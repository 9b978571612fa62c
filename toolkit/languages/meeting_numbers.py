"""Meetings named by number, from the numbers and signs between them."""

from collections.abc import Callable

from toolkit.languages.language import MeetingMention
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_MOST = 100


def mentions(
    pattern: Pattern,
    token: Pattern,
    read: Callable[[str], int | None],
    text: str,
) -> tuple[MeetingMention, ...]:
    """Find meetings: ``pattern`` has a group "list", ``token`` the groups "number" and "range".

    "1st to 4th" is (1, 2, 3, 4); a range that does not rise, or is longer than a hundred, keeps
    only its ends.
    """
    found = []
    for match in pattern.finditer(text):
        numbers: list[int] = []
        ranged = False
        for one in token.finditer(text, *match.span("list")):
            value = read(one["number"]) if one["number"] else None
            if value is not None:
                numbers += _filled(numbers, value) if ranged else [value]
            ranged = bool(one["range"])
        if numbers:
            found.append(MeetingMention(span=Span(*match.span()), numbers=tuple(numbers)))
    return tuple(found)


def _filled(numbers: list[int], last: int) -> list[int]:
    first = numbers[-1] if numbers else last
    return list(range(first + 1, last + 1)) if 0 < last - first <= _MOST else [last]
