"""Values held against the bounds between fields, and the bounds against the fields there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from toolkit.assemble.bounds import Bound, BoundKind
from toolkit.assemble.faults import Fault, did_you_mean
from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.places import Path
from toolkit.assemble.values import Days, Record, Value

_DATED = (FieldType.DATE, FieldType.DAYS)
_COUNTED = (FieldType.NUMBER, FieldType.ORDINAL)
Range = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Breach:
    """A value that a bound does not allow: where it stands, its words there, and a sentence."""

    path: Path
    words: str
    text: str


def breaches(fields: Sequence[Field], values: Record) -> Iterator[Breach]:
    """Give each value that breaks a bound; what was not given breaks and sets none."""
    yield from _record(fields, values, (), values)


def _record(fields: Sequence[Field], record: Record, path: Path, top: Record) -> Iterator[Breach]:
    for one in fields:
        here = (*path, one.name)
        yield from _ordered(one, record.get(one.name), here)
        for bound in one.bounds:
            other = _other(bound, record, top)
            if bound.kind is BoundKind.ONE_FEWER:
                yield from _fewer(bound, record.get(one.name), other, here)
                continue
            for at, value in _members(record.get(one.name), here):
                text = None if other is None else _breach(bound, value, other)
                if text:
                    yield Breach(at, _words(value), text)
        for at, value in _members(record.get(one.name), here):
            if isinstance(value, Mapping):
                yield from _record(one.fields, value, at, top)


def _ordered(field: Field, value: Value, path: Path) -> Iterator[Breach]:
    """Find members of a list that do not come after the one before them."""
    if not field.ordered or not isinstance(value, tuple):
        return
    for i in range(1, len(value)):
        before, own = _extent(value[i - 1]), _extent(value[i])
        if before is None or own is None or before[1] < own[0]:
            continue
        same = "stands twice in the list" if before == own else f"does not come after {before[2]}"
        text = f"{own[2]} {same}; give each once, in order."
        yield Breach((*path, i), _words(value[i]), text)


def _extent(value: Value) -> tuple[int, int, str] | None:
    """Return where a number or days begin and end, and how they are said."""
    if isinstance(value, int):
        return value, value, str(value)
    days = _range(value)
    return (days[0].toordinal(), days[1].toordinal(), _said(days)) if days else None


def _fewer(bound: Bound, value: Value, other: Value, path: Path) -> Iterator[Breach]:
    if isinstance(value, tuple) and value and isinstance(other, int) and len(value) != other - 1:
        text = f"{len(value)} are given, where “{bound.field}” is {other}: {other - 1} are expected"
        yield Breach(path, "", f"{text}{_SEE}")


def _members(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, tuple):
        yield from (((*path, i), one) for i, one in enumerate(value))
    elif value is not None:
        yield path, value


def _other(bound: Bound, record: Record, top: Record) -> Value:
    found: Value = record if bound.is_beside(record) else top
    for name in bound.names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _breach(bound: Bound, value: Value, other: Value) -> str | None:
    """Return what is wrong with a value, None for nothing."""
    if isinstance(value, int) and isinstance(other, int):
        return f"{value} is more than “{bound.field}”, {other}{_SEE}" if value > other else None
    own, limits = _range(value), _range(other)
    if own is None or limits is None or _holds(bound, own, limits):
        return None
    wrong = _WRONG[bound.kind]
    if limits[0] == limits[1]:
        wrong = wrong.replace("before the end of", "before")
    where = f"“{bound.field}” ({_said(limits)}{_allowed(bound)})"
    return f"{_said(own)} {wrong} {where}{_SEE}"


def _allowed(bound: Bound) -> str:
    before, after = bound.days
    return f"; {before} days before it or {after} after it at most" if before or after else ""


_SEE = "; see which of the two is right."
_WRONG = {
    BoundKind.WITHIN: "is not within",
    BoundKind.BEFORE: "is not before",
    BoundKind.AFTER: "is before the end of",
    BoundKind.NEAR: "is too far from",
    BoundKind.AT_MOST: "is later than",
}


def _holds(bound: Bound, own: Range, limits: Range) -> bool:
    match bound.kind:
        case BoundKind.WITHIN:
            return limits[0] <= own[0] and own[1] <= limits[1]
        case BoundKind.BEFORE:
            return own[1] < limits[0]
        case BoundKind.AFTER:
            return own[0] >= limits[1]
        case BoundKind.AT_MOST:
            return own[1] <= limits[1]
        case BoundKind.ONE_FEWER:
            return True  # the list as a whole was counted
        case BoundKind.NEAR:
            before, after = map(timedelta, bound.days)
            return limits[0] - own[0] <= before and own[1] - limits[1] <= after


def _range(value: Value) -> Range | None:
    if isinstance(value, Days):
        return value.days[0], value.days[-1]
    return (value, value) if isinstance(value, date) else None


def _said(days: Range) -> str:
    return f"{days[0]} to {days[1]}" if days[0] != days[1] else str(days[0])


def _words(value: Value) -> str:
    days = _range(value)
    return str(days[0]) if days else ""


def misplaced(fields: Sequence[Field], file: str) -> list[Fault]:
    """Find bounds of a manifest that name no field, or one of another type."""
    return list(_misplaced(fields, fields, file, ""))


def _misplaced(
    beside: Sequence[Field], top: Sequence[Field], file: str, parent: str
) -> Iterator[Fault]:
    for one in beside:
        dotted = f"{parent}{one.name}"
        for bound in one.bounds:
            text = _unfit(one, bound, beside, top)
            if text:
                yield Fault(file=file, place=f"field “{dotted}”", text=f"{bound.kind}: {text}")
        yield from _misplaced(one.fields, top, file, f"{dotted}.")


def _unfit(field: Field, bound: Bound, beside: Sequence[Field], top: Sequence[Field]) -> str:
    level = beside if bound.is_beside([one.name for one in beside]) else top
    found: Field | None = None
    for name in bound.names:
        known = {one.name: one for one in level}
        if name not in known:
            return f"there is no field “{bound.field}”.{did_you_mean(name, list(known))}"
        found = known[name]
        level = found.fields
        if found.many:
            return f"“{name}” is a list; name a field that has one value."
    kinds = (field.type, found.type if found else field.type)
    if bound.kind is BoundKind.ONE_FEWER:
        fits = field.many and kinds[1] in _COUNTED
        return "" if fits else f"“{field.name}” is no list, or “{bound.field}” no number."
    counted = bound.kind is BoundKind.AT_MOST and all(one in _COUNTED for one in kinds)
    if counted or all(one in _DATED for one in kinds):
        return ""
    needs = "two numbers or two dates" if bound.kind is BoundKind.AT_MOST else "dates or days"
    return f"“{field.name}” and “{bound.field}” are not both {needs}."
