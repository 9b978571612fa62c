"""What comes further on: numbers and labels that tell how to read the present ones."""

from bisect import bisect_right
from collections.abc import Sequence

from toolkit.numbering.label import Label, Shape, System
from toolkit.structure.marking import Marked


class Ahead:
    """An index of a document's labels by place, made once."""

    def __init__(self, marked: Sequence[Marked]) -> None:
        self._marked = marked
        self._annexes = [at for at, one in enumerate(marked) if one.annex]
        self._figures: dict[int, list[int]] = {}
        self._next_label = [len(marked)] * (len(marked) + 1)
        for at in range(len(marked)):
            figure = self.figure_at(at)
            if figure is not None:
                self._figures.setdefault(figure, []).append(at)
        for at in range(len(marked) - 1, -1, -1):
            self._next_label[at] = at if marked[at].labels else self._next_label[at + 1]

    def figure_at(self, at: int) -> int | None:
        """Return the figure of the numbered paragraph that stands at a place, if one does."""
        if at >= len(self._marked):
            return None
        figure = self._marked[at].reading(System.ARABIC, shape=Shape.DOT)
        return figure.value if figure is not None else None

    def comes(self, value: int, after: int) -> bool:
        """Return whether a label with this figure follows before the next annex."""
        places = self._figures.get(value, [])
        at = bisect_right(places, after)
        if at == len(places):
            return False
        annex = bisect_right(self._annexes, after)
        return annex == len(self._annexes) or places[at] < self._annexes[annex]

    def following(self, after: int) -> Sequence[Label]:
        """Return the readings of the next label, none at the end."""
        at = self._next_label[after + 1] if after + 1 < len(self._next_label) else len(self._marked)
        return self._marked[at].labels if at < len(self._marked) else ()
