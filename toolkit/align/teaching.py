"""Words that translate each other, learned from the pairs of a memory."""

from collections.abc import Mapping, Sequence

import numpy as np

from toolkit.align.aids import KnownPairs
from toolkit.align.dictionary import glosses
from toolkit.align.features import Side, side
from toolkit.align.lexicon import Pairs, learn, seed
from toolkit.languages.language import Language

WordPairs = Mapping[tuple[str, str], float]  # source word, target word: strength 0-1

NOTHING: WordPairs = {}
TEACHERS = 10_000  # pairs the words are learned from; a memory may be far larger


def teach(
    known: KnownPairs, texts: tuple[Sequence[str], Sequence[str]], langs: tuple[Language, Language]
) -> WordPairs:
    """Return what the first ``TEACHERS`` pairs teach, in the words that ``texts`` are cut into.

    Chinese is cut by the dictionary words that ``texts`` hold, so that both are cut alike.
    """
    pairs = known[:TEACHERS]
    if not pairs:
        return NOTHING
    han_is_target = langs[0].spaced
    dictionary = glosses(texts[1] if han_is_target else texts[0], *langs)
    vocabulary = frozenset(dictionary)
    ours, theirs = (
        side([pair[which] for pair in pairs], langs[which], vocabulary, anchored=False)
        for which in (0, 1)
    )
    seeds = seed(ours, theirs, dictionary, han_is_target=han_is_target)
    beads = [(np.array([at]), np.array([at])) for at in range(len(pairs))]
    learned = learn(ours, theirs, beads, seeds)
    return {(ours.names[s], theirs.names[t]): strength for (s, t), strength in learned.items()}


def with_taught(pairs: Pairs, taught: WordPairs, left: Side, right: Side) -> Pairs:
    """Return ``pairs`` and those taught whose words stand on both sides, the stronger of each."""
    joined = dict(pairs)
    for (ours, theirs), strength in taught.items():
        if ours in left.number and theirs in right.number:
            both = (left.number[ours], right.number[theirs])
            joined[both] = max(strength, joined.get(both, 0.0))
    return joined
