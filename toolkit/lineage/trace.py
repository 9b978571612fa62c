"""From drafts and a final report to what became of each item."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from toolkit.languages import by_code
from toolkit.lineage.confidence import confidence
from toolkit.lineage.crossing import crossed
from toolkit.lineage.descent import Descent, Item, Relation, Said
from toolkit.lineage.difference import difference
from toolkit.lineage.doubt import DOUBTED, UNSURE, Doubt, believed, doubt_of, returning
from toolkit.lineage.evidence import evidence
from toolkit.lineage.families import Family
from toolkit.lineage.frames import limit
from toolkit.lineage.grounds import ACCOUNTED, SCANT, Grounds, accounted
from toolkit.lineage.groups import Comparison, Group, Witness
from toolkit.lineage.items import KINDS
from toolkit.lineage.kinship import kinship
from toolkit.lineage.missing import missing_parts
from toolkit.lineage.norms import parties, shift
from toolkit.lineage.order import moved
from toolkit.lineage.side import Side
from toolkit.model import Document, Kind

__all__ = ["Lineage", "Witness", "lineage", "trace"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """What became of every item, and which drafts seem to be none of this report."""

    descents: tuple[Descent, ...]
    doubts: tuple[Doubt, ...]


def trace(
    drafts: Sequence[Document],
    final: Document,
    second: Witness | None = None,
    kinds: Sequence[Kind] = KINDS,
) -> tuple[Descent, ...]:
    """As ``lineage``, the descents alone."""
    return lineage(drafts, final, second, kinds).descents


def lineage(
    drafts: Sequence[Document],
    final: Document,
    second: Witness | None = None,
    kinds: Sequence[Kind] = KINDS,
) -> Lineage:
    """Return what became of every item of the drafts, and where every final item comes from.

    Recommendations first, then paragraphs; in the order of the final report, dropped items last.
    Every item is in exactly one relation; one that changed its kind stands with what it became.
    ``second`` is a second witness: pairs are chosen by both languages together, and where the
    second alone would choose otherwise the relation is less sure and says so. ``kinds`` are
    those asked for: a relation is left out where none of its items is of them.
    """
    compare = Comparison(drafts, final, second)
    groups = {kind: compare.of_kind(kind) for kind in KINDS}
    doubts = tuple(_doubts(drafts, final, tuple(groups.values())))
    doubted = {one.document: one for one in doubts}
    believe = partial(believed, doubted=frozenset(doubted))
    groups = {
        kind: replace(one, families=believe(one.side, one.families)) for kind, one in groups.items()
    }
    absent = missing_parts(drafts, final)
    some = crossed(compare, groups, believe)
    lacking = bool(absent) or accounted((one.side, one.families) for one in some) < ACCOUNTED
    found = [
        _doubtful(one, doubted)
        for group in some
        for one in _descents(group, absent, lacking=lacking)
    ]
    wanted = [one for one in found if _is_of(one, kinds)]
    return Lineage(tuple(sorted(wanted, key=_place)), doubts)


def _doubts(
    drafts: Sequence[Document], final: Document, groups: Sequence[Group]
) -> Iterator[Doubt]:
    some = [(one.side, one.families) for one in groups]
    for place, draft in enumerate(drafts):
        name = draft.masthead.symbol or f"({place + 1})"
        doubt = doubt_of(place, name, kinship(draft, final), returning(some, place))
        if doubt is not None:
            yield doubt


def _is_of(one: Descent, kinds: Sequence[Kind]) -> bool:
    return any(item.kind in kinds for item in (*one.draft, *one.final))


def _place(one: Descent) -> tuple[int, bool, int, int]:
    """Return where a relation stands among the others."""
    item = (one.final or one.draft)[0]
    return KINDS.index(one.kind), not one.final, item.document, item.order


def _doubtful(one: Descent, doubted: Mapping[int, Doubt]) -> Descent:
    """Return a relation, less sure where a draft of it seems to be none of this report."""
    doubts = [doubted[item.document] for item in one.draft if item.document in doubted]
    if not doubts or not one.final:
        return one
    said = Said(DOUBTED, {"draft": doubts[0].said.values["draft"]})
    return replace(one, confidence=one.confidence * UNSURE, evidence=(*one.evidence, said))


def _descents(group: Group, absent: Sequence[str], *, lacking: bool) -> Iterator[Descent]:
    out = moved_families(group.side, group.families)
    grounds = Grounds(group.side, group.families) if lacking else None
    for at, family in enumerate(group.families):
        one = replace(_descent(group.side, family, absent), moved=at in out)
        one = group.opinion.heard(one, family) if group.opinion else one
        one = _held(one, grounds.most(family), Said(SCANT)) if grounds else one
        frame = limit(group.side, family)
        yield _held(one, frame.most, frame.said) if frame.said else one


def _held(one: Descent, most: float, why: Said) -> Descent:
    """Return a relation no surer than its grounds, with the reason."""
    if one.relation is Relation.KEPT or one.confidence <= most:
        return one
    return replace(one, confidence=most, evidence=(*one.evidence, why))


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
        kind=(finals or drafts)[0].kind,
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
