"""How far the two sides of a bead speak for each other, whatever else could stand there.

A probability over paths says that a bead is better than its rivals. Where there are none, a
sentence alone with another or between two that are certain, the most unlikely pair is certain.
"""

from collections.abc import Sequence

import numpy as np

from toolkit.align.band import Band
from toolkit.align.lattice import Path, Scores
from toolkit.align.scores import Evidence, explained_share

WHOLE = 0.8  # from this share explained on, a pair is believed as far as the path is
NONE = 0.5  # pairs drawn by lot explain less; of true ones one in a hundred does
LEAST = 0.85  # what is left where nothing speaks for a pair but its place and its length
OTHERWISE = 0.5  # what others (a memory, a scorer, a number) must add to speak for it


def supported(
    sure: Sequence[float], path: Path, evidence: Evidence, band: Band, scores: tuple[Scores, Scores]
) -> list[float]:
    """Return how sure each bead of a path is, less where its words and figures do not agree.

    ``scores`` are those of texts alone, and with all that is known besides.
    """
    return [
        chance * _left(evidence, band, step, scores)
        for chance, step in zip(sure, path, strict=True)
    ]


def _left(
    evidence: Evidence,
    band: Band,
    step: tuple[int, int, tuple[int, int]],
    scores: tuple[Scores, Scores],
) -> float:
    i, j, sizes = step
    at = band.at(i, j)
    if not all(sizes) or scores[1][sizes][at] - scores[0][sizes][at] > OTHERWISE:
        return 1.0
    share = explained_share(evidence, band, (i, j), sizes)
    return LEAST + (1 - LEAST) * float(np.clip((share - NONE) / (WHOLE - NONE), 0.0, 1.0))
