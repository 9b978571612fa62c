"""The entries of a list of numbers, single or ranges, and what becomes of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.languages import Member, NumeralForm

_MOST = 1000  # numbers of one range that are written out


@dataclass(frozen=True, slots=True)
class Entry:
    """One number, or a range of numbers when ``last`` is set."""

    first: Member
    last: Member | None = None

    @property
    def values(self) -> Sequence[int]:
        """All numbers; of a range that goes down or is over a thousand long, only its ends."""
        if self.last is None:
            return (self.first.value,)
        low, high = self.first.value, self.last.value
        if low <= high < low + _MOST:
            return range(low, high + 1)
        return (low, high)


@dataclass(frozen=True, slots=True)
class Number:
    """A number to be printed, with what follows it as printed before (" (a)", " bis")."""

    value: int
    form: NumeralForm
    tail: str = ""


def entries_of(members: Sequence[Member]) -> tuple[Entry, ...]:
    """Return the entries of a list, in the order printed."""
    found: list[Entry] = []
    for one in members:
        if one.ends_range and found and found[-1].last is None:
            found[-1] = Entry(found[-1].first, one)
        else:
            found.append(Entry(one))
    return tuple(found)


def kept_as_is(
    entries: Sequence[Entry], becomes: Callable[[int], Sequence[int]]
) -> tuple[tuple[Member, int], ...] | None:
    """Return each printed number with its new value where the list keeps its shape, else None.

    It does when every number becomes one number, ranges stay without gaps, and a list that rose
    still rises.
    """
    pairs: list[tuple[Member, int]] = []
    for one in entries:
        new = _image(one, becomes)
        if new is None:
            return None
        pairs.append((one.first, new[0]))
        if one.last is not None:
            pairs.append((one.last, new[-1]))
    values = [(value, member.part) for member, value in pairs]
    if len(set(values)) < len({(one.value, one.part) for one, _ in pairs}):
        return None
    return tuple(pairs) if not rises(entries) or _rising(values) else None


def rises(entries: Sequence[Entry]) -> bool:
    """Return whether the numbers of a list are in rising order."""
    members = [one for entry in entries for one in (entry.first, entry.last) if one]
    return _rising([(one.value, one.part) for one in members])


def _rising(values: Sequence[tuple[int, str]]) -> bool:
    numbers = [value for value, _ in values]
    return all(a <= b for a, b in pairwise(numbers))


def _image(entry: Entry, becomes: Callable[[int], Sequence[int]]) -> Sequence[int] | None:
    """Return the new numbers of an entry where each is one and they follow each other."""
    new = [becomes(value) for value in entry.values]
    if any(len(one) != 1 for one in new):
        return None
    values = [one[0] for one in new]
    step = values[-1] - values[0] + 1
    whole = entry.last is None or (step == len(values) and values == sorted(values))
    short = len(entry.values) == 2 and entry.last is not None
    reversed_or_long = short and abs(entry.first.value - entry.values[-1]) != 1
    return values if whole or reversed_or_long else None


def expanded(
    entries: Sequence[Entry], text: str, becomes: Callable[[int], Sequence[int]]
) -> Iterator[Number]:
    """Yield every new number of a list, with the subparagraph that stood behind the old one."""
    for entry in entries:
        for value in entry.values:
            member = entry.last if entry.last and value == entry.last.value else entry.first
            ends = value in (entry.first.value, member.value)
            tail = text[member.number.end : member.span.end] if ends else ""
            for new in becomes(value):
                yield Number(new, member.form, tail)


def ordered(numbers: Iterator[Number], entries: Sequence[Entry]) -> list[Number]:
    """Return numbers without doubles, rising where the old list rose."""
    once = list(dict.fromkeys(numbers))
    return sorted(once, key=lambda one: one.value) if rises(entries) else once
