"""Segments that a memory has word for word: beads that are as good as known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.aids import KnownPairs
from toolkit.align.band import Band
from toolkit.align.chain import Point
from toolkit.align.lattice import Sizes
from toolkit.align.path import Adjust, Scores

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

EXACT = 12.0  # worth of a bead that the memory has word for word
LONGEST = 3  # segments that may make up one text of a memory
MOST_PLACES = 12  # a text that stands in more places than this says nothing of where it belongs


@dataclass(frozen=True, slots=True)
class Hit:
    """A bead the memory has: where it starts and its sizes."""

    i: int
    j: int
    sizes: Sizes


def hits(source: Sequence[str], target: Sequence[str], known: KnownPairs) -> tuple[Hit, ...]:
    """Return the beads of up to three segments a side that ``known`` has, white space apart."""
    if not known:
        return ()
    ours, theirs = _places(source), _places(target)
    found = {
        Hit(i, j, (k, size))
        for before, after in known
        for i, k in ours.get(_key(before), ())
        for j, size in theirs.get(_key(after), ())
    }
    return tuple(sorted(found, key=lambda hit: (hit.i, hit.j, hit.sizes)))


def as_points(found: Iterable[Hit]) -> list[Point]:
    """Return those beads as pairs of positions."""
    return [(hit.i, hit.j) for hit in found]


def as_adjust(found: Sequence[Hit]) -> Adjust:
    """Return what makes these beads worth more."""
    places: dict[Sizes, tuple[Ints, Ints]] = {
        sizes: (
            np.array([hit.i for hit in found if hit.sizes == sizes], np.int64),
            np.array([hit.j for hit in found if hit.sizes == sizes], np.int64),
        )
        for sizes in {hit.sizes for hit in found}
    }

    def adjust(band: Band, scores: Scores) -> Scores:
        return {
            sizes: _raised(band, worth, *places[sizes]) if sizes in places else worth
            for sizes, worth in scores.items()
        }

    return adjust


def _raised(band: Band, worth: Floats, rows: Ints, columns: Ints) -> Floats:
    rows, columns = rows - band.origin[0], columns - band.origin[1]
    inside = (rows >= 0) & (rows < len(band.low))
    cells = band.cell(rows[inside], columns[inside])
    raised = worth.copy()
    raised[cells[cells >= 0]] += EXACT
    return raised


def _places(texts: Sequence[str]) -> Mapping[str, list[tuple[int, int]]]:
    """Return by key where a text stands and how many segments it takes."""
    keys = [_key(text) for text in texts]
    found: dict[str, list[tuple[int, int]]] = {}
    for size in range(1, LONGEST + 1):
        for i in range(len(keys) - size + 1):
            found.setdefault("".join(keys[i : i + size]), []).append((i, size))
    return {key: places for key, places in found.items() if len(places) <= MOST_PLACES}


def _key(text: str) -> str:
    return "".join(text.split())
