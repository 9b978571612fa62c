"""Bounds that a manifest sets between fields: ``within = "meeting.dates"`` and the like."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from enum import StrEnum


class BoundKind(StrEnum):
    """How a value stands to that of another field; the words of the manifest."""

    WITHIN = "within"  # days: all of them from its first to its last
    BEFORE = "before"  # days: all of them earlier than its first
    AFTER = "after"  # days: none of them earlier than its last
    NEAR = "near"  # days: so many days before its first or after its last at most
    AT_MOST = "at_most"  # a number that is no greater, a day that is no later
    ONE_FEWER = "one_fewer_than"  # a list: one member for each number below it


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound. ``names`` lead to the other field from the top; one name alone may stand beside.

    ``days`` are those that NEAR allows before and after.
    """

    kind: BoundKind
    names: tuple[str, ...]
    days: tuple[int, int] = (0, 0)

    @property
    def field(self) -> str:
        """The other field as the manifest names it."""
        return ".".join(self.names)

    def is_beside(self, names: Container[str]) -> bool:
        """Return whether the other field is one of these, which stand beside the own one."""
        return len(self.names) == 1 and self.names[0] in names


KEYS = (*map(str, BoundKind), "days")


def parse_bounds(table: Mapping[str, object], fault: Callable[[str], None]) -> tuple[Bound, ...]:
    """Return the bounds that a field's table sets; ``fault`` is told what does not hold."""
    if ("days" in table) is not (BoundKind.NEAR in table):
        fault('near and days go together: near = "FIELD" and days = 31, or days = [31, 366].')
    found = []
    for kind in BoundKind:
        other = table.get(kind)
        if isinstance(other, str) and other:
            days = _days(table.get("days"), fault) if kind is BoundKind.NEAR else (0, 0)
            found.append(Bound(kind, tuple(other.split(".")), days))
        elif other is not None:
            fault(f'{kind} names another field: {kind} = "FIELD".')
    return tuple(found)


def _days(raw: object, fault: Callable[[str], None]) -> tuple[int, int]:
    both = raw if isinstance(raw, list) else [raw or 0] * 2
    numbers = [one for one in both if isinstance(one, int) and one >= 0]
    if len(both) == len(numbers) == 2:
        return numbers[0], numbers[1]
    fault("days is a number of days, or two: those before and those after.")
    return 0, 0
