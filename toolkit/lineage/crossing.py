"""Items that changed their kind: a paragraph that became a recommendation, or the other way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from toolkit.lineage.descent import Item
from toolkit.lineage.families import Family
from toolkit.lineage.groups import Comparison, Group
from toolkit.lineage.side import Side
from toolkit.model import Kind

_LEAST = 0.4  # a change of kind is rare; formulas of the two kinds have less in common than this


def crossed(
    compare: Comparison,
    groups: Mapping[Kind, Group],
    believe: Callable[[Side, Sequence[Family]], list[Family]],
) -> list[Group]:
    """Return the groups of each kind without the items that changed theirs, and groups of these.

    Only items left over are looked at, dropped here and new there, and only pairs.
    """
    found: list[Group] = []
    for draft, final in permutations(groups, 2):
        gone = [one for one in _drafts(groups[draft]) if not one[0].finals]
        come = [one for one in _finals(groups[final]) if not one[0].drafts]
        if gone and come:
            group = compare.left_over([item for _, item in gone], [item for _, item in come])
            pairs = [one for one in believe(group.side, group.families) if _pair(group.side, one)]
            found.append(replace(group, families=pairs))
    taken = {id(item) for group in found for item in _taken(group)}
    return [*(replace(one, families=_left(one, taken)) for one in groups.values()), *found]


def _drafts(group: Group) -> list[tuple[Family, Item]]:
    return [(one, group.side.drafts[at]) for one in group.families for at in one.drafts]


def _finals(group: Group) -> list[tuple[Family, Item]]:
    return [(one, group.side.finals[at]) for one in group.families for at in one.finals]


def _pair(side: Side, family: Family) -> bool:
    if len(family.drafts) != 1 or len(family.finals) != 1:
        return False
    return bool(side.tables.alike[family.drafts[0], family.finals[0]] >= _LEAST)


def _taken(group: Group) -> list[Item]:
    return [item for _, item in (*_drafts(group), *_finals(group))]


def _left(group: Group, taken: set[int]) -> list[Family]:
    return [
        one
        for one in group.families
        if not any(id(group.side.drafts[at]) in taken for at in one.drafts)
        and not any(id(group.side.finals[at]) in taken for at in one.finals)
    ]
