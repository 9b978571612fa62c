"""What the parts of a report before this one have used up: numbers and headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model import Block, Document, Kind

Place = tuple[int, ...]  # numbers of the headings down to one: (2, 1) is II.A
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier parts have used up.

    ``recommendation`` is the last number given, 0 for none; ``titles`` the headings of each
    language by their place; ``named`` says which parts these are, for messages.
    """

    recommendation: int
    titles: Mapping[str, Mapping[Place, str]]
    named: str


def earlier(documents: Sequence[Document]) -> Earlier:
    """Return what ``documents``, parts of one report, have used up; annexes are left out."""
    titles: dict[str, dict[Place, str]] = {}
    last = 0
    for document in documents:
        found = titles.setdefault(document.language, {})
        for place, block in _headings(document.blocks):
            found.setdefault(place, block.text)
        numbers = (b.number or 0 for b in document.blocks if b.kind is Kind.RECOMMENDATION)
        last = max([last, *numbers])
    named = " and ".join(one.masthead.symbol or one.origin.path for one in documents)
    return Earlier(last, titles, named)


def _headings(blocks: Sequence[Block]) -> Iterator[tuple[Place, Block]]:
    place: Place = ()
    for block in blocks:
        if block.path.startswith("annex"):
            return
        level = block.level or 0
        if block.kind is Kind.HEADING and block.number and 1 <= level <= _DEEPEST:
            place = (*place[: level - 1], block.number)
            yield place, block
