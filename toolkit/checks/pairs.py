"""Which block of one language version is which of the other.

Numbered blocks are matched by what they are and by their number, not by their chapter, so that
one wrong chapter number does not unsettle everything below it. Blocks without a number of their
own are matched by their sentences, where these have been aligned; by their order else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from toolkit.checks.places import annex_of
from toolkit.checks.rule import Facing, PairInput
from toolkit.languages import by_code
from toolkit.model import Block, Kind

_NUMBERED = ("para ", "rec ")
_SURE = 0.3  # confidence from which on sentences tie their blocks to each other


def key(block: Block) -> str:
    """Return what a block is in both versions; equal keys are told apart by their order."""
    parts = block.path.split("/")
    for index, part in enumerate(parts):
        if part.startswith(_NUMBERED):
            parts = parts[index:]
            break
    return f"{block.kind} {annex_of(block)} {'/'.join(parts)}"


def matched(pair: PairInput) -> Iterator[tuple[Block, Block]]:
    """Yield the blocks that are in both versions, in the order of the target.

    Several blocks of the source that together are one of the target come as one block. Two that
    have the same number, but whose sentences belong to others, are not the same.
    """
    source = _indexed(pair.source.blocks)
    loose, links = _faced(pair), _Links(pair.facing)
    for name, block in _indexed(pair.target.blocks).items():
        if pair.facing and is_loose(block):
            if block.id in loose:
                yield loose[block.id], block
        elif name in source and links.allow(source[name], block):
            yield source[name], block


class _Links:
    """Which blocks have sentences that face each other."""

    def __init__(self, facings: Iterable[Facing]) -> None:
        self._links = {
            (one.block_id, other.block_id)
            for facing in facings
            for one in facing.source
            for other in facing.target
        }
        self._ours = {one for one, _ in self._links}
        self._theirs = {other for _, other in self._links}

    def allow(self, source: Block, target: Block) -> bool:
        """Return whether nothing speaks against two blocks being the same."""
        if (source.id, target.id) in self._links:
            return True
        return source.id not in self._ours and target.id not in self._theirs


def is_loose(block: Block) -> bool:
    """Return whether a block has no number of its own, nor a letter below one."""
    if block.kind in (Kind.PARAGRAPH, Kind.RECOMMENDATION):
        return False
    if block.kind is Kind.HEADING:
        return block.number is None
    numbered = any(part.startswith(_NUMBERED) for part in block.path.split("/"))
    return not (block.kind is Kind.ITEM and numbered)


def _faced(pair: PairInput) -> Mapping[str, Block]:
    """Return the source of each loose block of the target that is one block's worth.

    Where one source block is several of the target, or a sentence has nothing against it, it
    cannot be told which block lacks what.
    """
    sources = {one.id: one for one in pair.source.blocks}
    targets = {one.id: one for one in pair.target.blocks}
    beside = by_code(pair.source.language).beside
    found = {}
    for ours, theirs in _tied(pair.facing):
        blocks = [sources[one] for one in ours if one in sources]
        every = [*blocks, *(targets[one] for one in theirs if one in targets)]
        whole = len(every) == len(ours) + len(theirs) and len(theirs) == 1 and blocks
        if whole and all(map(is_loose, every)):
            text = reduce(beside, (one.text for one in blocks))
            found[theirs[0]] = replace(blocks[0], text=text)
    return found


def _tied(facings: Iterable[Facing]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the blocks of both versions whose sentences face each other and no others."""
    sides = [
        ([f"s {x.block_id}" for x in one.source], [f"t {x.block_id}" for x in one.target])
        for one in facings
    ]
    homes: dict[str, str] = {}
    for ours, theirs in sides:
        for one in (*ours, *theirs):
            homes[_home(homes, one)] = _home(homes, (*ours, *theirs)[0])
    doubted = {
        _home(homes, (*ours, *theirs)[0])
        for facing, (ours, theirs) in zip(facings, sides, strict=True)
        if not ours or not theirs or facing.confidence < _SURE
    }
    groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for name in dict.fromkeys(one for some in sides for side in some for one in side):
        home = _home(homes, name)
        if home not in doubted:
            groups[home][name.startswith("t ")].append(name[2:])
    yield from groups.values()


def _home(homes: dict[str, str], name: str) -> str:
    while homes.setdefault(name, name) != name:
        homes[name] = name = homes[homes[name]]
    return name


def unmatched(ours: Sequence[Block], others: Sequence[Block]) -> list[Block]:
    """Return the blocks of ``ours`` that ``others`` lacks."""
    known = _indexed(others)
    return [block for name, block in _indexed(ours).items() if name not in known]


def _indexed(blocks: Sequence[Block]) -> dict[tuple[str, int], Block]:
    seen: Counter[str] = Counter()
    found = {}
    for block in blocks:
        name = key(block)
        found[name, seen[name]] = block
        seen[name] += 1
    return found
