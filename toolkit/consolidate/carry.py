"""References carried from the parts into the one report: the same words, by their new numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.consolidate.cited import (
    numbers_of,
    place_in,
    region,
    shifted,
    side,
    symbol_beside,
    without_gap,
)
from toolkit.consolidate.findings import Notice, Told
from toolkit.consolidate.numbers import Numbers, captioned, chapter_number, section_number
from toolkit.consolidate.part import Part
from toolkit.languages import Direction, Language, RefKind
from toolkit.model import Block
from toolkit.model.edits import Spot
from toolkit.references import (
    Edit,
    Named,
    Reference,
    applied,
    direction_edit,
    find_references,
    index_of,
    number_edits,
)
from toolkit.references.index import Index, Key
from toolkit.symbols.find import find
from toolkit.text.spans import Span

_ANY_PART = (
    RefKind.RECOMMENDATION,
    RefKind.CHAPTER,
    RefKind.SECTION,
    RefKind.ANNEX,
    RefKind.AGENDA_ITEM,
)
_OTHERS = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What becomes of blocks, by id.

    ``now`` leads from a block to the one that stands for it in the report (itself where it is
    there), and to None where it was dropped. ``order`` is the place of each block of the report,
    ``before`` that of each block of the parts, one part after the other. ``paths`` are the new
    paths of headings.
    """

    now: Mapping[str, str | None]
    order: Mapping[str, int]
    before: Mapping[str, int]
    paths: Mapping[str, str]
    numbers: Numbers


@dataclass(slots=True)
class Carried:
    """The edits of all references, and what somebody should look at.

    ``expected`` gives for each text the blocks that its references are to lead to, in order.
    """

    edits: dict[Spot, list[Edit]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    count: int = 0
    expected: dict[Spot, list[frozenset[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Target:
    """A number that a reference names, with the block meant (None for nothing) and the note."""

    number: int | None
    block_id: str | None
    note: int | None = None
    again: str = ""


def carry(parts: Sequence[Part], fates: Fates, language: Language) -> Carried:
    """Return the edits that every reference of every part needs."""
    desk = _Desk(parts, fates, language)
    for at, part in enumerate(parts):
        for one in find_references(part.document):
            if one.block_id in fates.order:
                desk.take(at, one)
    desk.captions()
    return desk.carried


class _Desk:
    def __init__(self, parts: Sequence[Part], fates: Fates, language: Language) -> None:
        self.parts = parts
        self.fates = fates
        self.language = language
        self.indexes: list[Index] = [index_of(one.document) for one in parts]
        self.symbols = {str(one.symbol): at for at, one in enumerate(parts) if one.symbol}
        self.blocks = {block.id: block for one in parts for block in one.document.blocks}
        self.carried = Carried()

    def take(self, at: int, one: Reference) -> None:
        """Carry one reference of part ``at``."""
        if one.external:
            self._cited(one)
            return
        targets = self._targets(at, one)
        edits = [*self._numbers(one, targets), *self._direction(one, targets)]
        self._add(one.where, edits)
        self._expect(one.where, targets)

    # -- what is meant ---------------------------------------------------------------------
    def _targets(self, at: int, one: Reference) -> list[_Target]:
        """Return the targets; what the part itself does not have is looked for in the others."""
        found = []
        for target in one.targets:
            block_id = target.block_id
            if block_id is None and target.number is not None:
                block_id = self._elsewhere(at, one, target.number, target.part)
            if block_id is None and one.kind is RefKind.ANNEX:
                block_id = self._only_annex(at)
            if block_id is None and target.number is not None:
                self._tell(Notice.DANGLING, one, numbers=str(target.number))
            found.append(_Target(target.number, block_id, target.note, target.again))
        return found

    def _elsewhere(self, at: int, one: Reference, number: int, letter: str) -> str | None:
        if one.kind not in _ANY_PART:
            return None
        found = (
            (index, place_in(index, one.kind, self.blocks[one.block_id].path, number, letter))
            for place, index in enumerate(self.indexes)
            if place != at
        )
        hits = [index.document.blocks[spot].id for index, spot in found if spot is not None]
        # A heading goes on in several parts and is one place; two recommendations are not.
        same = one.kind is not RefKind.RECOMMENDATION or len(hits) == 1
        return hits[0] if hits and same else None

    def _only_annex(self, at: int) -> str | None:
        """Return the only annex of the other parts, for a reference to "the annex"."""
        hits = [
            index.document.blocks[place].id
            for other, index in enumerate(self.indexes)
            if other != at
            for key, place in index.places.items()
            if key.kind is RefKind.ANNEX
        ]
        return hits[0] if len(hits) == 1 else None

    # -- numbers ---------------------------------------------------------------------------
    def _numbers(self, one: Reference, targets: Sequence[_Target]) -> Iterator[Edit]:
        if one.kind in (RefKind.CHAPTER, RefKind.SECTION, RefKind.ANNEX):
            yield from self._heading(one, targets)
            return
        new = self._becomes(targets)
        lost = [name.number for name, becomes in new.items() if not becomes]
        if all(becomes == (name.number,) and not name.again for name, becomes in new.items()):
            return
        edits = number_edits(one.found, one.text, self.language, new)
        if lost:
            self._tell(Notice.DROPPED, one, numbers=", ".join(map(str, lost)))
        if edits is not None:
            yield from edits
        elif one.found.listing is not None:
            listing = one.found.listing
            yield Edit(listing, f"[{listing.of(one.text)}]")

    def _becomes(self, targets: Sequence[_Target]) -> dict[Named, tuple[int, ...]]:
        return {Named(t.number, t.again): self._new(t) for t in targets if t.number is not None}

    def _new(self, target: _Target) -> tuple[int, ...]:
        """Return the new number of a target: none where it was dropped."""
        old = (target.number,) if target.number is not None else ()
        if target.block_id is None:
            return old
        if target.note is not None:
            number = self.fates.numbers.notes.get((target.block_id, target.note))
            return (number,) if number is not None else old
        now = self.fates.now.get(target.block_id)
        if now is None:
            return ()
        number = self.fates.numbers.blocks.get(now)
        return (number,) if number is not None else old

    def _heading(self, one: Reference, targets: Sequence[_Target]) -> Iterator[Edit]:
        """Yield the edits of a reference to chapters, sections or annexes."""
        new: dict[Named, tuple[int, ...]] = {}
        for target in targets:
            path = self.fates.paths.get(target.block_id or "")
            if path is None:
                continue
            steps = path.split("/")
            if one.kind is RefKind.ANNEX:
                number = chapter_number(steps[0].partition(" ")[2])
            elif one.kind is RefKind.SECTION:
                number = section_number(steps[-1])
            else:
                number = chapter_number(steps[0])
                yield from self._section(one, steps)
            if number is not None and target.number is None:
                yield self._numbered_annex(one, number)
            elif number is not None and target.number is not None:
                new[Named(target.number)] = (number,)
        if any(becomes != (name.number,) for name, becomes in new.items()):
            yield from number_edits(one.found, one.text, self.language, new) or ()

    def _section(self, one: Reference, steps: Sequence[str]) -> Iterator[Edit]:
        """Yield the edit of the letter in "chapter II, section B"."""
        span, part = one.found.part_span, one.found.part
        if span is not None and part and len(steps) > 1 and steps[-1] != part:
            if len(part) == 1 and span.of(one.text) == part:
                yield Edit(span, steps[-1])
            else:
                self._tell(Notice.SECTION, one)

    def _numbered_annex(self, one: Reference, number: int) -> Edit:
        """Return the edit that gives "the annex" the number it has among several."""
        bare, full = self.language.annex_label(None), self.language.annex_label(number)
        noun = one.found.noun or one.span
        article = one.text[max(0, noun.start - 4) : noun.start]
        if article.lower() != "the ":
            return Edit(Span(noun.end, noun.end), full.removeprefix(bare))
        word = noun.of(one.text)
        word = word.capitalize() if article.startswith("T") else word
        return Edit(Span(noun.start - 4, noun.end), word + full.removeprefix(bare))

    # -- directions ------------------------------------------------------------------------
    def _direction(self, one: Reference, targets: Sequence[_Target]) -> Iterator[Edit]:
        """Yield the edit that turns "above" or "below" where it was right and is wrong now."""
        if one.direction is None:
            return
        fates = self.fates
        ids = [target.block_id for target in targets if target.block_id is not None]
        old = side(fates.before[one.block_id], [fates.before[i] for i in ids])
        new = self._side_now(one.block_id, ids)
        if old is one.direction and new is not None and new is not old:
            edit = direction_edit(one.found, one.text, self.language, new)
            if edit is not None:
                yield edit

    def _side_now(self, block_id: str, ids: Sequence[str]) -> Direction | None:
        there = [now for now in map(self.fates.now.get, ids) if now is not None]
        order = self.fates.order
        return side(order[block_id], [order[one] for one in there if one in order])

    # -- parts cited by their symbols --------------------------------------------------------
    def _cited(self, one: Reference) -> None:
        """Turn "…/L.1/Add.1, para. 4" into the paragraph of the report that it is now."""
        witness = symbol_beside(one)
        if witness is None or one.kind not in _OTHERS:
            return
        named = [hit.symbol for hit in find(witness.of(one.text))]
        at = self.symbols.get(str(named[0])) if len(named) == 1 else None
        if at is None:
            return
        targets = [self._in_part(at, one, number) for number in numbers_of(one)]
        stretch = region(one, witness)
        whole = all(target.block_id is not None for target in targets)
        if stretch is None or not whole or not all(self._new(t) for t in targets):
            self._tell(Notice.CITED, one, symbol=str(named[0]))
            return
        if not self.language.spaced:
            stretch = without_gap(one.text, stretch)
        self._add(one.where, [Edit(stretch, self._said(one, targets))])

    def _in_part(self, at: int, one: Reference, number: int) -> _Target:
        index = self.indexes[at]
        place = index.places.get(Key(kind=one.kind, number=number))
        return _Target(number, None if place is None else index.document.blocks[place].id)

    def _said(self, one: Reference, targets: Sequence[_Target]) -> str:
        """Return the reference by its new numbers, with the side for a paragraph."""
        edits = number_edits(one.found, one.text, self.language, self._becomes(targets)) or ()
        start = one.span.start
        words = applied(one.words, [shifted(edit, -start) for edit in edits])
        turn = self._side_now(one.block_id, [t.block_id for t in targets if t.block_id])
        if one.kind is not RefKind.PARAGRAPH or turn is None:
            return words
        above, below = self.language.listing.opposites[0]
        word = above if turn is Direction.ABOVE else below
        return f"{words} {word}" if self.language.spaced else f"{word}{words}"

    # -- captions --------------------------------------------------------------------------
    def captions(self) -> None:
        """Give the captions of tables and figures their new numbers."""
        for block_id in self.fates.order:
            block = self.blocks[block_id]
            new = self.fates.numbers.blocks.get(block_id)
            if new is None or captioned(block, self.language) is None:
                continue
            first = self.language.reference_lists(block.text)[0]
            old = first.members[0].value
            edits = number_edits(first, block.text, self.language, {Named(old): (new,)})
            if edits:
                self.carried.edits.setdefault(Spot(block_id=block_id), []).extend(edits)

    # -- noting ----------------------------------------------------------------------------
    def _add(self, where: Spot, edits: Sequence[Edit]) -> None:
        if edits:
            self.carried.count += 1
            self.carried.edits.setdefault(where, []).extend(edits)

    def _expect(self, where: Spot, targets: Sequence[_Target]) -> None:
        ids = [self.fates.now.get(target.block_id or "") for target in targets]
        self.carried.expected.setdefault(where, []).append(
            frozenset(one for one in ids if one is not None)
        )

    def _tell(self, notice: Notice, one: Reference, **values: str) -> None:
        block: Block = self.blocks[one.block_id]
        inside = one.where.note is None and one.where.cell is None
        span = one.span if inside else None
        self.carried.told.append(Told(notice, block, {"words": one.words, **values}, span))
