"""How sure a relation can be at most where drafts seem to be missing.

With all drafts at hand, an item that looks like another by its formulas alone has its true origin
to compete with. Where the true origin is not among the drafts given there is no competition, and
"recommends the approval of the proposals for …" goes to whatever draft has the same frame. So
where much of a final report comes from none of the drafts, only words that no other item has, and
enough of them, make a relation sure; or that its neighbours went the same way.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.lineage.families import Family
from toolkit.lineage.likeness import same_section
from toolkit.lineage.side import Side

ACCOUNTED = 0.6
"""Share of a final report's weight that comes from its drafts where all of them are given."""

SCANT = (
    "Much of the final report is in none of the drafts given, and these items have few words in "
    "common that no others have; the origin may be a part that was not given."
)

_FLOOR, _EACH = 0.25, 0.05  # for each word or pair of words of their own
_SECTION = 1.5  # what the same section is worth, in words of their own
_HALF, _SLOPE = 0.33, 2.5  # likeness of an even chance, and what more of it is worth


def accounted(some: Iterable[tuple[Side, Sequence[Family]]]) -> float:
    """Return which share of the final report's weight stands in the drafts it is said to be of."""
    whole = known = 0.0
    for side, families in some:
        for family in families:
            ours = frozenset().union(*(side.draft_features[at] for at in family.drafts))
            for at in family.finals:
                theirs = side.final_features[at]
                whole += side.weights.sum(theirs)
                known += side.weights.sum(theirs & ours)
    return known / whole if whole else 1.0


class Grounds:
    """What the items of one side have in common that no others have."""

    def __init__(self, side: Side, families: Sequence[Family]) -> None:
        """Count in how many items each word stands, and note what went where."""
        self._side = side
        self._pairs = {(a, b) for one in families for a in one.drafts for b in one.finals}
        self._drafts = Counter(one for some in side.draft_features for one in some)
        self._finals = Counter(one for some in side.final_features for one in some)

    def most(self, family: Family) -> float:
        """Return how sure a family can be at most, 0 to 1: as its weakest link."""
        links = [(draft, final) for draft in family.drafts for final in family.finals]
        return min((self._link(family, *link) for link in links), default=1.0)

    def _link(self, family: Family, draft: int, final: int) -> float:
        if self._in_line(draft, final):
            return 1.0
        tables = self._side.tables
        share = float(tables.alike[draft, final])
        if len(family.drafts) > 1:
            share = max(share, float(tables.found[draft, final]))
        if len(family.finals) > 1:
            share = max(share, float(tables.explained[draft, final]))
        same = same_section(self._side.drafts[draft], self._side.finals[final])
        own = _FLOOR + _EACH * (self._own(draft, final) + _SECTION * same)
        return min(1.0, own, max(0.0, 0.5 + _SLOPE * (share - _HALF)))

    def _in_line(self, draft: int, final: int) -> bool:
        """Return whether the item before or behind became the one before or behind."""
        drafts = self._side.drafts
        return any(
            (draft + step, final + step) in self._pairs
            and drafts[draft + step].document == drafts[draft].document
            for step in (-1, 1)
        )

    def _own(self, draft: int, final: int) -> float:
        """Return the weight of what two items alone have, in features of the greatest weight."""
        side = self._side
        shared = side.draft_features[draft] & side.final_features[final]
        own = (one for one in shared if self._drafts[one] == 1 and self._finals[one] == 1)
        return side.weights.sum(own) / side.weights.most if side.weights.most else 0.0
