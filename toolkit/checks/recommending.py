"""Recommendations with all that belongs to them, and those that say nearly the same."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind

_ALIKE: Final = 0.8  # Dice coefficient of their pairs of words
_MOST: Final = 50  # recommendations that may share one pair of words and still be compared
_SPOKEN: Final = 0.1  # of letters in the document's script; a sentence about a ship has more
_FEWEST: Final = 6  # pairs of words; shorter ones are all alike

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation; ``text`` is its words and those of its subparagraphs."""

    block: Block
    text: str


def recommendations(document: Document) -> Iterator[Recommendation]:
    """Yield the recommendations that have words, in order."""
    for at, block in enumerate(document.blocks):
        if block.kind is Kind.RECOMMENDATION:
            # The same number a second time begins a recommendation of its own.
            own = takewhile(
                lambda one: one.kind is not Kind.RECOMMENDATION, belonging(document, at)
            )
            parts = (block, *own)
            text = "\n".join(one.text for one in parts if one.text)
            if text.strip():
                yield Recommendation(block, text)


def each_with(rule: Rule, document: Document, holds: Callable[[str], object]) -> Iterator[Case]:
    """Yield a case for each recommendation with words; a finding where ``holds`` says no.

    One that is still in another language, as in a draft half translated, says nothing of its own.
    """
    spoken = by_code(document.language)
    for one in recommendations(document):
        if spoken.share(one.text) < _SPOKEN:
            continue
        yield FINE if holds(one.text) else rule.at(document, one.block, label=one.block.label)


def twins(every: Sequence[Recommendation], language: str) -> Iterator[Recommendation | None]:
    """Yield for each recommendation the first one before it that says nearly the same, or None.

    Compared are only those that share one of their rarest pairs of words, which two that are
    alike must.
    """
    tokens = by_code(language).tokens
    pairs = [Counter(pairwise(tokens(one.text))) for one in every]
    common = Counter(pair for counts in pairs for pair in counts)
    seen: dict[Pair, list[int]] = {}
    for at, counts in enumerate(pairs):
        rarest = sorted(counts, key=lambda pair: (common[pair], pair))[: len(counts) // 3 + 1]
        near = sorted({other for pair in rarest for other in seen.get(pair, ())})
        twin = next((other for other in near if _alike(counts, pairs[other])), None)
        yield None if twin is None else every[twin]
        for pair in rarest:
            known = seen.setdefault(pair, [])
            if len(known) < _MOST:
                known.append(at)


def _alike(one: Counter[Pair], other: Counter[Pair]) -> bool:
    size = one.total() + other.total()
    if min(one.total(), other.total()) < _FEWEST:
        return False
    return 2 * (one & other).total() / size > _ALIKE
