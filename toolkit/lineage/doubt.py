"""Whether a document given as a draft is one at all, and what is believed where it is not.

Reports of one kind share their formulas: two that have nothing to do with each other still have
pairs of paragraphs that look alike. So each draft is judged as a whole first: how much of its
words, weighed by how particular they are, comes back where its items are said to have gone. Of
a draft that hardly comes back, or that its symbol tells to be of another meeting, only pairs
with much in common that is theirs alone are believed, and are told as unsure.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.lineage.descent import Said
from toolkit.lineage.families import Family
from toolkit.lineage.kinship import Kinship
from toolkit.lineage.side import Side

RETURNING = 0.30
"""Share of a draft's weight that comes back at least, where symbols say nothing."""
RETURNING_PART = 0.12
"""The same where the symbols say that it is a draft of this report."""
UNSURE = 0.45
"""What a confidence is multiplied by where the draft is doubted: no descent is below half."""

_ALIKE = 0.5
_PARTICULAR = 8.0  # words or pairs of words that are nowhere else, or others of the same weight
_AHEAD = 1.2  # times more alike than two items of one document are

_END = "What is told of it are words that return, and no descent."
BY_WORDS = (
    "{draft} does not look like a draft of this report: {percent}% of its weight, counted by how "
    "particular the words are, comes back in it. " + _END
)
BY_MEETING = "By their symbols {draft} and this report are of different meetings. " + _END
BY_SIBLING = "By their symbols {draft} is no draft of this report but beside it. " + _END
DOUBTED = "{draft} may be no draft of this report."


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a draft, known by its place among those given, may be none of this report."""

    document: int
    said: Said


def doubt_of(document: int, name: str, kin: Kinship, share: float) -> Doubt | None:
    """Return the doubt about a draft of which a share, 0 to 1, comes back; None without one."""
    if kin is Kinship.MEETING:
        return Doubt(document, Said(BY_MEETING, {"draft": name}))
    if kin is Kinship.SIBLING:
        return Doubt(document, Said(BY_SIBLING, {"draft": name}))
    least = RETURNING_PART if kin is Kinship.PART else RETURNING
    if share >= least:
        return None
    return Doubt(document, Said(BY_WORDS, {"draft": name, "percent": math.floor(100 * share)}))


def returning(some: Iterable[tuple[Side, Sequence[Family]]], document: int) -> float:
    """Return which share of a draft's weight comes back; 1 where it has no items at all."""
    whole = back = 0.0
    for side, families in some:
        for family in families:
            theirs = frozenset().union(*(side.final_features[at] for at in family.finals))
            for at in family.drafts:
                if side.drafts[at].document == document:
                    ours = side.draft_features[at]
                    whole += side.weights.sum(ours)
                    back += side.weights.sum(ours & theirs)
    return back / whole if whole else 1.0


def believed(side: Side, some: Sequence[Family], doubted: frozenset[int]) -> list[Family]:
    """Return families without the links of doubted drafts that rest on formulas alone."""
    if not any(one.document in doubted for one in side.drafts):
        return list(some)
    return [left for one in some for left in _left(side, one, doubted)]


def _left(side: Side, family: Family, doubted: frozenset[int]) -> Iterator[Family]:
    kept = {
        (draft, final)
        for draft in family.drafts
        for final in family.finals
        if side.drafts[draft].document not in doubted or _particular(side, draft, final)
    }
    drafts = tuple(one for one in family.drafts if any(one == draft for draft, _ in kept))
    finals = tuple(one for one in family.finals if any(one == final for _, final in kept))
    if kept:
        yield Family(drafts, finals)
    yield from (Family((one,), ()) for one in family.drafts if one not in drafts)
    yield from (Family((), (one,)) for one in family.finals if one not in finals)


def _particular(side: Side, draft: int, final: int) -> bool:
    """Return whether two items have much in common that others have not."""
    alike = float(side.tables.alike[draft, final])
    formula = max(float(side.draft_formulas[draft]), float(side.final_formulas[final]))
    shared = side.draft_features[draft] & side.final_features[final]
    much = side.weights.sum(shared) >= _PARTICULAR * side.weights.most
    return much and alike >= max(_ALIKE, _AHEAD * formula)
