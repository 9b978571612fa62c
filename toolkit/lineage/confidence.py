"""How sure a relation is, from 0 to 1.

It rises with how alike the items are and with how far behind the next candidate is, or what
formulas explain that several items of one document share, and with nothing else, so that a surer
relation never has weaker grounds. The two figures were set so that of the relations said with 0.9
about nine in ten are right (see the tests with planted changes).
"""

import math

import numpy as np
import numpy.typing as npt

from toolkit.lineage.families import LEAST, Family
from toolkit.lineage.side import Side

_STEEP = 4.0
_EVEN = 0.45  # another is as alike; it may also be none of the two
_KEPT = 0.99
_TWIN = 0.75  # the same words stand elsewhere too; section and order decided


def confidence(side: Side, family: Family, *, kept: bool) -> float:
    """Return how sure a family is in one language."""
    if not family.drafts:
        return _alone(side.tables.alike[:, list(family.finals)])
    if not family.finals:
        return _alone(side.tables.alike[list(family.drafts), :])
    if kept:
        near = max(rival(side, family)[0], _formula(side, family.drafts[0], family.finals[0]))
        return _TWIN if near > 1 - 1e-6 else _KEPT
    return min(_linked(side, family, draft, final) for draft, final in _links(family))


def _links(family: Family) -> list[tuple[int, int]]:
    return [(draft, final) for draft in family.drafts for final in family.finals]


def _linked(side: Side, family: Family, draft: int, final: int) -> float:
    tables = side.tables
    share = tables.alike
    if len(family.drafts) > 1:
        share = np.maximum(tables.alike, tables.found)
    elif len(family.finals) > 1:
        share = np.maximum(tables.alike, tables.explained)
    others = max(rival(side, family)[0], _formula(side, draft, final))
    margin = float(share[draft, final]) - max(others, LEAST / 2)
    return 1 - (1 - _EVEN) * math.exp(-_STEEP * max(0.0, margin))


def _formula(side: Side, draft: int, final: int) -> float:
    """Return how alike two items would be by the formulas alone that each shares with others."""
    return min(float(side.draft_formulas[draft]), float(side.final_formulas[final]))


def _alone(likeness: npt.NDArray[np.float64]) -> float:
    """Return how sure it is that an item has no partner: less so the more alike another is."""
    nearest = min(float(likeness.max()), LEAST) if likeness.size else 0.0
    return 0.97 - 0.4 * (nearest / LEAST) ** 2


def rival(side: Side, family: Family) -> tuple[float, int | None, int | None]:
    """Return how alike the next candidate is, and its place among the drafts or the finals."""
    best: tuple[float, int | None, int | None] = (0.0, None, None)
    table = side.tables.alike
    for draft in family.drafts:
        row = table[draft].copy()
        row[list(family.finals)] = 0
        if row.size and row.max() > best[0]:
            best = (float(row.max()), None, int(row.argmax()))
    for final in family.finals:
        column = table[:, final].copy()
        column[list(family.drafts)] = 0
        if column.size and column.max() > best[0]:
            best = (float(column.max()), int(column.argmax()), None)
    return best


def confirmed(sure: float, *, agrees: bool) -> float:
    """Return how sure a relation is when a second language agrees, or disagrees."""
    return 1 - (1 - sure) / 2 if agrees else sure * 0.6
