"""What each possible bead is worth: kind of bead, lengths, words and anchors explained."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band
from toolkit.align.cover import Lexicon, covered_by_source, covered_by_target
from toolkit.align.features import Side, anchor_kinds
from toolkit.align.lattice import Sizes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TINY = 0.1  # cost that a segment of no words is taken to have

PRIORS: dict[Sizes, float] = {
    (1, 1): -0.1,
    (1, 0): -1.8,
    (0, 1): -1.8,
    (1, 2): -1.2,
    (2, 1): -1.2,
    (1, 3): -2.2,
    (3, 1): -2.2,
    (1, 4): -3.7,
    (4, 1): -3.7,
    (2, 2): -3.4,
    (2, 3): -11.0,
    (3, 2): -11.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The constants of the score, found by trying on development documents."""

    words: float = 0.15  # weight of the word terms against the rest
    unexplained: float = 0.3  # share of a word's rarity that it costs when nothing explains it
    unexplained_anchor: float = 0.6
    unknown: float = 1.0  # share of that cost for a word that the lexicon does not have at all
    merged: float = 0.92  # share left of what is explained when segments double in number
    stranger: float = 0.7  # what it costs to merge a segment that nothing speaks for
    enough: float = 0.3  # share explained from which something does
    most_rarity: float = 4.0
    anchor_bonus: float = 1.5
    length: float = 1.5
    length_bonus: float = 0.6
    priors: dict[Sizes, float] = field(default_factory=lambda: dict(PRIORS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """How long a translation is.

    ``ratio`` target characters for each of the source. The variance of the difference, for each
    character and at least, is in characters half-way between the two languages, so that both
    directions are judged alike.
    """

    ratio: float
    variance: float = 5.5
    least_variance: float = 13.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the score of a bead is added up from; running sums have a 0 in front.

    ``by_source[k]`` is what k source segments explain of one target segment, by cell, and
    ``by_target`` the other way round; ``costs`` what is lost when nothing is explained.
    """

    by_source: dict[int, Floats]
    by_target: dict[int, Floats]
    costs: tuple[Floats, Floats]
    lengths: tuple[Floats, Floats]


def bead_scores(
    evidence: Evidence, band: Band, lengths: Lengths, weights: Weights
) -> dict[Sizes, Floats]:
    """Return the worth of every bead by the cell it starts from, -inf where it cannot."""
    rows, columns = band.rows, band.columns
    scores = {}
    for sizes, prior in weights.priors.items():
        here, _ = band.moved(*sizes)
        scores[sizes] = np.full(band.cells, -np.inf)
        scores[sizes][here] = prior
        if all(sizes):
            start = rows[here], columns[here]
            costs = _stretch(evidence.costs, start, sizes)
            words = _explained(evidence, band, sizes, weights.merged)[here] - costs[0] - costs[1]
            long = _stretch(evidence.lengths, start, sizes)
            scores[sizes][here] += weights.words * words + length_term(*long, lengths, weights)
        if 1 in sizes and max(sizes) > 1:
            strange = _strange(evidence, band, sizes, weights.enough)
            scores[sizes] -= weights.stranger * strange
    return scores


def gather(
    source: Side, target: Side, band: Band, lexicons: tuple[Lexicon, Lexicon], weights: Weights
) -> Evidence:
    """Compare two sides within a band.

    ``lexicons`` are target kinds by the source kinds that explain them, and the other way round.
    """
    source_gain, source_cost = _gains(source, lexicons[1], weights)
    target_gain, target_cost = _gains(target, lexicons[0], weights)
    return Evidence(
        covered_by_source(source, target, band, lexicons[0], target_gain),
        covered_by_target(source, target, band, lexicons[1], source_gain),
        (_by_segment(source, source_cost), _by_segment(target, target_cost)),
        (_running(source.lengths), _running(target.lengths)),
    )


def explained_share(evidence: Evidence, band: Band, cell: tuple[int, int], sizes: Sizes) -> float:
    """Return what a bead's sides explain of each other, by what is lost where nothing is.

    0 for nothing; two to three for most translations; 1 for sides that have nothing to explain.
    """
    (i, j), (down, right) = cell, sizes
    worth = sum(_at(evidence.by_source[down], band, (i, j + k)) for k in range(right))
    worth += sum(_at(evidence.by_target[right], band, (i + k, j)) for k in range(down))
    ours, theirs = evidence.costs
    cost = ours[i + down] - ours[i] + theirs[j + right] - theirs[j]
    return float(worth / cost) if cost > 0 else 1.0


def _at(worth: Floats, band: Band, cell: tuple[int, int]) -> float:
    i, j = cell
    return float(worth[band.at(i, j)]) if band.low[i] <= j <= band.high[i] else 0.0


def length_term(source: Floats, target: Floats, lengths: Lengths, weights: Weights) -> Floats:
    """Return how well two lengths go together; heavy tails, since translators do differ."""
    long, wide = source * lengths.ratio**0.5, target / lengths.ratio**0.5
    spread = lengths.variance * (long + wide) / 2 + lengths.least_variance
    distance = (wide - long) ** 2 / spread
    worth: Floats = weights.length_bonus - weights.length * 1.5 * np.log1p(distance / 3.0)
    return worth


def measured(source: Floats, target: Floats) -> Lengths:
    """Return the ratio of these lengths, kept within reason."""
    total = float(source.sum())
    ratio = float(target.sum()) / total if total else 1.0
    return Lengths(ratio=min(max(ratio, 0.05), 20.0))


def _explained(evidence: Evidence, band: Band, sizes: Sizes, merged: float) -> Floats:
    """Return what the two sides explain of each other, by cell.

    Less of it counts for merged segments: among more words more are explained by chance.
    """
    by_source, by_target = np.zeros(band.cells), np.zeros(band.cells)
    for right in range(sizes[1]):
        by_source += band.take(evidence.by_source[sizes[0]], 0, right)
    for down in range(sizes[0]):
        by_target += band.take(evidence.by_target[sizes[1]], down, 0)
    first, second = (merged ** float(np.log2(size)) for size in sizes)
    worth: Floats = by_source * first + by_target * second
    return worth


def _strange(evidence: Evidence, band: Band, sizes: Sizes, enough: float) -> Floats:
    """Return by cell how little speaks for that one of the merged segments that least does.

    0 when enough of its words are explained, 1 when none is: then it was rather left out.
    """
    many = 0 if sizes[0] > 1 else 1
    said = (evidence.by_target, evidence.by_source)[many][1]
    own = np.diff(evidence.costs[many], append=evidence.costs[many][-1])
    places = (band.rows, band.columns)[many]
    least = np.ones(band.cells)
    for step in range(sizes[many]):
        worth = band.take(said, step, 0) if many == 0 else band.take(said, 0, step)
        cost = own[np.minimum(places + step, len(own) - 1)]
        least = np.minimum(least, worth / np.maximum(cost, TINY) / enough)
    strange: Floats = 1.0 - least
    return strange


def _stretch(
    running: tuple[Floats, Floats], start: tuple[Ints, Ints], sizes: Sizes
) -> tuple[Floats, Floats]:
    """Return the sums over the segments of a bead, on each side."""
    first, second = (
        sums[at + size] - sums[at] for sums, at, size in zip(running, start, sizes, strict=True)
    )
    return first, second


def _gains(one: Side, lexicon: Lexicon, weights: Weights) -> tuple[Floats, Floats]:
    """Return by token what explaining it wholly adds, and what it costs beforehand."""
    is_anchor = anchor_kinds(one)
    rarity = np.clip(one.rarity, np.where(is_anchor, 0.5, 0.0), weights.most_rarity)
    rarity = np.where(is_anchor, rarity * weights.anchor_bonus, rarity)
    cost = rarity * np.where(is_anchor, weights.unexplained_anchor, weights.unexplained)
    known = is_anchor | np.isin(np.arange(len(one.names)), list(lexicon))
    cost = np.where(known, cost, cost * weights.unknown)
    return (rarity + cost)[one.kind], cost[one.kind]


def _by_segment(one: Side, cost: Floats) -> Floats:
    return _running(np.bincount(one.segment, cost, one.size).astype(np.float64))


def _running(values: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(values)))
