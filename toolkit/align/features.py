"""Segments as numbers: lengths, and for each side the words and anchors by number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.anchors import anchors
from toolkit.align.words import words
from toolkit.languages.language import Language

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ENOUGH = 100  # segments from which rarity can be told; in shorter texts it is stretched to that
ANCHOR = "="  # what the name of an anchor begins with; no word does


@dataclass(frozen=True, slots=True)
class Side:
    """One side, taken apart.

    Token t is an occurrence of ``names[kind[t]]`` in segment ``segment[t]``;
    tokens are sorted by segment, and a name counts once in a segment. ``rarity`` is, by kind,
    how much seeing it says (natural logarithm of how seldom it is among the segments).
    """

    texts: tuple[str, ...]
    lengths: Floats
    names: tuple[str, ...]
    number: dict[str, int]
    kind: Ints
    segment: Ints
    rarity: Floats

    @property
    def size(self) -> int:
        """How many segments there are."""
        return len(self.texts)

    @property
    def counts(self) -> Ints:
        """In how many segments each name is, by kind."""
        return np.bincount(self.kind, minlength=len(self.names))

    def anchors(self, segments: range) -> frozenset[str]:
        """Return the anchors of these segments."""
        first, last = np.searchsorted(self.segment, (segments.start, segments.stop))
        names = (self.names[kind] for kind in self.kind[first:last])
        return frozenset(name[len(ANCHOR) :] for name in names if name.startswith(ANCHOR))


def side(
    texts: Sequence[str],
    lang: Language,
    vocabulary: Sequence[str] | frozenset[str],
    *,
    anchored: bool = True,
) -> Side:
    """Take one side apart; without anchors, which take most of the time, where words will do."""
    bags = [
        sorted(words(text, lang, vocabulary))
        + (sorted(ANCHOR + a for a in anchors(text, lang)) if anchored else [])
        for text in texts
    ]
    counts = Counter(name for bag in bags for name in bag)
    number = {name: at for at, name in enumerate(counts)}
    kind = np.array([number[name] for bag in bags for name in bag], np.int64)
    segment = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags]).astype(np.int64)
    seen = np.array(list(counts.values()), np.float64)
    rarity = np.log((len(texts) + 2.0) / (seen + 0.5))
    rarity *= max(1.0, float(np.log(ENOUGH) / np.log(len(texts) + 2.0)))
    lengths = np.array([float(len("".join(text.split()))) for text in texts])
    return Side(tuple(texts), lengths, tuple(counts), number, kind, segment, rarity)


def anchor_kinds(one: Side) -> NDArray[np.bool_]:
    """Return by kind whether it is an anchor."""
    return np.array([name.startswith(ANCHOR) for name in one.names], np.bool_)
