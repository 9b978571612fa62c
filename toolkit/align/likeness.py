"""A scorer's vectors as one more feature of the score of a bead.

Vectors of different scorers lie differently close together, so likeness is measured on a scale
made from the texts at hand: 0 is the likeness of two segments that have nothing to do with each
other, 1 that of a segment and the best there is for it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.align.aids import Aids
from toolkit.align.band import Band
from toolkit.align.cover import MOST as SIZES
from toolkit.align.lattice import Sizes
from toolkit.align.path import Adjust, Scores
from toolkit.align.scorers import Encoder
from toolkit.errors import UsageError

Floats = NDArray[np.float64]

WEIGHT = 3.0  # worth of a segment that is wholly like its counterpart rather than half
MOST = 1.5  # likeness beyond which nothing more is gained, and its negative lost
PROBES = 512  # segments the scale is made from
LONGEST = 4096  # numbers in a vector


def likeness_of(aids: Aids, texts: tuple[Sequence[str], Sequence[str]]) -> list[Adjust]:
    """Return what puts in the likeness that the scorer of ``aids`` sees, nothing without one."""
    return [likeness(aids.encoder, *texts)] if aids.encoder else []


def likeness(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> Adjust:
    """Return what puts likeness into the scores of a band.

    Raises:
        UsageError: the encoder fails, or does not answer with a vector for each text.
    """
    left, right = (_vectors(encoder, texts) for texts in (source, target))
    if left.shape[1] != right.shape[1]:
        raise UsageError("The scorer's vectors differ in length; one length was expected.")
    low, high = _scale(left, right)
    sums = {size: (_merged(left, size), _merged(right, size)) for size in range(1, SIZES + 1)}

    def adjust(band: Band, scores: Scores) -> Scores:
        return {
            sizes: worth + _worth(band, sizes, sums, (low, high)) if all(sizes) else worth
            for sizes, worth in scores.items()
        }

    return adjust


def _vectors(encoder: Encoder, texts: Sequence[str]) -> Floats:
    try:
        found = np.asarray(encoder.encode(list(texts)), dtype=np.float64)
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UsageError(f"The scorer failed: {reason}.") from error
    if found.ndim != 2 or len(found) != len(texts) or not 0 < found.shape[1] <= LONGEST:
        raise UsageError(
            f"The scorer did not answer with one vector for each of {len(texts)} texts."
        )
    if not np.isfinite(found).all():
        raise UsageError("The scorer's vectors hold values that are no numbers.")
    return _normal(found)


def _normal(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(length > 0, length, 1.0)


def _merged(vectors: Floats, size: int) -> Floats:
    """Return the direction of ``size`` segments from each on; the last ones have fewer."""
    total = vectors.copy()
    for step in range(1, size):
        total[:-step] += vectors[step:]
    return _normal(total)


def _scale(left: Floats, right: Floats) -> tuple[float, float]:
    """Return the likeness of strangers, and that of a segment and its best."""
    some = left[:: max(1, len(left) // PROBES)], right[:: max(1, len(right) // PROBES)]
    table = some[0] @ some[1].T
    low = float(np.median(table))
    best = float(np.median(table.max(axis=1)))
    return low, max(best, low + 0.05)


def _worth(
    band: Band,
    sizes: Sizes,
    sums: dict[int, tuple[Floats, Floats]],
    scale: tuple[float, float],
) -> Floats:
    left, right = sums[sizes[0]][0], sums[sizes[1]][1]
    i, j = band.origin
    found = np.zeros(band.cells)
    for row in range(len(band.low)):
        if i + row >= len(left):
            break
        first, last = j + int(band.low[row]), j + int(band.high[row]) + 1
        near = right[first:last] @ left[i + row]
        found[int(band.start[row]) : int(band.start[row]) + len(near)] = near
    like = np.clip((found - scale[0]) / (scale[1] - scale[0]), -MOST, MOST)
    worth: Floats = WEIGHT * (like - 0.5) * sum(sizes) / 2
    return worth
