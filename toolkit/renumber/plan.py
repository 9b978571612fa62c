"""One plan for all language versions: which item comes to stand where, with which number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.errors import UsageError
from toolkit.model import Profile
from toolkit.numbering import scheme_for
from toolkit.renumber.operations import Moving, Operations
from toolkit.renumber.series import Item, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in the new order.

    ``source`` is the index of an item in its series, None for a new one; ``taken`` are the
    indexes of items merged into it. ``number`` is the new one, None for an item that goes (it
    holds its place so that others can stand behind it). ``like`` is the item that a new one
    looks like, ``split`` whether it is a second part of that. What moves or comes stands right
    behind the staying item before it, with ``ahead`` right before the staying item after it.
    """

    source: int | None = None
    taken: tuple[int, ...] = ()
    number: int | None = None
    like: int = 0
    split: bool = False
    moved: bool = False
    ahead: bool = False
    merged_away: bool = False

    def numbered(self, number: int) -> "Slot":
        """Return the slot with a number; named one by one, which is quicker than ``replace``."""
        return Slot(
            source=self.source,
            taken=self.taken,
            number=number,
            like=self.like,
            split=self.split,
            moved=self.moved,
            ahead=self.ahead,
            merged_away=self.merged_away,
        )


@dataclass(frozen=True, slots=True)
class Track:
    """The new order of one series."""

    scope: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
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
    _refuse_unknown(main, operations)
    tracks = []
    for one in series:
        asked = operations if one is main else Operations(kind=operations.kind)
        slots = _ordered(one, asked)
        tracks.append(Track(one.scope, tuple(_counted(one, slots, asked, profile))))
    return Plan(operations, tuple(tracks), tuple(_rows(series, tracks, operations)))


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


def _refuse_unknown(main: Series, asked: Operations) -> None:
    numbers = [item.number for item in main.items]
    meant = _meant(main)
    for number in _named(asked):
        count = len(meant.get(number, ()))
        if count == 1 or number == 0:
            continue
        if count:
            raise UsageError(
                f"There are {count} {asked.kind}s {number}; renumber without operations first, "
                "then say which one is meant."
            )
        last = f"they run from {min(numbers)} to {max(numbers)}" if numbers else "there are none"
        raise UsageError(f"There is no {asked.kind} {number}: {last}.")


def _meant(series: Series) -> dict[int, list[int]]:
    """Return the items that each number means: not "12 bis" where there is a 12."""
    found: dict[int, list[int]] = {}
    for at, item in enumerate(series.items):
        found.setdefault(item.number, []).append(at)
    plain = ((one, [at for at in own if not series.items[at].again]) for one, own in found.items())
    return {one: own or found[one] for one, own in plain}


def _ordered(series: Series, asked: Operations) -> list[Slot]:
    """Return the slots of a series in their new order, not yet numbered."""
    place = {number: own[-1] for number, own in _meant(series).items()}
    slots = [Slot(source=at) for at in range(len(series.items))]
    for one in asked.move:
        _move(series, slots, place, one)
    for group in asked.merge:
        at = _at(slots, place[group[0]])
        slots[at] = replace(slots[at], taken=tuple(place[one] for one in group[1:]))
        for number in group[1:]:
            other = _at(slots, place[number])
            slots[other] = replace(slots[other], merged_away=True)
    for number in asked.split:
        at = _at(slots, place[number])
        slots.insert(at + 1, Slot(like=place[number], split=True, ahead=slots[at].ahead))
    for number in asked.insert:
        at = 0 if number == 0 else _at(slots, place[number]) + 1
        while number and at < len(slots) and slots[at].source is None:
            at += 1
        ahead = number == 0 or slots[at - 1].ahead
        slots.insert(at, Slot(like=place.get(number, 0), ahead=ahead))
    return slots


def _move(series: Series, slots: list[Slot], place: Mapping[int, int], asked: Moving) -> None:
    """Move a slot; one that stands where it is to stand is left."""
    item = place[asked.item]
    if asked.anchor == 0:
        others = (slot.source for slot in slots if slot.source != item)
        anchor, ahead = next(others, None), True
    else:
        anchor, ahead = place[asked.anchor], asked.ahead
    if anchor is None or _stands(series, slots, item, anchor, ahead=ahead):
        return
    slot = slots.pop(_at(slots, item))
    at = _at(slots, anchor)
    beside = slots[at]
    ahead = beside.ahead if beside.moved else ahead
    to = at if asked.ahead or asked.anchor == 0 else at + 1
    slots.insert(to, replace(slot, moved=True, ahead=ahead))


def _stands(series: Series, slots: Sequence[Slot], item: int, anchor: int, *, ahead: bool) -> bool:
    """Return whether an item that has not moved stands beside its anchor already."""
    at, other = _at(slots, item), _at(slots, anchor)
    if slots[at].moved or slots[other].moved:
        return False
    one, two = series.items[item], series.items[anchor]
    if ahead:
        return other == at + 1 and one.stop == two.start
    return other == at - 1 and two.stop == one.start


def _at(slots: Sequence[Slot], source: int) -> int:
    return next(at for at, one in enumerate(slots) if one.source == source)


def _counted(
    series: Series, slots: Sequence[Slot], asked: Operations, profile: Profile
) -> list[Slot]:
    found: list[Slot] = []
    number = _start(series, asked, profile)
    dropped, pinned = set(asked.drop), set(asked.pin)
    meant = {own[-1]: one for one, own in _meant(series).items()}
    for slot in slots:
        old = None if slot.source is None else meant.get(slot.source)
        if slot.merged_away or (old is not None and old in dropped):
            found.append(slot)
            continue
        if old is not None and old in pinned:
            _refuse_collision(asked, old, number)
            number = old
        found.append(slot.numbered(number))
        number += 1
    return found


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
def _rows(series: Sequence[Series], tracks: Sequence[Track], operations: Operations) -> list[Row]:
    rows: list[Row] = []
    for one, track in zip(series, tracks, strict=True):
        for item, (numbers, relation) in zip(one.items, fates(track), strict=True):
            rows.extend(
                Row(
                    kind=operations.kind,
                    path_old=item.path,
                    old=item.number,
                    new=number,
                    relation=relation,
                    again=item.again,
                )
                for number in numbers or (None,)
            )
        rows.extend(
            Row(kind=operations.kind, path_old=None, old=None, new=slot.number, relation="new")
            for slot in track.slots
            if slot.source is None and not slot.split
        )
    return rows


Fate = tuple[tuple[int, ...], str]


def fates(track: Track) -> list[Fate]:
    """Return for each item, by its index, its new numbers and the word for what became of it."""
    parts: dict[int, tuple[int, ...]] = {}
    into: dict[int, int | None] = {}
    for slot in track.slots:
        if slot.split and slot.number is not None:
            parts[slot.like] = (*parts.get(slot.like, ()), slot.number)
        into.update(dict.fromkeys(slot.taken, slot.number))
    by_source = {slot.source: slot for slot in track.slots if slot.source is not None}
    return [_fate(by_source[at], at, parts, into) for at in range(len(by_source))]


def _fate(
    slot: Slot, at: int, parts: dict[int, tuple[int, ...]], into: dict[int, int | None]
) -> Fate:
    if slot.merged_away:
        number = into[at]
        return (() if number is None else (number,)), "merged"
    if slot.number is None:
        return (), "dropped"
    if at in parts:
        return (slot.number, *parts[at]), "split"
    if slot.taken:
        return (slot.number,), "merged"
    return (slot.number,), "moved" if slot.moved else "kept"


def inverse(plan: Plan, series: Sequence[Series]) -> Operations:
    """Return the operations that undo a plan of moves, additions and pins.

    Raises:
        ValueError: the plan drops or merges something, whose words are gone from where they were,
            or moves all that stood in a section out of it.
    """
    asked = plan.operations
    if asked.drop or asked.merge:
        raise ValueError("what was dropped or merged cannot be brought back by numbers")
    track = next((one for one in plan.tracks if not one.scope), Track("", ()))
    items = next((one.items for one in series if not one.scope), ())
    now = {slot.source: slot.number or 0 for slot in track.slots if slot.source is not None}
    moved = [slot.source for slot in track.slots if slot.source is not None and slot.moved]
    moves = [_back(items, now, at, moved) for at in sorted(moved)]
    added = tuple(slot.number or 0 for slot in track.slots if slot.source is None)
    pins = tuple(number for at, number in now.items() if items[at].number in asked.pin)
    return Operations(kind=asked.kind, move=tuple(moves), drop=added, pin=pins)


def _back(items: Sequence[Item], now: Mapping[int, int], at: int, moved: Sequence[int]) -> Moving:
    """Return the move that brings an item back; those before it are back already."""
    if at and items[at - 1].section == items[at].section:
        return Moving(now[at], now[at - 1])
    for other in range(at + 1, len(items)):
        if items[other].section != items[at].section:
            break
        if other not in moved:
            return Moving(now[at], now[other], ahead=True)
    raise ValueError("nothing is left in the section that an item was moved from")
