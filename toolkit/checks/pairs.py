"""Which block of one language version is which of the other.

Blocks are matched by what they are and by their number, not by their chapter, so that one wrong
chapter number does not unsettle everything below it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.checks.places import annex_of
from toolkit.checks.rule import PairInput
from toolkit.model import Block

_NUMBERED = ("para ", "rec ")


def key(block: Block) -> str:
    """Return what a block is in both versions; equal keys are told apart by their order."""
    parts = block.path.split("/")
    for index, part in enumerate(parts):
        if part.startswith(_NUMBERED):
            parts = parts[index:]
            break
    return f"{block.kind} {annex_of(block)} {'/'.join(parts)}"


def matched(pair: PairInput) -> Iterator[tuple[Block, Block]]:
    """Yield the blocks that are in both versions, in the order of the target."""
    source = _indexed(pair.source.blocks)
    for name, block in _indexed(pair.target.blocks).items():
        if name in source:
            yield source[name], block


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
