"""Sentence alignment of two plain lists of segments."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band, around
from toolkit.align.bead import Alignment, Bead
from toolkit.align.chain import certain_points
from toolkit.align.dictionary import glosses
from toolkit.align.features import Side, side
from toolkit.align.lattice import Sizes, best_path, posteriors
from toolkit.align.lexicon import Glosses, Pairs, both_ways, learn, seed
from toolkit.align.scores import Weights, bead_scores, gather, measured
from toolkit.languages.language import Language

WIDTH = 150  # cells to either side of the expected line in the first pass
NARROW = 40  # and in the second, round the path of the first
SURE = 0.9  # probability from which a bead teaches the lexicon

WITH_DICTIONARY = Weights()
WITHOUT = Weights(unknown=0.1)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Step:
    """A bead of a path: where it starts, its sizes, and how probable it is."""

    i: int
    j: int
    sizes: Sizes
    sure: float


def align_segments(
    source: Sequence[str], target: Sequence[str], source_lang: Language, target_lang: Language
) -> Alignment:
    """Align ``source`` with ``target``, segment by segment, in order (nothing crosses).

    Groups of up to three segments to one, and two to two; an omitted segment is a bead of its
    own. Time and memory grow with the number of segments, not with its square.
    """
    if not source or not target:
        return Alignment(_one_sided(source, target))
    known = glosses(target if source_lang.spaced else source, source_lang, target_lang)
    vocabulary = frozenset(known)
    left = side(source, source_lang, vocabulary)
    right = side(target, target_lang, vocabulary)
    return Alignment(
        tuple(_bead(step, left, right) for step in steps(left, right, known, source_lang.spaced))
    )


def steps(left: Side, right: Side, known: Glosses, han_is_target: bool) -> list[Step]:
    """Return the path through two sides that have at least one segment each.

    With a dictionary one pass is enough; without, a second one has a lexicon learned from the
    beads that the first was sure of.
    """
    pairs = seed(left, right, known, han_is_target=han_is_target)
    band = around(certain_points(left, right), left.size, right.size, WIDTH)
    path = _run(left, right, band, pairs, WITH_DICTIONARY if known else WITHOUT)
    if known:
        return path
    sure = [_sides(step) for step in path if step.sure > SURE and all(step.sizes)]
    band = around([(step.i, step.j) for step in path], left.size, right.size, NARROW)
    return _run(left, right, band, learn(left, right, sure, pairs), WITHOUT)


def _run(left: Side, right: Side, band: Band, pairs: Pairs, weights: Weights) -> list[Step]:
    lengths = measured(left.lengths, right.lengths)
    evidence = gather(left, right, band, both_ways(pairs), weights)
    scores = bead_scores(evidence, band, lengths, weights)
    chance = posteriors(band, scores)
    path = []
    for i, j, sizes in best_path(band, scores):
        at = int(band.start[i]) + j - int(band.low[i])
        path.append(Step(i, j, sizes, float(min(1.0, chance[sizes][at]))))
    return path


def _sides(step: Step) -> tuple[Ints, Ints]:
    return (
        np.arange(step.i, step.i + step.sizes[0]),
        np.arange(step.j, step.j + step.sizes[1]),
    )


def _bead(step: Step, left: Side, right: Side) -> Bead:
    i, j = range(step.i, step.i + step.sizes[0]), range(step.j, step.j + step.sizes[1])
    return Bead(
        source=tuple(i),
        target=tuple(j),
        source_texts=left.texts[i.start : i.stop],
        target_texts=right.texts[j.start : j.stop],
        confidence=round(step.sure, 4),
        anchors=tuple(sorted(left.anchors(i) & right.anchors(j))),
    )


def _one_sided(source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    left = (
        Bead(source=(i,), target=(), source_texts=(text,), target_texts=(), confidence=1.0)
        for i, text in enumerate(source)
    )
    right = (
        Bead(source=(), target=(j,), source_texts=(), target_texts=(text,), confidence=1.0)
        for j, text in enumerate(target)
    )
    return (*left, *right)
