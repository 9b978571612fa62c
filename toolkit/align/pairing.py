"""Which chunks of two documents are counterparts: by place, number, and by what they say.

A missing, added or renumbered paragraph must not shift everything after it, so places are
strong evidence and not law: all evidence goes into the same lattice that sentences use.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band
from toolkit.align.chunks import Chunk
from toolkit.align.scores import Weights

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SAME_PLACE = 4.0  # worth of the same kind and path
SAME_NUMBER = 1.5  # of the same kind and number, under another path
OTHER_KIND = -4.0

CHUNK_WEIGHTS = Weights(
    words=0.18,
    priors={
        (1, 1): -0.1,
        (1, 0): -3.5,
        (0, 1): -3.5,
        (1, 2): -7.0,
        (2, 1): -7.0,
    },
)


@dataclass(frozen=True, slots=True)
class Places:
    """What chunks are besides their words, as numbers that are comparable between two sides."""

    kind: Ints
    place: Ints
    number: Ints


def places(source: Sequence[Chunk], target: Sequence[Chunk]) -> tuple[Places, Places]:
    """Number kinds and places of both sides together.

    A missing number or path is negative, and different on the two sides.
    """
    names: dict[str, int] = {}

    def code(name: str) -> int:
        return names.setdefault(name, len(names))

    def one(side: Sequence[Chunk], none: int) -> Places:
        return Places(
            np.array([code(chunk.kind) for chunk in side], np.int64),
            np.array([code(c.place) if c.place != f"{c.kind} " else none for c in side], np.int64),
            np.array([none if c.number is None else c.number for c in side], np.int64),
        )

    return one(source, -1), one(target, -2)


def place_bonus(source: Places, target: Places, band: Band) -> Floats:
    """Return by cell what place, number and kind say for the pair that starts there."""
    i, j = _starts(band, len(source.kind), len(target.kind))
    bonus = np.where(source.kind[i] == target.kind[j], 0.0, OTHER_KIND)
    same_number = (source.number[i] == target.number[j]) & (bonus == 0)
    bonus[same_number] = SAME_NUMBER
    bonus[source.place[i] == target.place[j]] = SAME_PLACE
    return bonus


def inside_pairs(
    source_group: Ints, target_group: Ints, band: Band, sizes: tuple[int, int]
) -> NDArray[np.bool_]:
    """Return by cell whether a bead stays inside one pair of chunks.

    The groups give for each segment the number of the pair its chunk is in; unpaired chunks have
    numbers of their own.
    """
    n, m = len(source_group), len(target_group)
    i, j = _starts(band, n, m)
    last_i = np.minimum(i + max(sizes[0], 1) - 1, n - 1)
    last_j = np.minimum(j + max(sizes[1], 1) - 1, m - 1)
    inside: NDArray[np.bool_] = source_group[i] == source_group[last_i]
    inside &= target_group[j] == target_group[last_j]
    inside &= source_group[i] == target_group[j]
    return inside


def _starts(band: Band, n: int, m: int) -> tuple[Ints, Ints]:
    """Return what begins at every cell, on each side; at an end, the last there is."""
    i, j = band.origin
    return np.minimum(band.rows + i, n - 1), np.minimum(band.columns + j, m - 1)
