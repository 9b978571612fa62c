"""From two lists of texts to the most probable path through them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band, Limits, limits
from toolkit.align.chain import Point, certain_points
from toolkit.align.dictionary import glosses
from toolkit.align.features import Side, side
from toolkit.align.lattice import Sizes, best_path, chances
from toolkit.align.lexicon import Pairs, both_ways, learn, seed
from toolkit.align.scores import Lengths, Weights, bead_scores, gather, measured
from toolkit.align.support import supported
from toolkit.align.teaching import NOTHING, WordPairs, with_taught
from toolkit.align.windows import Solved, in_parts, present, stretch
from toolkit.languages.language import Language

WIDTH = 150  # cells to either side of the expected line in the first pass
NARROW = 40  # and in the second, round the path of the first
SURE = 0.9  # probability from which a bead teaches the lexicon
FEWEST = 8  # sure beads from which it can be told how long a translation is
FAR = 0.15  # logarithm from which two ratios of lengths differ: something is left out
UNKNOWN = 0.1  # what a word costs that no lexicon has, when there is no dictionary at all

Ints = NDArray[np.int64]
Scores = dict[Sizes, NDArray[np.float64]]
Adjust = Callable[[Band, Scores], Scores]  # puts in what a caller knows besides the texts


def in_turn(adjusts: Sequence[Adjust]) -> Adjust:
    """Return what applies all of them, the first one first."""

    def adjust(band: Band, scores: Scores) -> Scores:
        for one in adjusts:
            scores = one(band, scores)
        return scores

    return adjust


@dataclass(frozen=True, slots=True)
class Step:
    """A bead of a path: where it starts, its sizes, and how probable it is."""

    i: int
    j: int
    sizes: Sizes
    sure: float


@dataclass(frozen=True, slots=True)
class Sides:
    """Two lists of texts taken apart, none of them empty, and what is known of their words."""

    left: Side
    right: Side
    pairs: Pairs
    dictionary: bool


def take_sides(
    source: Sequence[str],
    target: Sequence[str],
    langs: tuple[Language, Language],
    taught: WordPairs = NOTHING,
) -> Sides:
    """Take both sides apart, with the dictionary for their languages if there is one.

    ``taught`` are words that a memory has taught.
    """
    known = glosses(target if langs[0].spaced else source, *langs)
    vocabulary = frozenset(known)
    left, right = side(source, langs[0], vocabulary), side(target, langs[1], vocabulary)
    pairs = seed(left, right, known, han_is_target=langs[0].spaced)
    return Sides(left, right, with_taught(pairs, taught, left, right), bool(known))


def align_sides(
    sides: Sides,
    weights: Weights | None = None,
    adjust: Adjust | None = None,
    points: Sequence[Point] | None = None,
) -> list[Step]:
    """Return the most probable path.

    With a dictionary one pass is enough; without, a second one has a lexicon learned from the
    beads that the first was sure of. ``points`` are pairs of positions the path is near; found
    by anchors if None.
    """
    weights = weights or (Weights() if sides.dictionary else Weights(unknown=UNKNOWN))
    near = certain_points(sides.left, sides.right, sides.pairs) if points is None else points
    where = limits(near, sides.left.size, sides.right.size, WIDTH)
    lengths = measured(sides.left.lengths, sides.right.lengths)
    path = _run(sides, where, weights, adjust, lengths)
    paired = _paired(sides, path, lengths)
    if sides.dictionary:
        return path if paired is lengths else _run(sides, where, weights, adjust, paired)
    where = limits([(s.i, s.j) for s in path], sides.left.size, sides.right.size, NARROW)
    return _run(_taught(sides, path), where, weights, adjust, paired)


def _paired(sides: Sides, path: Sequence[Step], whole: Lengths) -> Lengths:
    """Return the lengths of what is surely paired, ``whole`` where those say much the same.

    Where half of a version is missing, all of it is no measure of the half that is there.
    """
    sure = [_members(step) for step in path if step.sure > SURE and all(step.sizes)]
    if len(sure) < FEWEST:
        return whole
    found = measured(
        sides.left.lengths[np.concatenate([ours for ours, _ in sure])],
        sides.right.lengths[np.concatenate([theirs for _, theirs in sure])],
    )
    return found if abs(float(np.log(found.ratio / whole.ratio))) > FAR else whole


def _taught(sides: Sides, path: Sequence[Step]) -> Sides:
    sure = [_members(step) for step in path if step.sure > SURE and all(step.sizes)]
    pairs = learn(sides.left, sides.right, sure, sides.pairs)
    return Sides(sides.left, sides.right, pairs, sides.dictionary)


def _run(
    sides: Sides, where: Limits, weights: Weights, adjust: Adjust | None, lengths: Lengths
) -> list[Step]:
    lexicons = both_ways(sides.pairs)

    def solve(band: Band, open_end: bool) -> Solved:
        i, j = band.origin
        left = stretch(sides.left, i, i + len(band.low) - 1)
        right = stretch(sides.right, j, j + int(band.high[-1]))
        known = present(lexicons[0], right), present(lexicons[1], left)
        evidence = gather(left, right, band, known, weights)
        texts = bead_scores(evidence, band, lengths, weights)
        scores = adjust(band, texts) if adjust else texts
        path = best_path(band, scores, open_end=open_end)
        sure = chances(band, scores, path, open_end=open_end)
        if sides.dictionary:  # without, too little is explained to say anything
            sure = supported(sure, path, evidence, band, (texts, scores))
        return [(*step, chance) for step, chance in zip(path, sure, strict=True)]

    return [Step(*step) for step in in_parts(where, solve)]


def _members(step: Step) -> tuple[Ints, Ints]:
    return (
        np.arange(step.i, step.i + step.sizes[0]),
        np.arange(step.j, step.j + step.sizes[1]),
    )
