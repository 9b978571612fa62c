"""From a plan to the edits of one document: labels, references, and what moves, comes and goes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from toolkit.languages import Language, RefKind, by_code
from toolkit.model import Block, Document
from toolkit.model.edits import Drop, Edit, Move, Reword, Spot
from toolkit.references import Named, Reference, find_references
from toolkit.references.labels import NUMBER, numeral_like, renumbered
from toolkit.renumber.beside import Beside, parted
from toolkit.renumber.directions import Orders, orders_of, turned
from toolkit.renumber.footnotes import Misled, misled, note_numbers
from toolkit.renumber.mentions import OnDropped, Question, asked, carried, lost
from toolkit.renumber.plan import Plan, Track
from toolkit.renumber.reorder import new_order, structural
from toolkit.renumber.series import Item, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """The edits of one document.

    ``labels`` and ``references`` count what was changed; ``outside`` are the references to
    numbers of the kind that lead to other documents, ``dangling`` those that lead to nothing:
    both are left alone. ``questions`` ask what to do with references to what is dropped, ``beside``
    are mentions by place alone that mean something else now, ``misled`` notes that say "ibid.".
    ``wanted`` are the numbers of the items in their new order, by series.
    """

    edits: tuple[Edit, ...]
    labels: int = 0
    references: int = 0
    outside: int = 0
    dangling: tuple[Reference, ...] = ()
    questions: tuple[Question, ...] = ()
    beside: tuple[Beside, ...] = ()
    misled: tuple[Misled, ...] = ()
    wanted: tuple[tuple[int, ...], ...] = ()


_GAP: Final = {"zh": "[……]"}


def rewrite(
    document: Document, series: Sequence[Series], plan: Plan, on_dropped: OnDropped = OnDropped.STOP
) -> Rewriting:
    """Return what the plan means for a document whose series correspond to those it was made of.

    What needs no change has no edit, so that a plan that changes nothing has none at all.
    """
    gap = _GAP.get(document.language, "[…]")
    pairs = list(zip(series, plan.tracks, strict=True))
    labels = [edit for pair in pairs for edit in _labels(*pair)]
    flow = [edit for pair in pairs for edit in structural(*pair, gap, relabelled)]
    order = new_order(document.blocks, flow)
    desk = _Desk(
        kind=RefKind(plan.operations.kind.value),
        language=by_code(document.language),
        on_dropped=on_dropped,
        blocks={block.id: block for block in document.blocks},
        gone=frozenset(one for edit in flow if isinstance(edit, Drop) for one in edit.blocks),
        new=_new_numbers(pairs) | note_numbers(document, order),
        orders=orders_of(document.blocks, order) if _moves(flow) else None,
    )
    for one in find_references(document, prints=False):
        desk.take(one)
    moved = list(desk.by_place(parted(document, plan.operations.kind, series, plan.tracks)))
    return Rewriting(
        edits=(*labels, *flow, *desk.edits),
        labels=len(labels),
        references=desk.changed,
        outside=desk.outside,
        dangling=tuple(desk.dangling),
        questions=tuple(desk.questions),
        beside=tuple(moved),
        misled=tuple(misled(document, order)),
        wanted=tuple(
            tuple(number for number in track.numbers if number is not None) for track in plan.tracks
        ),
    )


# -- labels --------------------------------------------------------------------------------
def _labels(series: Series, track: Track) -> Iterator[Reword]:
    for slot, number in track.counted:
        if slot.source is None or number is None:
            continue
        block = series.items[slot.source].block
        found = NUMBER.search(block.label or "")
        if found is None:
            continue
        new = numeral_like(found, number)
        if new != found.group():
            yield Reword(Spot(block.id, label=True), found.start(), found.end(), new)


def relabelled(item: Item, number: int) -> str:
    """Return an item's label with another number; "bis" and its like go."""
    return renumbered(item.block.label or "", number)


# -- references ----------------------------------------------------------------------------
_Thing = tuple[str | None, int | None]
"""What has a number: a block by its id, or a note by its place in that block."""


def _new_numbers(pairs: Sequence[tuple[Series, Track]]) -> dict[_Thing, tuple[int, ...]]:
    return {
        (item.block.id, None): fate.numbers
        for one, track in pairs
        for item, fate in zip(one.items, track.fates, strict=True)
    }


def _moves(flow: Sequence[Edit]) -> bool:
    return any(isinstance(edit, Move) for edit in flow)


@dataclass(slots=True, kw_only=True)
class _Desk:
    """Where the references of a document are taken one by one.

    ``gone`` are the ids of the blocks that are dropped, ``orders`` None where nothing moves.
    """

    kind: RefKind
    language: Language
    on_dropped: OnDropped
    blocks: Mapping[str, Block]
    gone: frozenset[str]
    new: Mapping[_Thing, tuple[int, ...]]
    orders: Orders | None
    edits: list[Edit] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    dangling: list[Reference] = field(default_factory=list)
    changed: int = 0
    outside: int = 0

    def take(self, one: Reference) -> None:
        """Note what is to be done with a reference."""
        if one.external:
            self.outside += one.kind is self.kind
        elif one.block_id not in self.gone:
            counted = one.kind is self.kind or one.kind is RefKind.FOOTNOTE
            edits = [*self._numbers(one)] if counted else []
            if self.orders is not None:
                edits += turned(one, self.orders, self.language)
            self.changed += bool(edits)
            self.edits += edits

    def by_place(self, found: Iterator[Beside]) -> Iterator[Beside]:
        """Yield what is named by its place and stands elsewhere now; ask of what is dropped."""
        for one in found:
            if one.gone:
                ask = Question(one.block, one.words, (one.number,), one.spot, one.start, one.end)
                self.questions.append(ask)
            else:
                yield one

    def _numbers(self, one: Reference) -> Iterator[Edit]:
        """Return the edits of a reference's numbers; ask where it names what is dropped."""
        becomes = self._becoming(one)
        numbers = lost(becomes)
        if numbers:
            self.questions.append(asked(one, self.blocks[one.block_id], numbers))
        if one.kind is self.kind and one.dangling:
            self.dangling.append(one)
        return carried(one, becomes, self.language, self.on_dropped)

    def _becoming(self, one: Reference) -> dict[Named, tuple[int, ...]]:
        """Return what the numbers of a reference that lead somewhere become."""
        found: dict[Named, tuple[int, ...]] = {}
        for target in one.targets:
            new = self.new.get((target.block_id, target.note))
            if new is not None and target.number is not None:
                found[Named(target.number, target.again)] = new
        return found
