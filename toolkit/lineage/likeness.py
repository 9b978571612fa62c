"""How alike every draft item is to every final one, as tables of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toolkit.lineage.descent import Item
from toolkit.lineage.features import Weights

Table = npt.NDArray[np.float64]
_COLUMNS = 4096  # features multiplied at a time; bounds the memory


@dataclass(frozen=True, slots=True)
class Likeness:
    """Rows are draft items, columns final ones; all values are 0 to 1.

    ``alike`` is what they share by all that they have. ``found`` is the share of the draft's
    weight that is in the final item, ``explained`` the share of the final item's weight that is
    in the draft.
    """

    alike: Table
    found: Table
    explained: Table


def likeness(
    drafts: Sequence[frozenset[str]], finals: Sequence[frozenset[str]], weights: Weights
) -> Likeness:
    """Compare the features of every draft item with those of every final one."""
    shared = _shared(drafts, finals, weights)
    own = np.array([weights.sum(one) for one in drafts])[:, None]
    theirs = np.array([weights.sum(one) for one in finals])[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        tables = (2 * shared / (own + theirs), shared / own, shared / theirs)
    return Likeness(*(np.nan_to_num(one, posinf=0.0) for one in tables))


def _shared(
    drafts: Sequence[frozenset[str]], finals: Sequence[frozenset[str]], weights: Weights
) -> Table:
    """Return the weight that each two have in common."""
    both = frozenset().union(*drafts) & frozenset().union(*finals)
    names = sorted(one for one in both if weights.rarity.get(one))
    total = np.zeros((len(drafts), len(finals)))
    for start in range(0, len(names), _COLUMNS):
        chunk = {name: at for at, name in enumerate(names[start : start + _COLUMNS])}
        rarity = np.array([weights.rarity[name] for name in chunk], dtype=np.float32)
        total += (_incidence(drafts, chunk) * rarity) @ _incidence(finals, chunk).T
    return total


def _incidence(some: Sequence[frozenset[str]], columns: dict[str, int]) -> npt.NDArray[np.float32]:
    table = np.zeros((len(some), len(columns)), dtype=np.float32)
    for row, features in enumerate(some):
        table[row, [columns[one] for one in features if one in columns]] = 1
    return table


def placed(table: Table, drafts: Sequence[Item], finals: Sequence[Item]) -> Table:
    """Return likeness with a little for the same section and the same place in it.

    It decides between items with the same words; it makes no two items alike.
    """
    if not table.size:
        return table
    section = np.array([[same_section(a, b) for b in finals] for a in drafts], dtype=np.float64)
    ranks = _ranks(drafts)[:, None] - _ranks(finals)[None, :]
    return table + (table > 0) * (_SECTION * section - _PLACE * np.abs(ranks))


_SECTION, _PLACE = 0.04, 0.01


def _ranks(items: Sequence[Item]) -> Table:
    return np.arange(len(items), dtype=np.float64) / max(1, len(items) - 1)


def same_section(draft: Item, final: Item) -> bool:
    """Return whether two items stand under headings with the same words, or the same place."""
    if draft.title and final.title:
        return _plain(draft.title) == _plain(final.title) or draft.section == final.section
    return draft.section == final.section


def _plain(title: str) -> str:
    return "".join(title.split()).casefold()
