"""What two items are compared by: their words, neighbours of words, and how rare each is.

Languages without spaces are compared by pairs of characters. A term that few items have says more
than one that all have.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.text.scripts import is_han

_PIECES = re.compile(r"[^\W\d_]+|\d[\d.,/]*\d|\d")
_QUOTED = re.compile(r"[“\"《]([^”\"》]{6,200})[”\"》]")
_OFTEN = 3  # a quoted title in so many blocks names an agenda item or document


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature counts; what is in no text here counts nothing.

    ``most`` is what a feature of one text alone counts.
    """

    rarity: Mapping[str, float]
    titles: frozenset[str]
    most: float = 0.0

    def features(self, text: str, language: str) -> frozenset[str]:
        """Return the features of a text, quoted titles that stand everywhere left out."""
        return frozenset(_features(_untitled(text, self.titles), language))

    def sum(self, features: Iterable[str]) -> float:
        """Return how much features weigh together."""
        return sum(self.rarity.get(one, 0.0) for one in features)


def weights_of(documents: Sequence[Document]) -> Weights:
    """Return the weights by all blocks of the documents compared, headings and lists included."""
    texts = [(block.text, one.language) for one in documents for block in one.blocks]
    quoted = Counter(name for text, _ in texts for name in set(_QUOTED.findall(text)))
    headings = {text.strip() for text, _ in texts}
    titles = frozenset(n for n, count in quoted.items() if count >= _OFTEN or n in headings)
    counts = Counter(
        one for text, code in texts for one in set(_features(_untitled(text, titles), code))
    )
    most = math.log(len(texts) + 1)
    return Weights({one: most - math.log(n) for one, n in counts.items()}, titles, most)


def _untitled(text: str, titles: frozenset[str]) -> str:
    return _QUOTED.sub(lambda one: " " if one[1] in titles else one[0], text)


def _features(text: str, language: str) -> Iterator[str]:
    words = list(_words(text, spaced=by_code(language).spaced))
    yield from words
    if by_code(language).spaced:
        yield from (f"{a} {b}" for a, b in pairwise(words))


def _words(text: str, *, spaced: bool) -> Iterator[str]:
    for match in _PIECES.finditer(text):
        piece = match[0]
        if spaced or not is_han(piece[0]):
            behind = text[match.end() :].lstrip()[:1] if not spaced else ""
            yield piece.lower() + (behind if piece[0].isdigit() and behind.isalpha() else "")
        elif len(piece) == 1:
            yield piece
        else:
            yield from (piece[at : at + 2] for at in range(len(piece) - 1))
