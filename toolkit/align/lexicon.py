"""Which words may translate each other.

From the dictionary first, then learned from the beads of a first pass.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.align.cover import Lexicon
from toolkit.align.features import Side, anchor_kinds

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Pairs = dict[tuple[int, int], float]  # (source kind, target kind): strength 0-1
Glosses = Mapping[str, Mapping[str, float]]

ROUNDS = 4  # of expectation and maximisation
DOUBT = 0.5  # taken off every count, so that what was seen together once counts for little
LEAST = 0.1  # strengths below are left out
MOST_PAIRS = 4_000_000  # word pairs looked at in learning; later beads are left out


def seed(source: Side, target: Side, glosses: Glosses, *, han_is_target: bool) -> Pairs:
    """Return what is known beforehand: equal anchors and Latin words, and dictionary entries."""
    pairs = {
        (at, target.number[name]): 1.0
        for at, name in enumerate(source.names)
        if name in target.number
    }
    han, other = (target, source) if han_is_target else (source, target)
    for at, name in enumerate(han.names):
        for stem, weight in glosses.get(name, {}).items():
            if (there := other.number.get(stem)) is not None:
                key = (there, at) if han_is_target else (at, there)
                pairs[key] = max(weight, pairs.get(key, 0.0))
    return pairs


def learn(source: Side, target: Side, beads: Sequence[tuple[Ints, Ints]], known: Pairs) -> Pairs:
    """Learn strengths from beads (segment indexes of both sides) and join them with ``known``.

    The method is the first of the IBM models, run both ways; a pair counts as often as the more
    doubtful of the two directions says.
    """
    left, right = (_words_of(one) for one in (source, target))
    s, t, bead = _word_pairs(left, right, beads)
    if not len(s):
        return dict(known)
    key, pair = np.unique(s * len(target.names) + t, return_inverse=True)
    first, second = key // len(target.names), key % len(target.names)
    told = [known.get(both, 0.0) for both in zip(first.tolist(), second.tolist(), strict=True)]
    prior = 1.0 + 9.0 * np.array(told)
    forward = _expected(pair, bead, t, prior, s, len(source.names))
    backward = _expected(pair, bead, s, prior, t, len(target.names))
    count = np.minimum(forward, backward) - DOUBT
    seen = source.counts[first] + target.counts[second]
    strength = np.minimum(1.0, 2.0 * count / seen)
    out = dict(known)
    for at in np.flatnonzero(strength > LEAST):
        where = (int(first[at]), int(second[at]))
        out[where] = max(float(strength[at]), out.get(where, 0.0))
    return out


def both_ways(pairs: Pairs) -> tuple[Lexicon, Lexicon]:
    """Return the same strengths by target kind and by source kind."""
    by_target: dict[int, list[tuple[int, float]]] = {}
    by_source: dict[int, list[tuple[int, float]]] = {}
    for (s, t), strength in pairs.items():
        by_target.setdefault(t, []).append((s, strength))
        by_source.setdefault(s, []).append((t, strength))
    return _arrays(by_target), _arrays(by_source)


def _arrays(table: Mapping[int, Sequence[tuple[int, float]]]) -> Lexicon:
    return {
        kind: (np.array([k for k, _ in entry], np.int64), np.array([w for _, w in entry]))
        for kind, entry in table.items()
    }


def _words_of(one: Side) -> list[Ints]:
    """Return the kinds of words, not anchors, of every segment."""
    cuts = np.searchsorted(one.segment, np.arange(1, one.size))
    skip = anchor_kinds(one)
    return [part[~skip[part]] for part in np.split(one.kind, cuts)]


def _word_pairs(
    left: list[Ints], right: list[Ints], beads: Sequence[tuple[Ints, Ints]]
) -> tuple[Ints, Ints, Ints]:
    columns: list[tuple[Ints, Ints, Ints]] = []
    total = 0
    for number, (sources, targets) in enumerate(beads):
        a = np.unique(np.concatenate([left[i] for i in sources]))
        b = np.unique(np.concatenate([right[j] for j in targets]))
        total += len(a) * len(b)
        if total > MOST_PAIRS:
            break
        columns.append((np.repeat(a, len(b)), np.tile(b, len(a)), np.full(len(a) * len(b), number)))
    if not columns:
        empty = np.zeros(0, np.int64)
        return empty, empty, empty
    s, t, bead = (np.concatenate(column) for column in zip(*columns, strict=True))
    return s, t, bead


def _expected(
    pair: Ints, bead: Ints, explained: Ints, prior: Floats, by: Ints, kinds: int
) -> Floats:
    """Return by pair how often a word of ``by`` is expected to have made one of ``explained``."""
    place = np.unique(bead * (int(explained.max()) + 1) + explained, return_inverse=True)[1]
    weight = prior[pair]
    counts: Floats = np.zeros(len(prior))
    for _ in range(ROUNDS):
        share = weight / np.bincount(place, weight)[place]
        counts = np.bincount(pair, share, len(prior)).astype(np.float64)
        totals = np.bincount(by, share, kinds)
        weight = counts[pair] / totals[by]
    return counts
