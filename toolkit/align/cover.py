"""How much of each segment is explained by segments of the other side, alone and merged.

A word is explained by the best partner it has among the merged segments, so merging two that
say the same explains no more than one of them: that is what keeps an omitted repetition out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band
from toolkit.align.features import Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Lexicon = Mapping[int, tuple[Ints, Floats]]  # kind explained: kinds that explain it, 0-1 each


@dataclass(frozen=True, slots=True)
class Links:
    """Occurrences that may explain each other.

    Token ``token[r]`` of one side finds a partner in segment ``segment[r]`` of the other; it is
    worth ``worth[r]`` and lies in cell ``cell[r]`` of the band (-1: outside). Sorted by token,
    then segment; one link for each pair.
    """

    token: Ints
    segment: Ints
    worth: Floats
    cell: Ints


def covered_by_source(
    source: Side, target: Side, band: Band, lexicon: Lexicon, gain: Floats
) -> dict[int, Floats]:
    """Return what 1, 2 and 3 source segments from i on explain of target segment j, by cell.

    ``gain`` is what explaining a token of the target wholly is worth.
    """
    columns = np.arange(target.size)
    first = np.searchsorted(band.high, columns)
    last = np.searchsorted(band.low, columns, "right") - 1
    token, segment, strength = _links(
        target, source, lexicon, first, np.minimum(last, source.size - 1)
    )
    cell = band.cell(segment, target.segment[token])
    return _merged(Links(token, segment, strength * gain[token], cell), band, (1, 0))


def covered_by_target(
    source: Side, target: Side, band: Band, lexicon: Lexicon, gain: Floats
) -> dict[int, Floats]:
    """Return what 1, 2 and 3 target segments from j on explain of source segment i, by cell."""
    last = np.minimum(band.high[:-1], target.size - 1)
    token, segment, strength = _links(source, target, lexicon, band.low[:-1], last)
    cell = band.cell(source.segment[token], segment)
    return _merged(Links(token, segment, strength * gain[token], cell), band, (0, 1))


def _links(
    explained: Side, by: Side, lexicon: Lexicon, first: Ints, last: Ints
) -> tuple[Ints, Ints, Floats]:
    """Return tokens of ``explained``, the segments of ``by`` with a partner, and how strong.

    A token of segment s may look at the segments ``first[s]`` to ``last[s]``, both included.
    """
    kinds, where, how = _partners(by, lexicon)
    room = by.size + 1
    key, mine = kinds * room + where, explained.kind * room
    begin = np.searchsorted(key, mine + first[explained.segment])
    end = np.searchsorted(key, mine + last[explained.segment], "right")
    counts = np.maximum(end - begin, 0)
    at = _ranges(begin, counts)
    return np.repeat(np.arange(len(mine)), counts), where[at], how[at]


def _partners(by: Side, lexicon: Lexicon) -> tuple[Ints, Ints, Floats]:
    """Return kinds, the segments of ``by`` that hold a partner of theirs, and the best strength.

    Sorted by kind, then segment.
    """
    if not lexicon:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    spots, start = _grouped(by.kind, by.segment, len(by.names))
    entries = list(lexicon.values())
    kinds = np.repeat(list(lexicon), [len(partners) for partners, _ in entries])
    partners = np.concatenate([partners for partners, _ in entries])
    strengths = np.concatenate([strengths for _, strengths in entries])
    counts = start[partners + 1] - start[partners]
    where = spots[_ranges(start[partners], counts)]
    kind, how = np.repeat(kinds, counts), np.repeat(strengths, counts)
    order = np.lexsort((-how, where, kind))
    kind, where, how = kind[order], where[order], how[order]
    keep = np.ones(len(where), np.bool_)
    keep[1:] = (where[1:] != where[:-1]) | (kind[1:] != kind[:-1])
    return kind[keep], where[keep], how[keep]


def _merged(found: Links, band: Band, step: tuple[int, int]) -> dict[int, Floats]:
    """Add the links up by cell; ``step`` leads from a segment to the one merged with it.

    A word found in several of the merged segments counts once, at its best: the sum of all, less
    the smaller of each two, and the smallest back again if it is in all three.
    """
    inside = found.cell >= 0
    one = _sum(found.cell[inside], found.worth[inside], band.cells)
    near = _shared(found, band.cells, gap=1, lag=1)
    far = _shared(found, band.cells, gap=2, lag=1) + _shared(found, band.cells, gap=2, lag=2)
    second, third = band.take(one, *step), band.take(one, step[0] * 2, step[1] * 2)
    two = one + second - near
    three = two + third - band.take(near, *step) - far + _in_all(found, band.cells)
    return {1: one, 2: two, 3: three}


def _shared(found: Links, cells: int, *, gap: int, lag: int) -> Floats:
    """Return by cell of the earlier segment what words have in common with ``gap`` further on."""
    same = found.token[lag:] == found.token[:-lag]
    same &= found.segment[lag:] == found.segment[:-lag] + gap
    same &= found.cell[:-lag] >= 0
    at = np.flatnonzero(same)
    return _sum(found.cell[at], np.minimum(found.worth[at], found.worth[at + lag]), cells)


def _in_all(found: Links, cells: int) -> Floats:
    same = found.token[2:] == found.token[:-2]
    same &= found.segment[2:] == found.segment[:-2] + 2
    same &= found.cell[:-2] >= 0
    at = np.flatnonzero(same & (found.segment[1:-1] == found.segment[:-2] + 1))
    least = np.minimum.reduce([found.worth[at], found.worth[at + 1], found.worth[at + 2]])
    return _sum(found.cell[at], least, cells)


def _sum(cell: Ints, worth: Floats, cells: int) -> Floats:
    return np.bincount(cell, worth, cells).astype(np.float64)


def _grouped(kind: Ints, value: Ints, kinds: int) -> tuple[Ints, Ints]:
    order = np.argsort(kind, kind="stable")
    start = np.searchsorted(kind[order], np.arange(kinds + 1))
    return value[order], start


def _ranges(begin: Ints, counts: Ints) -> Ints:
    """Return begin[0], begin[0] + 1, … counts[0] of them, then from begin[1], and so on."""
    offsets = np.cumsum(counts) - counts
    every = np.arange(int(counts.sum()), dtype=np.int64)
    found: Ints = every + np.repeat(begin - offsets, counts)
    return found
