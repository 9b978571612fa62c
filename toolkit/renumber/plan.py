"""One plan for all language versions: which item comes to stand where, with which number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.model import Profile
from toolkit.numbering import scheme_for
from toolkit.renumber.fates import Fate, fates_of
from toolkit.renumber.operations import Operations
from toolkit.renumber.series import Series
from toolkit.renumber.slots import Slot, slots_of


@dataclass(frozen=True, slots=True)
class Track:
    """The new order of one series.

    ``numbers`` are those of the slots, None for what goes; ``fates`` are by the items' indexes.
    """

    scope: str
    slots: tuple[Slot, ...]
    numbers: tuple[int | None, ...]
    fates: tuple[Fate, ...]

    @property
    def counted(self) -> Iterator[tuple[Slot, int | None]]:
        """The slots with their numbers."""
        return zip(self.slots, self.numbers, strict=True)


class Row(NamedTuple):
    """One line of the map from old to new; None where there is nothing.

    ``again`` is "bis" and its like of an old number that was put in later.
    """

    kind: str
    path_old: str | None
    old: int | None
    new: int | None
    relation: str
    again: str = ""

    @property
    def was(self) -> str | None:
        """The old number as it is printed: "12", "12 bis"."""
        return None if self.old is None else f"{self.old} {self.again}".rstrip()


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of every item, in every series, in one way for all versions."""

    operations: Operations
    tracks: tuple[Track, ...]
    rows: tuple[Row, ...]

    @property
    def changes(self) -> bool:
        """Whether any number or any place changes."""
        slots = (slot for track in self.tracks for slot in track.slots)
        return any(row.old != row.new or row.again for row in self.rows) or any(
            slot.moved for slot in slots
        )


def make_plan(series: Sequence[Series], operations: Operations, profile: Profile) -> Plan:
    """Return the plan for a document whose series these are.

    Every series is counted anew without gaps or doubles: from 1, or from its first number where
    the document's kind may begin anywhere, as an addendum does. Pinned items keep their number
    and what follows goes on from it.

    Raises:
        UsageError: an operation names a number that is not there or stands twice, or a pinned
            number is reached before its item.
    """
    main = next((one for one in series if not one.scope), Series("", ()))
    _refuse_several(series, operations)
    place = _places(main, operations)
    tracks = []
    for one in series:
        asked = operations if one is main else Operations(kind=operations.kind)
        slots = slots_of(one, asked, place)
        numbers = tuple(_numbers(slots, asked, place, _start(one, asked, profile)))
        tracks.append(Track(one.scope, tuple(slots), numbers, fates_of(slots, numbers)))
    return Plan(operations, tuple(tracks), tuple(_rows(series, tracks, operations)))


# -- what the operations mean --------------------------------------------------------------
def _refuse_several(series: Sequence[Series], asked: Operations) -> None:
    """Refuse a number that several series of the report have; annexes are never meant."""
    ours = [one for one in series if not one.scope.startswith("annex")]
    for number in _named(asked) if len(ours) > 1 else ():
        places = [item.path for one in ours for item in one.items if item.number == number]
        if number == 0 or len(places) > 1:
            shown = ", ".join(places[:4]) + (", …" if len(places) > 4 else "")
            raise UsageError(
                f"The {asked.kind}s begin with 1 again {len(ours) - 1} times, so that {number} may "
                f"mean one of several ({shown or 'the beginning of each'}). Say --through to "
                "count them in one series, or split the file."
            )


def _named(asked: Operations) -> list[int]:
    """Return every number that operations name."""
    return [
        *asked.drop, *asked.split, *asked.pin, *asked.insert,
        *(one for group in asked.merge for one in group),
        *(number for one in asked.move for number in (one.item, one.anchor)),
    ]  # fmt: skip


def _places(main: Series, asked: Operations) -> dict[int, int]:
    """Return the item, by its index, that each number in ``asked`` means; refuse others."""
    named = _named(asked)
    meant = _meant(main, frozenset(named))
    for number in named:
        count = len(meant.get(number, ()))
        if count == 1 or number == 0:
            continue
        if count:
            raise UsageError(
                f"There are {count} {asked.kind}s {number}; renumber without operations first, "
                "then say which one is meant."
            )
        numbers = [item.number for item in main.items]
        last = f"they run from {min(numbers)} to {max(numbers)}" if numbers else "there are none"
        raise UsageError(f"There is no {asked.kind} {number}: {last}.")
    return {number: own[-1] for number, own in meant.items()}


def _meant(series: Series, named: frozenset[int]) -> dict[int, list[int]]:
    """Return the items that each number may mean: not "12 bis" where there is a 12."""
    found: dict[int, list[int]] = {}
    for at, item in enumerate(series.items):
        if item.number in named:
            found.setdefault(item.number, []).append(at)
    plain = ((one, [at for at in own if not series.items[at].again]) for one, own in found.items())
    return {one: own or found[one] for one, own in plain}


# -- counting ------------------------------------------------------------------------------
def _numbers(
    slots: Sequence[Slot], asked: Operations, place: Mapping[int, int], start: int
) -> Iterator[int | None]:
    """Yield the new number of each slot, None for what goes."""
    pinned: dict[int | None, int] = {place[number]: number for number in asked.pin}
    number = start
    for slot in slots:
        if slot.dropped or slot.merged_away:
            yield None
            continue
        if slot.source in pinned:
            _refuse_collision(asked, pinned[slot.source], number)
            number = pinned[slot.source]
        yield number
        number += 1


def _refuse_collision(asked: Operations, pinned: int, reached: int) -> None:
    if reached > pinned:
        raise UsageError(
            f"{asked.kind} {pinned} is pinned, but the {asked.kind} before it becomes "
            f"{reached - 1}; pin another number, or drop or move what stands before it."
        )


def _start(series: Series, asked: Operations, profile: Profile) -> int:
    rule = scheme_for(profile)[asked.kind.value]
    if not series.scope and rule.any_start and series.items:
        return series.items[0].number
    return 1


# -- the map -------------------------------------------------------------------------------
def _rows(
    series: Sequence[Series], tracks: Sequence[Track], operations: Operations
) -> Iterator[Row]:
    kind = operations.kind
    for one, track in zip(series, tracks, strict=True):
        for item, (numbers, relation) in zip(one.items, track.fates, strict=True):
            for number in numbers or (None,):
                yield Row(kind, item.block.path, item.number, number, relation, item.again)
        for slot, number in track.counted:
            if slot.source is None and not slot.split:
                yield Row(kind, None, None, number, "new")
