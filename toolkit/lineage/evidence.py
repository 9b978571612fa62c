"""What a relation rests on, in words."""

from collections.abc import Iterator, Sequence

from toolkit.languages import by_code
from toolkit.lineage.confidence import rival
from toolkit.lineage.descent import Change, Item, Relation, Said
from toolkit.lineage.families import Family
from toolkit.lineage.likeness import same_section
from toolkit.lineage.side import Side

_SHOWN = 3  # quotations
_LONGEST = 60  # code points of one
_NOTABLE = 0.05  # a nearest item less alike than this is not worth a word

SAME = "The same words."
SHARES = (
    "{found}% of the draft's weight is found there, {explained}% of the final text comes from it."
)
PART = "{item}: {found}% of its weight is found there."
SPLIT_OFF = "{item}: {explained}% of its weight comes from the draft."
QUOTES = "Words in common: {words}."
CROSSED = "It was a {old_word} of the draft and is a {new_word}."
SECTION = "It went from “{old}” to “{new}”."
RIVAL = "Next most alike: {item} ({percent}%)."
ABSENT = "Its origin is not among the inputs; not given: {parts}."
NO_PARENT = "It is in none of the drafts given."
NOT_TAKEN = "No item of the final report takes it up."


def evidence(
    side: Side,
    family: Family,
    relation: Relation,
    changes: Sequence[Change],
    absent: Sequence[str],
) -> tuple[Said, ...]:
    """Return what speaks for a relation."""
    if relation is Relation.NEW:
        lead = Said(ABSENT, {"parts": ", ".join(absent)}) if absent else Said(NO_PARENT)
        return (lead, *_rival(side, family))
    if relation is Relation.DROPPED:
        return (Said(NOT_TAKEN), *_rival(side, family))
    return tuple(
        one
        for some in (
            _shares(side, family, relation),
            _quotes(side, changes),
            _kinds(side, family),
            _sections(side, family),
            _rival(side, family),
        )
        for one in some
    )


def _shares(side: Side, family: Family, relation: Relation) -> Iterator[Said]:
    tables = side.tables
    if relation is Relation.KEPT:
        yield Said(SAME)
    elif relation is Relation.MERGED:
        for draft in family.drafts:
            found = _percent(tables.found[draft, family.finals[0]])
            yield Said(PART, {"item": named(side.drafts[draft]), "found": found})
    elif relation is Relation.SPLIT:
        for final in family.finals:
            share = _percent(tables.explained[family.drafts[0], final])
            yield Said(SPLIT_OFF, {"item": named(side.finals[final]), "explained": share})
    else:
        draft, final = family.drafts[0], family.finals[0]
        shares = {
            "found": _percent(tables.found[draft, final]),
            "explained": _percent(tables.explained[draft, final]),
        }
        yield Said(SHARES, shares)


def _quotes(side: Side, changes: Sequence[Change]) -> Iterator[Said]:
    """Yield the stretches in common that weigh most."""
    language = side.finals[0].language
    kept = {one.text.strip(" \n，。、；,.;") for one in changes if one.sign == "="}
    heavy = sorted(
        kept, key=lambda one: (-side.weights.sum(side.weights.features(one, language)), one)
    )
    shown = [by_code(language).quote(_short(one)) for one in heavy[:_SHOWN] if len(one) > 1]
    if shown:
        yield Said(QUOTES, {"words": ", ".join(shown)})


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _sections(side: Side, family: Family) -> Iterator[Said]:
    for draft in family.drafts:
        for final in family.finals:
            old, new = side.drafts[draft], side.finals[final]
            if not same_section(old, new):
                names = {"old": old.title or old.section, "new": new.title or new.section}
                yield Said(SECTION, names)
                return


def _kinds(side: Side, family: Family) -> Iterator[Said]:
    old, new = side.drafts[family.drafts[0]].kind, side.finals[family.finals[0]].kind
    if old is not new:
        yield Said(CROSSED, {"old_word": old.value, "new_word": new.value})


def _rival(side: Side, family: Family) -> Iterator[Said]:
    likeness, draft, final = rival(side, family)
    if likeness < _NOTABLE:
        return
    item = side.drafts[draft] if draft is not None else None
    item = side.finals[final] if final is not None else item
    if item is not None:
        yield Said(RIVAL, {"item": named(item), "percent": _percent(likeness)})


def named(item: Item) -> str:
    """Return an item as people name it: its document where it has a symbol, and its path."""
    return f"{item.symbol} {item.path}" if item.symbol else item.path


def _percent(share: float) -> int:
    return round(100 * float(share))
