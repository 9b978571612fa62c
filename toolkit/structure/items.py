"""Items: which level of a list a label belongs to, decided by sequence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.numbering.label import Label, Shape, System
from toolkit.structure.trail import segment

_FAR: Final = 1000


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its place: its level (1 outermost), its reading, the path below its container."""

    level: int
    label: Label
    path: str


class ItemStack:
    """The lists that stand open under one paragraph, from the outermost."""

    def __init__(self) -> None:
        self._open: list[tuple[Label, str]] = []
        self._bullets = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    def clear(self) -> None:
        """Close every list: a heading, paragraph or recommendation begins."""
        self._open.clear()
        self._bullets = 0

    def last_number(self) -> int | None:
        """Return the last figure of an open list numbered 1. 2. 3., None when there is none."""
        for label, _ in self._open:
            if label.system is System.ARABIC and label.shape is Shape.DOT:
                return label.value
        return None

    def goes_on(self, label: Label) -> bool:
        """Return whether a label is the next of a list that stands open."""
        return any(
            (last.system, last.shape) == (label.system, label.shape)
            and label.value == (last.value or 0) + 1
            for last, _ in self._open
        )

    def place(self, labels: Sequence[Label], *, opens: bool, following: Sequence[Label]) -> Placed:
        """Find the place of the next item and remember it.

        ``opens``: what stands before it ends with a colon. ``following``: the readings of the next
        label, which tell "(i)" the letter from "(i)" the numeral.
        """
        best = min(self._options(labels, opens), key=lambda one: self._cost(one, following))
        _, level, label = best
        del self._open[level:]
        self._open.append((label, self._segment(label)))
        return Placed(level + 1, label, "/".join(path for _, path in self._open))

    def _segment(self, label: Label) -> str:
        if label.system is not System.BULLET:
            return segment(label)
        self._bullets += 1
        return f"bullet {self._bullets}"

    def _cost(self, option: tuple[int, int, Label], following: Sequence[Label]) -> tuple[int, int]:
        cost, level, label = option
        if cost <= 3 and label.value is not None and _follows(label, following):
            cost -= 4
        return cost, -level

    def _options(self, labels: Iterable[Label], opens: bool) -> list[tuple[int, int, Label]]:
        """Return (cost, level, reading) for every way to understand a label."""
        return [option for label in labels for option in self._ways(label, opens)]

    def _ways(self, label: Label, opens: bool) -> list[tuple[int, int, Label]]:
        ways = [
            (_going_on(last, label, opens), level, label)
            for level, (last, _) in enumerate(self._open)
            if (last.system, last.shape) == (label.system, label.shape)
        ]
        if not ways:
            ways.append((self._beginning(label, opens), len(self._open), label))
        return ways

    def _beginning(self, label: Label, opens: bool) -> int:
        if label.value in (1, None):
            return 0 if not self._open else (1 if opens else 3)
        return 8 + min(label.value or 0, _FAR)


def _going_on(last: Label, label: Label, opens: bool) -> int:
    """Return how far a label is from being the next of an open list."""
    if label.value is None or last.value is None:
        return 2 if opens else 0
    step = label.value - last.value
    if step == 1 or (step == 0 and label.suffix):
        return 2 if opens else 0
    return 4 + step if step > 1 else 30


def _follows(label: Label, following: Sequence[Label]) -> bool:
    return any(
        one.system is label.system
        and one.shape is label.shape
        and one.value == (label.value or 0) + 1
        for one in following
    )
