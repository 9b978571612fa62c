"""Sentences that stand in a pair more than once, and what they are translated as."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.checks.rule import Facing, PairInput
from toolkit.languages import by_code
from toolkit.model import Block

_SHORTEST = {"en": 30, "zh": 9}  # characters; headings and half sentences vary by their place
_SURE = 0.6  # confidence of the alignment
_ALIKE = 0.8  # share of the words of two sentences that say the same


@dataclass(frozen=True, slots=True)
class Rendering:
    """A sentence with its translation; ``block_id`` is that of the translation."""

    source: str
    target: str
    block_id: str


def repeated(pair: PairInput, *, by_target: bool) -> Iterator[tuple[Rendering, Rendering]]:
    """Yield the first place of a repeated sentence with each later one.

    Sentences of the original are repeated or, with ``by_target``, those of the translation. Only
    surely aligned ones count, one to one, and none of those that say little.
    """
    seen: dict[str, Rendering] = {}
    for facing in pair.facing:
        one = _rendering(pair, facing)
        if one is None:
            continue
        key = one.target if by_target else one.source
        first = seen.setdefault(key, one)
        if first is not one:
            yield first, one


def _rendering(pair: PairInput, facing: Facing) -> Rendering | None:
    if len(facing.source) != 1 or len(facing.target) != 1 or facing.confidence < _SURE:
        return None
    source, target = facing.source[0], facing.target[0]
    sides = ((source.text, pair.source.language), (target.text, pair.target.language))
    if any(len(text.strip()) < _SHORTEST.get(language, 30) for text, language in sides):
        return None
    return Rendering(source.text.strip(), target.text.strip(), target.block_id)


def alike(one: str, other: str, language: str) -> bool:
    """Return whether two sentences of the original have nearly all words in common."""
    tokens = by_code(language).tokens
    left, right = set(tokens(one.casefold())), set(tokens(other.casefold()))
    return len(left & right) >= _ALIKE * max(len(left), len(right), 1)


def at_sentence(pair: PairInput, one: Rendering) -> tuple[Block | None, tuple[int, int] | None]:
    """Return where a translation stands; no span outside the text of its block."""
    block = next((block for block in pair.target.blocks if block.id == one.block_id), None)
    at = block.text.find(one.target) if block else -1
    return block, (at, at + len(one.target)) if at >= 0 else None
