"""Footnotes that Word counts: where items move or go, so do their notes, and the numbers change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.languages import Language, RefKind, by_code
from toolkit.model import Block, Document
from toolkit.model.edits import Comment, Edit, Reword
from toolkit.references import Named, Reference, find_references, number_edits
from toolkit.references.ibid import NoteSpot, said_again
from toolkit.renumber.plan import Plan
from toolkit.renumber.reorder import new_order
from toolkit.renumber.rewrite import OnDropped, Question
from toolkit.renumber.series import Series


@dataclass(frozen=True, slots=True)
class Misled:
    """A note ``words`` that says "ibid.", behind the note ``now`` where it was behind ``was``.

    ``now`` and ``was`` are "" where no note stands before it.
    """

    block: Block
    words: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What becomes of mentions of footnotes; ``references`` counts those that change."""

    edits: tuple[Edit, ...] = ()
    references: int = 0
    questions: tuple[Question, ...] = ()
    misled: tuple[Misled, ...] = ()


_LOST: Final[Mapping[str, str]] = {
    "en": "This was “{words}”; footnote {numbers} was dropped.",
    "zh": "原为“{words}”；脚注 {numbers} 已删除。",
}


def noted(document: Document, plan: Plan, series: Sequence[Series], on_dropped: OnDropped) -> Noted:
    """Return what a plan means for the footnotes of a document.

    In text files notes have names of their own, which stay; only "ibid." is looked at there.
    """
    if not plan.changes or not any(block.notes for block in document.blocks):
        return Noted()
    blocks = {block.id: block for block in document.blocks}
    order = [blocks[one] for one in new_order(document, series, plan.tracks)]
    misled = tuple(_misled(document, order))
    before, after = _counted(document.blocks), _counted(order)
    if document.origin.format != "docx" or [*before] == [*after]:
        return Noted(misled=misled)
    new = dict(zip(after, before.values(), strict=False))
    desk = _Desk(document, new, frozenset(block.id for block in order), on_dropped)
    return desk.run(misled)


def _counted(blocks: Sequence[Block]) -> dict[NoteSpot, int]:
    """Return the notes that Word counts, in their order, with their numbers."""
    return {
        (block.id, place): int(note.number)
        for block in blocks
        for place, note in enumerate(block.notes)
        if note.number.isdecimal()
    }


def _misled(document: Document, order: Sequence[Block]) -> Iterator[Misled]:
    blocks = {block.id: block for block in document.blocks}
    before = dict(said_again(document.blocks))
    for spot, now in said_again(order):
        was = before[spot]
        if was != now:
            words = (_words(blocks, one) for one in (spot, was, now))
            yield Misled(blocks[spot[0]], *words)


def _words(blocks: Mapping[str, Block], spot: NoteSpot | None) -> str:
    return "" if spot is None else blocks[spot[0]].notes[spot[1]].text


@dataclass(frozen=True, slots=True)
class _Desk:
    """``new`` are the numbers of the notes that stay, ``staying`` the ids of such blocks."""

    document: Document
    new: Mapping[NoteSpot, int]
    staying: frozenset[str]
    on_dropped: OnDropped

    def run(self, misled: tuple[Misled, ...]) -> Noted:
        language = by_code(self.document.language)
        blocks = {block.id: block for block in self.document.blocks}
        edits: list[Edit] = []
        questions: list[Question] = []
        changed = 0
        for one in find_references(self.document, prints=False):
            if one.kind is not RefKind.FOOTNOTE or one.external or one.block_id not in self.staying:
                continue
            becomes = self._becoming(one)
            own = [*self._edits(one, becomes, language)]
            changed += bool(own)
            edits += own
            lost = tuple(name.number for name, new in becomes.items() if not new)
            if lost:
                block, span = blocks[one.block_id], one.span
                ask = Question(block, one.words, lost, one.where, span.start, span.end)
                questions.append(ask)
        return Noted(
            edits=tuple(edits), references=changed, questions=tuple(questions), misled=misled
        )

    def _becoming(self, one: Reference) -> dict[Named, tuple[int, ...]]:
        found: dict[Named, tuple[int, ...]] = {}
        for target in one.targets:
            if target.number is not None and target.block_id and target.note is not None:
                new = self.new.get((target.block_id, target.note))
                found[Named(target.number)] = () if new is None else (new,)
        return found

    def _edits(
        self, one: Reference, becomes: Mapping[Named, tuple[int, ...]], language: Language
    ) -> Iterator[Edit]:
        if all(new == (name.number,) for name, new in becomes.items()):
            return
        found, listing = number_edits(one.found, one.text, language, becomes), one.found.listing
        marks = self.on_dropped is OnDropped.MARK
        for edit in found or ():
            span = edit.span
            yield Reword(spot=one.where, start=span.start, end=span.end, text=edit.text)
        if found is None and marks and listing is not None:
            words = f"[{listing.of(one.text)}]"
            yield Reword(spot=one.where, start=listing.start, end=listing.end, text=words)
        lost = [str(name.number) for name, new in becomes.items() if not new]
        if lost and marks:
            template = _LOST.get(language.code, _LOST["en"])
            words = template.format(words=one.words, numbers=language.join_list(lost))
            yield Comment(spot=one.where, start=one.span.start, end=one.span.end, text=words)
