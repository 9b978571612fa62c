"""One language's drafts against its final report: items, features and how alike they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from toolkit.lineage.descent import Item
from toolkit.lineage.families import Family, families
from toolkit.lineage.features import Weights, weights_of
from toolkit.lineage.likeness import Likeness, Table, likeness, placed
from toolkit.lineage.lists import with_joined_lists
from toolkit.model import Document


@dataclass(frozen=True, slots=True)
class Side:
    """All that is compared of one kind in one language; items are known by their places.

    ``draft_formulas`` and ``final_formulas`` say of each item how alike the most alike other one
    of its own side is, 0 to 1: what words that several share explain.
    """

    drafts: tuple[Item, ...]
    finals: tuple[Item, ...]
    draft_features: tuple[frozenset[str], ...]
    final_features: tuple[frozenset[str], ...]
    tables: Likeness
    weights: Weights
    draft_formulas: Table
    final_formulas: Table

    def families(self) -> list[Family]:
        """Return which items belong together."""
        table = placed(self.tables.alike, self.drafts, self.finals)
        some = families(self.tables, table, self.draft_features, self.final_features, self.weights)
        return with_joined_lists(some, self.drafts, self.finals)


def side_of(drafts: Sequence[Item], finals: Sequence[Item], weights: Weights) -> Side:
    """Compare items of the drafts with items of the final report."""
    features = [
        tuple(weights.features(one.plain, one.language) for one in some)
        for some in (drafts, finals)
    ]
    tables = likeness(features[0], features[1], weights)
    formulas = [_formulas(one, weights) for one in features]
    return Side(tuple(drafts), tuple(finals), features[0], features[1], tables, weights, *formulas)


def _formulas(features: Sequence[frozenset[str]], weights: Weights) -> Table:
    table = likeness(features, features, weights).alike
    np.fill_diagonal(table, 0.0)
    nearest: Table = np.max(table, axis=1, initial=0.0)
    return nearest


def weigh(drafts: Sequence[Document], final: Document) -> Weights:
    """Return the weights for one language's documents."""
    return weights_of([*drafts, final])


Match = tuple[int | None, ...]
"""For each item of the first language, the place of the same item in the second; None without."""


def counterparts(ours: Sequence[Item], theirs: Sequence[Item]) -> Match:
    """Pair items of two language versions by document and path, else by document and number."""
    by_path = {(one.document, one.path): at for at, one in enumerate(theirs)}
    by_number: dict[tuple[int, int | None], list[int]] = {}
    for at, one in enumerate(theirs):
        by_number.setdefault((one.document, one.number), []).append(at)
    found: list[int | None] = []
    for one in ours:
        same = by_number.get((one.document, one.number), [])
        only = same[0] if len(same) == 1 else None
        found.append(by_path.get((one.document, one.path), only))
    return tuple(found)


def both(one: Side, other: Side, drafts: Match, finals: Match) -> Side:
    """Return the first side with likeness averaged over both languages where both have the item."""
    rows = np.array([-1 if at is None else at for at in drafts], dtype=np.int64)
    columns = np.array([-1 if at is None else at for at in finals], dtype=np.int64)
    have = (rows >= 0)[:, None] & (columns >= 0)[None, :]
    if not have.any():
        return one
    tables = [
        np.where(have, (mine + theirs[np.ix_(rows, columns)]) / 2, mine)
        for mine, theirs in (
            (one.tables.alike, other.tables.alike),
            (one.tables.found, other.tables.found),
            (one.tables.explained, other.tables.explained),
        )
    ]
    return replace(one, tables=Likeness(*tables))
