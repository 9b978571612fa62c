"""Which drafts belong to which final items: the best pairing as a whole, then merges and splits.

First every item has at most one partner, and the pairs are those that together are most alike
(not the best for each in turn). Then items left over are added to a pair whose other words they
explain: a draft whose words are in a final item where its first parent has them not was merged
into it; a final item that has the words of a draft which the first child left out was split off.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from toolkit.lineage.features import Weights
from toolkit.lineage.likeness import Likeness, Table

LEAST = 0.18
"""Likeness below which two items have nothing to do with each other."""

_PART = 0.30  # share of an item's weight that must be found where it was taken up
_FRESH = 0.60  # of that, the share which the first partner does not explain
_OWN = 5.0  # words or pairs of words of its own that it must bring, or others of that weight
_WHOLE = 0.70  # share from which on an item stands nearly whole in another
_CLEAR = 1.8  # times better than the next place
_SURE = 0.30  # likeness from which on a pair needs no comparison with others
_WEAK = 1.5  # below it, times better than the next


@dataclass(frozen=True, slots=True)
class Family:
    """Places of drafts and of final items that belong together; one side may be empty."""

    drafts: tuple[int, ...]
    finals: tuple[int, ...]


def families(
    tables: Likeness,
    placed: Table,
    drafts: Sequence[frozenset[str]],
    finals: Sequence[frozenset[str]],
    weights: Weights,
) -> list[Family]:
    """Return every item in exactly one family; those of finals in order, then dropped drafts."""
    pairs = _paired(placed, tables)
    pairs = _freed(pairs, tables.found, drafts, finals, weights)
    flipped = {final: draft for draft, final in pairs.items()}
    flipped = _freed(flipped, tables.explained.T, finals, drafts, weights)
    pairs = {draft: final for final, draft in flipped.items()}
    parents = {final: [draft] for draft, final in pairs.items()}
    children = {draft: [final] for draft, final in pairs.items()}
    for draft in range(len(drafts)):
        if draft not in pairs:
            home = _home(draft, tables.found, drafts, finals, parents, weights)
            # Either several drafts in one final item or one in several; never both at once.
            if home is not None and len(children[parents[home][0]]) == 1:
                parents[home].append(draft)
                children[draft] = []
    mothers = {draft: some for draft, some in children.items() if some}
    for final in range(len(finals)):
        if final not in parents:
            home = _home(final, tables.explained.T, finals, drafts, mothers, weights)
            if home is not None and len(parents[mothers[home][0]]) == 1:
                mothers[home].append(final)
    return _gathered(parents, mothers, len(drafts), len(finals))


def _paired(placed: Table, tables: Likeness) -> dict[int, int]:
    """Return the pairs that together are most alike, those too unlike left out."""
    if not placed.size:
        return {}
    gain = np.where(tables.alike >= LEAST, placed - LEAST / 2, 0.0)
    rows, columns = linear_sum_assignment(gain, maximize=True)
    pairs = {int(a): int(b) for a, b in zip(rows, columns, strict=True) if gain[a, b] > 0}
    return {a: b for a, b in pairs.items() if _stands_out(tables.alike, a, b)}


def _stands_out(alike: Table, draft: int, final: int) -> bool:
    """Return whether two items that share little share clearly more than any other two would."""
    if alike[draft, final] >= _SURE:
        return True
    rivals = [*np.delete(alike[draft], final), *np.delete(alike[:, final], draft)]
    return bool(alike[draft, final] >= _WEAK * max(rivals, default=0.0))


def _freed(
    pairs: dict[int, int],
    shares: Table,
    ours: Sequence[frozenset[str]],
    theirs: Sequence[frozenset[str]],
    weights: Weights,
) -> dict[int, int]:
    """Return pairs without those of items that stand nearly whole elsewhere, beside another.

    Such an item was merged or split off there; its pair only made use of what was left.
    """
    kept = dict(pairs)
    for one, partner in pairs.items():
        members = {there: [us] for us, there in kept.items() if us != one}
        home = _home(one, shares, ours, theirs, members, weights)
        if home is not None and home != partner and shares[one, home] >= _WHOLE:
            del kept[one]
    return kept


def _home(
    one: int,
    shares: Table,
    ours: Sequence[frozenset[str]],
    theirs: Sequence[frozenset[str]],
    members: dict[int, list[int]],
    weights: Weights,
) -> int | None:
    """Return the place on the other side that took up most of an item left over, if any did.

    ``members`` are the items of our side that each place already belongs to.
    """
    row = shares[one]
    if not row.size:
        return None
    best = int(np.argmax(row))
    rival = float(np.partition(row, -2)[-2]) if row.size > 1 else 0.0
    if best not in members or row[best] < _PART or row[best] < _CLEAR * rival:
        return None
    common = ours[one] & theirs[best]
    explained = frozenset().union(*(ours[other] for other in members[best]))
    own = weights.sum(common - explained)
    enough = own >= max(_FRESH * weights.sum(common), _OWN * weights.most)
    return best if enough else None


def _gathered(
    parents: dict[int, list[int]], children: dict[int, list[int]], drafts: int, finals: int
) -> list[Family]:
    found, seen_drafts, seen_finals = [], set[int](), set[int]()
    for final in range(finals):
        if final in seen_finals:
            continue
        mothers = tuple(sorted(parents.get(final, ())))
        if not mothers:
            mother = next((d for d, some in children.items() if final in some), None)
            mothers = () if mother is None else (mother,)
        some = {one for mother in mothers for one in children.get(mother, ())} | {final}
        found.append(Family(mothers, tuple(sorted(some))))
        seen_drafts.update(mothers)
        seen_finals.update(some)
    return found + [Family((one,), ()) for one in range(drafts) if one not in seen_drafts]
