"""How sure a relation can be at most where a formula is filled with something else.

"At its 4th meeting, the Working Group considered agenda item 4" has the frame of what was said of
item 3 the day before, and two lists of States share their names whatever they are lists of. Such
items stand for each other only where nothing better is left, which is no descent to rely on.
"""

from dataclasses import dataclass

from toolkit.languages import RefKind, by_code
from toolkit.lineage.descent import Item, Said
from toolkit.lineage.families import Family
from toolkit.lineage.side import Side
from toolkit.states.find import find_lists

ITEMS = "They speak of different agenda items ({draft}; {final})."
STATES = "What they have in common are names of States; the words around the lists differ."

_MOST = 0.45
_LONG = 50  # agenda items of a range; no agenda is longer
_AROUND = 0.35  # likeness of the words around two lists of one kind, of figures and names apart


@dataclass(frozen=True, slots=True)
class Limit:
    """How sure a relation can be at most, 0 to 1, and why; no reason where nothing limits it."""

    most: float = 1.0
    said: Said | None = None


def limit(side: Side, family: Family) -> Limit:
    """Return what limits a family: the first of its links that shares no more than a frame."""
    for draft in family.drafts:
        for final in family.finals:
            one, other = side.drafts[draft], side.finals[final]
            said = _other_items(one, other) or _other_lists(side, one, other)
            if said is not None:
                return Limit(_MOST, said)
    return Limit()


def _other_items(draft: Item, final: Item) -> Said | None:
    ours, theirs = _agenda(draft), _agenda(final)
    if not ours or not theirs or ours & theirs:
        return None
    return Said(ITEMS, {"draft": _shown(ours), "final": _shown(theirs)})


def _agenda(item: Item) -> frozenset[int]:
    """Return the agenda items that an item names, all of a range."""
    own = (
        pair
        for one in by_code(item.language).references(item.text)
        if one.kind is RefKind.AGENDA_ITEM and not one.external
        for pair in one.ranges
    )
    return frozenset(n for first, last in own for n in range(first, min(last, first + _LONG) + 1))


def _shown(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _other_lists(side: Side, draft: Item, final: Item) -> Said | None:
    ours, theirs = _around(draft), _around(final)
    if ours is None or theirs is None:
        return None
    one = side.weights.features(ours, draft.language)
    other = side.weights.features(theirs, final.language)
    whole = side.weights.sum(one) + side.weights.sum(other)
    share = 2 * side.weights.sum(one & other) / whole if whole else 1.0
    return Said(STATES) if share < _AROUND else None


def _around(item: Item) -> str | None:
    """Return the words around the lists of States of an item, None where it has none."""
    lists = find_lists(item.plain, item.language)
    if not lists:
        return None
    pieces, at = [], 0
    for one in lists:
        pieces.append(item.plain[at : one.span.start])
        at = one.span.end
    return " ".join([*pieces, item.plain[at:]])
