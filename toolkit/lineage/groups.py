"""Items that are compared with each other: those of one kind, or left over of two."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from toolkit.lineage.descent import Item
from toolkit.lineage.families import Family
from toolkit.lineage.items import items_of
from toolkit.lineage.opinion import Opinion
from toolkit.lineage.side import Side, side_of, weigh
from toolkit.model import Document, Kind


@dataclass(frozen=True, slots=True)
class Witness:
    """The same documents in another language, in the same order."""

    drafts: Sequence[Document]
    final: Document


@dataclass(frozen=True, slots=True)
class Group:
    """Items that were compared with each other, and which of them belong together.

    ``side`` is both languages in one where a second was given; ``opinion`` is None without.
    """

    side: Side
    opinion: Opinion | None
    families: list[Family]


class Comparison:
    """The documents compared, their words weighed once in each language."""

    def __init__(self, drafts: Sequence[Document], final: Document, second: Witness | None) -> None:
        """Weigh the words of all documents."""
        self._drafts, self._finals = _items(drafts), list(items_of(final))
        self._weights = weigh(drafts, final)
        self._second = second
        if second:
            self._others = _items(second.drafts), list(items_of(second.final))
            self._other_weights = weigh(second.drafts, second.final)

    def of_kind(self, kind: Kind) -> Group:
        """Compare all items of a kind."""
        return self._group(
            [one for one in self._drafts if one.kind is kind],
            [one for one in self._finals if one.kind is kind],
        )

    def left_over(self, drafts: Collection[Item], finals: Collection[Item]) -> Group:
        """Compare some drafts of one kind with some final items of another."""
        return self._group(list(drafts), list(finals))

    def _group(self, drafts: list[Item], finals: list[Item]) -> Group:
        side = side_of(drafts, finals, self._weights)
        if not self._second:
            return Group(side, None, side.families())
        other = side_of(
            _of_kinds_of(drafts, self._others[0]),
            _of_kinds_of(finals, self._others[1]),
            self._other_weights,
        )
        opinion = Opinion(side, other)
        return Group(opinion.together, opinion, opinion.together.families())


def _items(documents: Sequence[Document]) -> list[Item]:
    return [item for place, one in enumerate(documents) for item in items_of(one, place)]


def _of_kinds_of(some: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """Return the other items that are of the kinds of some."""
    kinds = {one.kind for one in some}
    return [one for one in others if one.kind in kinds]
