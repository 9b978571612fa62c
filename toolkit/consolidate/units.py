"""What can be put somewhere: the headings of a draft, and the units that stand under them.

A unit is a numbered paragraph or a recommendation with all that belongs to it, or a stretch of
unnumbered text. Headings of several parts that are the same place have one key.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from toolkit.consolidate.part import Part
from toolkit.model import Block, Kind
from toolkit.text.normalize import match_key

_COUNTED = (Kind.PARAGRAPH, Kind.RECOMMENDATION)
_NAMELESS = "heading "
_ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as one part has it."""

    part: str
    block: Block


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks that stay together; ``name`` is how a plan calls it, ``key`` where it stood."""

    name: str
    part: str
    key: str
    blocks: tuple[Block, ...]

    @property
    def head(self) -> Block:
        """The block whose number the unit has."""
        return self.blocks[0]


@dataclass(slots=True)
class Stock:
    """All that there is in the parts, in order: titles by key, units by name.

    ``counts`` tells apart units that would have one name.
    """

    titles: dict[str, list[Title]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def stock_of(parts: Sequence[Part]) -> Stock:
    """Return what the parts hold; every block of every part is in it once."""
    stock = Stock()
    keys = _Keys()
    for part in parts:
        _take(stock, part, keys)
    return stock


class _Keys:
    """Gives headings without a label, and annexes without a number, one key in all parts.

    They are the same when their words are; an annex without words is one of its own, unless it
    goes on. A second annex has the key "annex-2".
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._counts: dict[str, int] = {}

    def key(self, block: Block, parents: dict[str, str]) -> str:
        """Return the key of a heading; ``parents`` are those of its part by path."""
        head, _, last = block.path.rpartition("/")
        above = parents.get(head, head)
        if last.startswith(_NAMELESS):
            last = f"{_NAMELESS}{self._place(above, block)}"
        elif block.path == _ANNEX:
            place = self._place(_ANNEX, block)
            last = _ANNEX if place == 1 else f"{_ANNEX}-{place}"
        return f"{above}/{last}" if above else last

    def _place(self, above: str, block: Block) -> int:
        """Return which heading of its kind it is, the same for the same words."""
        words = (above, match_key(block.text))
        opens = not words[1] and not block.continued
        if opens or words not in self._known:
            self._counts[above] = self._counts.get(above, 0) + 1
            self._known[words] = self._counts[above]
        return self._known[words]


def _take(stock: Stock, part: Part, keys: _Keys) -> None:
    parents: dict[str, str] = {}
    key = ""
    held: list[Block] = []
    for block in part.document.blocks:
        if block.kind is Kind.HEADING:
            _close(stock, part.name, key, held)
            key = keys.key(block, parents)
            parents[block.path] = key
            stock.titles.setdefault(key, []).append(Title(part.name, block))
            continue
        if held and not _belongs(block, held):
            _close(stock, part.name, key, held)
        held.append(block)
    _close(stock, part.name, key, held)


def _belongs(block: Block, held: Sequence[Block]) -> bool:
    """Return whether a block goes on with what is held."""
    if block.kind in _COUNTED:
        return False
    owner = held[0]
    if owner.kind in _COUNTED:
        return block.path == owner.path or block.path.startswith(f"{owner.path}/")
    return held[-1].kind is Kind.CAPTION or block.kind is Kind.ITEM


def _close(stock: Stock, part: str, key: str, held: list[Block]) -> None:
    if not held:
        return
    head = held[0]
    last = head.path.rpartition("/")[2] if head.kind in _COUNTED else "text"
    stem = f"{part}: {key}/{last}" if key else f"{part}: {last}"
    count = stock.counts[stem] = stock.counts.get(stem, 0) + 1
    name = stem if count == 1 else f"{stem} #{count}"
    stock.units[name] = Unit(name, part, key, tuple(held))
    held.clear()
