"""From drafts and a final report to what became of each item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.languages import by_code
from toolkit.lineage.confidence import confidence, confirmed
from toolkit.lineage.descent import Descent, Item, Relation, Said
from toolkit.lineage.difference import difference
from toolkit.lineage.evidence import evidence, named
from toolkit.lineage.families import Family
from toolkit.lineage.items import KINDS
from toolkit.lineage.missing import missing_parts
from toolkit.lineage.norms import parties, shift
from toolkit.lineage.order import moved
from toolkit.lineage.side import Match, Side, both, counterparts, side_of, weigh
from toolkit.model import Document, Kind

AGREES = "The {language_word} version says the same."
DIFFERS = "The {language_word} version says otherwise: {other}."
SILENT = "The {language_word} version has not all of these items."
NOTHING = "no counterpart"


@dataclass(frozen=True, slots=True)
class Witness:
    """The same documents in another language, in the same order."""

    drafts: Sequence[Document]
    final: Document


def trace(
    drafts: Sequence[Document],
    final: Document,
    second: Witness | None = None,
    kinds: Sequence[Kind] = KINDS,
) -> tuple[Descent, ...]:
    """Return what became of every item of the drafts, and where every final item comes from.

    Recommendations first, then paragraphs; in the order of the final report, dropped items last.
    Every item is in exactly one relation. ``second`` is a second witness: pairs are chosen by
    both languages together, and where the second alone would choose otherwise the relation is
    less sure and says so.
    """
    weights = weigh(drafts, final)
    others = weigh(second.drafts, second.final) if second else None
    absent = missing_parts(drafts, final)
    found: list[Descent] = []
    for kind in kinds:
        side = side_of(drafts, final, kind, weights)
        other = side_of(second.drafts, second.final, kind, others) if second and others else None
        found += _descents(side, other, absent)
    return tuple(found)


def _descents(side: Side, other: Side | None, absent: Sequence[str]) -> Iterator[Descent]:
    opinion = _Opinion(side, other) if other else None
    chosen = opinion.together if opinion else side
    some = chosen.families()
    out = moved_families(chosen, some)
    for at, family in enumerate(some):
        one = _descent(chosen, family, absent)
        one = replace(one, moved=at in out)
        yield opinion.heard(one, family) if opinion else one


def moved_families(side: Side, some: Sequence[Family]) -> frozenset[int]:
    """Return the places of the families whose items were moved; by their first items."""
    owners = [at for at, one in enumerate(some) if one.drafts and one.finals]
    pairs = [(side.drafts[some[at].drafts[0]], side.finals[some[at].finals[0]]) for at in owners]
    return frozenset(owners[at] for at in moved(pairs))


def _descent(side: Side, family: Family, absent: Sequence[str]) -> Descent:
    drafts = tuple(side.drafts[at] for at in family.drafts)
    finals = tuple(side.finals[at] for at in family.finals)
    relation = _relation(drafts, finals)
    changes = difference(drafts, finals) if drafts and finals else ()
    return Descent(
        kind=(drafts or finals)[0].kind,
        relation=relation,
        draft=drafts,
        final=finals,
        confidence=confidence(side, family, kept=relation is Relation.KEPT),
        strength=shift(drafts, finals),
        parties=parties(drafts, finals),
        evidence=evidence(side, family, relation, changes, absent),
        changes=changes,
    )


def _relation(drafts: Sequence[Item], finals: Sequence[Item]) -> Relation:
    if not drafts or not finals:
        return Relation.DROPPED if drafts else Relation.NEW
    if len(drafts) > 1:
        return Relation.MERGED
    if len(finals) > 1:
        return Relation.SPLIT
    same = _key(drafts[0]) == _key(finals[0])
    return Relation.KEPT if same else Relation.REWORDED


def _key(item: Item) -> str:
    """Return the words of an item without white space and numbers of references."""
    space = " " if by_code(item.language).spaced else ""
    return re.sub(r"\s+", space, item.plain).strip()


class _Opinion:
    """What the second language says of the same items."""

    def __init__(self, side: Side, other: Side) -> None:
        self._other = other
        self._drafts = counterparts(side.drafts, other.drafts)
        self._finals = counterparts(side.finals, other.finals)
        self.together = both(side, other, self._drafts, self._finals)
        some = other.families()
        self._of_draft = {at: one for one in some for at in one.drafts}
        self._of_final = {at: one for one in some for at in one.finals}

    def heard(self, one: Descent, family: Family) -> Descent:
        """Return a relation with what the second language says of it."""
        drafts = _there(self._drafts, family.drafts)
        finals = _there(self._finals, family.finals)
        language = self._language()
        if drafts is None or finals is None:
            return replace(one, evidence=(*one.evidence, Said(SILENT, language)))
        theirs = self._of_draft[drafts[0]] if drafts else self._of_final[finals[0]]
        agrees = set(theirs.drafts) == set(drafts) and set(theirs.finals) == set(finals)
        said = (
            Said(AGREES, language)
            if agrees
            else Said(DIFFERS, {**language, "other": self._shown(theirs)})
        )
        sure = confirmed(one.confidence, agrees=agrees)
        return replace(one, confidence=sure, evidence=(*one.evidence, said))

    def _language(self) -> dict[str, object]:
        items = self._other.finals or self._other.drafts
        return {"language_word": by_code(items[0].language).name if items else "second"}

    def _shown(self, family: Family) -> str:
        left = " + ".join(named(self._other.drafts[at]) for at in family.drafts)
        right = " + ".join(named(self._other.finals[at]) for at in family.finals)
        return f"{left or '-'} → {right or '-'}"


def _there(match: Match, places: Sequence[int]) -> list[int] | None:
    """Return the counterparts of some items, None where one has none."""
    found = [match[at] for at in places]
    return [at for at in found if at is not None] if None not in found else None
