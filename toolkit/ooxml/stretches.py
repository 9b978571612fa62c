"""Which paragraphs of a text share the counters of one list, and where others take over."""

from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stretch:
    """The paragraphs of a list from ``start`` to before ``end`` share these counters.

    ``uses`` leads from the uses of the list they name to those they are to name, and is empty
    where they stay as they are.
    """

    start: int
    end: int
    counters: str
    uses: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Family:
    """The paragraphs that share counters as read.

    ``places`` holds them by the use of the list they name, in order, ``ahead`` the stretches that
    are not behind yet, the next one last, ``done`` the others.
    """

    places: dict[str, list[int]]
    ahead: list[Stretch]
    done: list[Stretch] = field(default_factory=list)

    def split(self, at: int) -> Stretch:
        """Cut the stretch that a place is in, and return what is left of it from there on.

        The places come in order: nothing before one that was asked for is cut again.
        """
        while self.ahead[-1].end <= at:
            self.done.append(self.ahead.pop())
        found = self.ahead.pop()
        self.ahead.append(Stretch(at, found.end, found.counters, found.uses))
        self.done.append(Stretch(found.start, at, found.counters, found.uses))
        return self.ahead[-1]

    def within(self, num: str, start: int, end: int) -> list[int]:
        """Return where a use of the list is named from ``start`` to before ``end``."""
        every = self.places[num]
        return every[bisect_left(every, start) : bisect_left(every, end)]

    def firsts(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return which uses are named there, each with the first place, in order."""
        found = ((bisect_left(every, start), num) for num, every in self.places.items())
        return sorted(
            (self.places[num][at], num)
            for at, num in found
            if at < len(self.places[num]) and self.places[num][at] < end
        )
