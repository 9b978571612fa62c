"""The entries of a list of numbers, single or ranges, and what becomes of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.languages import AGAINS, Member, NumeralForm

_MOST = 1000  # numbers of one range that are written out


class Named(NamedTuple):
    """A numbered thing as references name it; ``again`` is "bis" and its like."""

    number: int
    again: str = ""


Becomes = Mapping[Named, Sequence[int]]


class Entry(NamedTuple):
    """One number, or a range of numbers when ``last`` is set."""

    first: Member
    last: Member | None = None

    def names(self, becomes: Becomes) -> Sequence[Named]:
        """Return all it names, in order; of a range that goes down or is too long, its ends.

        A range takes in what was put in later between its ends, where ``becomes`` has it.
        """
        first = Named(self.first.value, self.first.again)
        if self.last is None:
            return (first,)
        last = Named(self.last.value, self.last.again)
        if not first.number <= last.number < first.number + _MOST:
            return (first, last)
        numbers = range(first.number, last.number + 1)
        plain = [Named(number) for number in numbers]
        later = [one for one in becomes if one.again and one.number in numbers]
        between = {one for one in (*plain, *later) if _place(first) < _place(one) < _place(last)}
        return sorted({first, last, *between}, key=_place)


def _place(one: Named) -> tuple[int, int]:
    return one.number, AGAINS.index(one.again) + 1 if one.again else 0


def new_numbers(becomes: Becomes, one: Named) -> Sequence[int]:
    """Return what a number is now; one of which nothing is said stays."""
    return becomes.get(one, (one.number,))


def _of_member(becomes: Becomes, one: Named, member: Member) -> Sequence[int]:
    """Return what a printed number is now; a subparagraph stays with the first half of a split."""
    new = new_numbers(becomes, one)
    return new[:1] if member.part else new


@dataclass(frozen=True, slots=True)
class Number:
    """A number to be printed, with what follows it as printed before (" (a)", " bis").

    ``source`` is the printed number that it takes the place of, None for one that was not printed.
    """

    value: int
    form: NumeralForm
    tail: str = ""
    source: Member | None = field(default=None, compare=False)


def entries_of(members: Sequence[Member]) -> tuple[Entry, ...]:
    """Return the entries of a list, in the order printed."""
    found: list[Entry] = []
    for one in members:
        if one.ends_range and found and found[-1].last is None:
            found[-1] = Entry(found[-1].first, one)
        else:
            found.append(Entry(one))
    return tuple(found)


def kept_as_is(entries: Sequence[Entry], becomes: Becomes) -> tuple[tuple[Member, int], ...] | None:
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
    values = [value for _, value in pairs]
    if len(set(values)) < len(values) and _doubled(pairs):
        return None
    return tuple(pairs) if _rising(values) or not rises(entries) else None


def _doubled(pairs: Sequence[tuple[Member, int]]) -> bool:
    """Return whether numbers that were told apart are not any more."""
    new = {(value, member.part) for member, value in pairs}
    return len(new) < len({(one.value, one.again, one.part) for one, _ in pairs})


def rises(entries: Sequence[Entry]) -> bool:
    """Return whether the numbers of a list are in rising order."""
    members = [one for entry in entries for one in (entry.first, entry.last) if one]
    return _rising([one.value for one in members])


def _rising(numbers: Sequence[int]) -> bool:
    return numbers == sorted(numbers)


def _image(entry: Entry, becomes: Becomes) -> Sequence[int] | None:
    """Return the new numbers of an entry where each is one and they follow each other."""
    if entry.last is None:
        only = _of_member(becomes, Named(entry.first.value, entry.first.again), entry.first)
        return only if len(only) == 1 else None
    names = entry.names(becomes)
    new = [new_numbers(becomes, one) for one in names]
    if any(len(one) != 1 for one in new):
        return None
    values = [one[0] for one in new]
    step = values[-1] - values[0] + 1
    whole = step == len(values) == len(set(values)) and values == sorted(values)
    reversed_or_long = len(names) == 2 and abs(entry.first.value - names[-1].number) != 1
    return values if whole or reversed_or_long else None


def expanded(entries: Sequence[Entry], text: str, becomes: Becomes) -> Iterator[Number]:
    """Yield every new number of a list, with the subparagraph that stood behind the old one."""
    for entry in entries:
        last = entry.last or entry.first
        for name in entry.names(becomes):
            member = last if name == Named(last.value, last.again) else entry.first
            ends = name == Named(member.value, member.again)
            tail = text[_tail(member, known=name in becomes) : member.span.end] if ends else ""
            for new in _of_member(becomes, name, member):
                yield Number(new, member.form, tail, member if ends else None)


def _tail(member: Member, *, known: bool) -> int:
    """Return where what follows a number begins; "bis" goes where the number is a new one."""
    inside = member.again_span is not None and member.again_span.end <= member.span.end
    return member.again_span.end if known and inside and member.again_span else member.number.end


def ordered(numbers: Iterator[Number], entries: Sequence[Entry]) -> list[Number]:
    """Return numbers without doubles, rising where the old list rose."""
    once = list(dict.fromkeys(numbers))
    return sorted(once, key=lambda one: one.value) if rises(entries) else once
