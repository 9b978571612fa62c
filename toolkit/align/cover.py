"""How much of each segment is explained by segments of the other side, alone and merged.

A word is explained by the best partner it has among the merged segments, so merging two that
say the same explains no more than one of them: that is what keeps an omitted repetition out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.align.band import Band
from toolkit.align.features import Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Lexicon = Mapping[int, tuple[Ints, Floats]]  # kind explained: kinds that explain it, 0-1 each


MOST = 4  # segments that may be merged


@dataclass(frozen=True, slots=True)
class Links:
    """Occurrences that may explain each other.

    A token of segment ``home[r]`` of one side finds a partner in segment ``segment[r]`` of the
    other, worth ``worth[r]``. Sorted by ``token``, then ``segment``; one link for each pair.
    """

    token: Ints
    home: Ints
    segment: Ints
    worth: Floats


def covered_by_source(
    source: Side, target: Side, band: Band, lexicon: Lexicon, gain: Floats
) -> dict[int, Floats]:
    """Return what 1 to ``MOST`` source segments from i on explain of target segment j, by cell.

    ``gain`` is what explaining a token of the target wholly is worth.
    """
    columns = np.arange(target.size)
    first = np.searchsorted(band.high, columns)
    last = np.searchsorted(band.low, columns, "right") - 1
    token, segment, strength = _links(
        target, source, lexicon, first, np.minimum(last, source.size - 1)
    )
    found = Links(token, target.segment[token], segment, strength * gain[token])
    return _merged(found, band.cells, band.cell)


def covered_by_target(
    source: Side, target: Side, band: Band, lexicon: Lexicon, gain: Floats
) -> dict[int, Floats]:
    """Return what 1 to ``MOST`` target segments from j on explain of source segment i, by cell."""
    last = np.minimum(band.high[:-1], target.size - 1)
    token, segment, strength = _links(source, target, lexicon, band.low[:-1], last)
    found = Links(token, source.segment[token], segment, strength * gain[token])
    return _merged(found, band.cells, lambda column, row: band.cell(row, column))


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


def _merged(found: Links, cells: int, cell: Callable[[Ints, Ints], Ints]) -> dict[int, Floats]:
    """Add the links up by the cell where the merged segments begin and by how many they are.

    A word found in several of the merged segments counts once, at its best: each link counts in
    those groups that hold no better one of its token. ``cell`` is given where a group begins,
    and the segment that is explained.
    """
    before, after = _rivals(found)
    worth = {size: np.zeros(cells) for size in range(1, MOST + 1)}
    for back in range(MOST):
        at = np.flatnonzero((before > back) & (found.segment >= back))
        where = cell(found.segment[at] - back, found.home[at])
        at, where = at[where >= 0], where[where >= 0]
        for size in range(back + 1, MOST + 1):
            best = after[at] >= size - back
            worth[size] += np.bincount(where[best], found.worth[at[best]], cells)
    return worth


def _rivals(found: Links) -> tuple[Ints, Ints]:
    """Return how far before and after each link the next one is that counts instead of it.

    ``MOST`` or more where there is none near: of two that are equal the first counts.
    """
    before, after = np.full(len(found.token), MOST), np.full(len(found.token), MOST)
    for lag in range(1, MOST):
        gap = found.segment[lag:] - found.segment[:-lag]
        first = np.flatnonzero((found.token[lag:] == found.token[:-lag]) & (gap < MOST))
        wins = found.worth[first] >= found.worth[first + lag]
        lost, kept = first[wins] + lag, first[~wins]
        before[lost] = np.minimum(before[lost], gap[first[wins]])
        after[kept] = np.minimum(after[kept], gap[kept])
    return before, after


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
