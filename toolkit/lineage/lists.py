"""Lists of States that were joined: those who spoke under two items, told of in one paragraph.

Words alone do not show it: lists share their names and their opening, so the second list adds
little that the first has not. But the names of the joined list are those of its parts.
"""

from collections.abc import Sequence

from toolkit.languages import RefKind, by_code
from toolkit.lineage.descent import Item
from toolkit.lineage.families import Family
from toolkit.states.find import find_lists
from toolkit.states.state import State


def with_joined_lists(
    some: Sequence[Family], drafts: Sequence[Item], finals: Sequence[Item]
) -> list[Family]:
    """Return families in which a dropped list stands with the one that has its names.

    All names of the list are in that of the one final item, which names its agenda items too and
    had not all its names from the drafts that it is of already.
    """
    gone = [one for one in some if len(one.drafts) == 1 and not one.finals]
    ours = {one.drafts[0]: _states(drafts[one.drafts[0]]) for one in gone}
    ours = {at: states for at, states in ours.items() if states}
    if not ours:
        return list(some)
    homes = dict(enumerate(some))
    taken = set[int]()
    for draft, states in ours.items():
        fit = [
            at
            for at, one in homes.items()
            if one.drafts and len(one.finals) == 1 and _takes(one, states, draft, drafts, finals)
        ]
        if len(fit) == 1:
            home = homes[fit[0]]
            homes[fit[0]] = Family(tuple(sorted((*home.drafts, draft))), home.finals)
            taken.add(draft)
    return [one for one in homes.values() if one.finals or one.drafts[0] not in taken]


def _takes(
    home: Family,
    states: frozenset[State],
    draft: int,
    drafts: Sequence[Item],
    finals: Sequence[Item],
) -> bool:
    final = finals[home.finals[0]]
    theirs = _states(final)
    known = frozenset[State]().union(*(_states(drafts[at]) for at in home.drafts))
    if not known or not states <= theirs or not (theirs - known) & states:
        return False
    items = _agenda(drafts[draft])
    return bool(items) and items <= _agenda(final)


def _states(item: Item) -> frozenset[State]:
    lists = find_lists(item.plain, item.language)
    return frozenset(state for one in lists for state in one.states)


def _agenda(item: Item) -> frozenset[tuple[int, int]]:
    own = (
        one
        for one in by_code(item.language).references(item.text)
        if one.kind is RefKind.AGENDA_ITEM and not one.external
    )
    return frozenset(pair for one in own for pair in one.ranges)
