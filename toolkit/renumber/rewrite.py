"""From a plan to the edits of one document: labels, references, and what moves, comes and goes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from toolkit.languages import Direction, Language, RefKind, by_code
from toolkit.model import Block, Document
from toolkit.model.edits import Comment, Edit, Reword, Spot
from toolkit.references import (
    Named,
    Reference,
    direction_edit,
    find_references,
    number_edits,
)
from toolkit.references.labels import NUMBER, numeral_like, renumbered
from toolkit.renumber.beside import Beside, parted
from toolkit.renumber.plan import Plan, Track, fates
from toolkit.renumber.reorder import new_order, structural
from toolkit.renumber.series import Item, Series, series_of


class OnDropped(StrEnum):
    """What becomes of a reference to an item that is dropped.

    STOP: it is a question, and nothing is written. MARK: a number that leads nowhere is set in
    square brackets with a comment on it. KEEP: it is left as it stands. A list loses the number
    in both.
    """

    STOP = "stop"
    MARK = "mark"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Question:
    """A reference to something that is dropped, ``numbers`` of it named."""

    block: Block
    words: str
    numbers: tuple[int, ...]
    spot: Spot
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """The edits of one document.

    ``labels`` and ``references`` count what was changed; ``outside`` are the references to
    numbers of the kind that lead to other documents, ``dangling`` those that lead to nothing:
    both are left alone. ``questions`` ask what to do with references to what is dropped, ``beside``
    are mentions by place alone that mean something else now. ``wanted`` are the numbers of the
    items in their new order, by series.
    """

    edits: tuple[Edit, ...]
    labels: int = 0
    references: int = 0
    outside: int = 0
    dangling: tuple[Reference, ...] = ()
    questions: tuple[Question, ...] = ()
    beside: tuple[Beside, ...] = ()
    wanted: tuple[tuple[int, ...], ...] = ()


_GAP: Final = {"zh": "[……]"}


@dataclass(slots=True)
class _Work:
    document: Document
    plan: Plan
    language: Language
    on_dropped: OnDropped
    new: dict[str, tuple[int, ...]] = field(default_factory=dict)  # by block id
    gone: set[str] = field(default_factory=set)  # blocks that are dropped
    edits: list[Edit] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def rewrite(
    document: Document,
    plan: Plan,
    on_dropped: OnDropped = OnDropped.STOP,
    *,
    series: Sequence[Series] | None = None,
) -> Rewriting:
    """Return what the plan means for a document whose series correspond to those it was made of.

    What needs no change has no edit, so that a plan that changes nothing has none at all.
    ``series`` are the document's own where they are known already.
    """
    kind = plan.operations.kind
    work = _Work(document, plan, by_code(document.language), on_dropped)
    if series is None:
        series = series_of(document, kind, through=plan.operations.through)
    labels = 0
    for one, track in zip(series, plan.tracks, strict=True):
        _take(work, one, track)
    for one, track in zip(series, plan.tracks, strict=True):
        found = list(_labels(one, track))
        labels += len(found)
        work.edits.extend(found)
        work.edits.extend(structural(one, track, _GAP.get(document.language, "[…]"), relabelled))
    references, outside, dangling = _references(work, series)
    beside = _beside(work, series)
    return Rewriting(
        edits=tuple(work.edits),
        labels=labels,
        references=references,
        outside=outside,
        dangling=tuple(dangling),
        questions=tuple(work.questions),
        beside=tuple(beside),
        wanted=tuple(
            tuple(slot.number for slot in track.slots if slot.number is not None)
            for track in plan.tracks
        ),
    )


def _take(work: _Work, series: Series, track: Track) -> None:
    for item, (numbers, relation) in zip(series.items, fates(track), strict=True):
        work.new[item.block.id] = numbers
        if relation == "dropped":
            work.gone.update(item.blocks)


# -- labels --------------------------------------------------------------------------------
def _labels(series: Series, track: Track) -> Iterator[Reword]:
    for slot in track.slots:
        if slot.source is None or slot.number is None:
            continue
        item = series.items[slot.source]
        label = item.block.label or ""
        found = NUMBER.search(label)
        if found is None:
            continue
        new = numeral_like(found, slot.number)
        if new != found.group():
            yield Reword(
                spot=Spot(block_id=item.block.id, label=True),
                start=found.start(),
                end=found.end(),
                text=new,
            )


def relabelled(item: Item, number: int) -> str:
    """Return an item's label with another number; "bis" and its like go."""
    return renumbered(item.block.label or "", number)


def _beside(work: _Work, series: Sequence[Series]) -> list[Beside]:
    """Return what is named by its place and stands elsewhere now; ask of what is dropped."""
    found = parted(work.document, work.plan.operations.kind, series, work.plan.tracks)
    moved = []
    for one in found:
        if one.block.id in work.gone:
            continue
        if one.gone:
            ask = Question(one.block, one.words, (one.number,), one.spot, one.start, one.end)
            work.questions.append(ask)
        else:
            moved.append(one)
    return moved


# -- references ----------------------------------------------------------------------------
def _references(work: _Work, series: Sequence[Series]) -> tuple[int, int, list[Reference]]:
    wanted = RefKind(work.plan.operations.kind.value)
    before = {block.id: at for at, block in enumerate(work.document.blocks)}
    after = {one: at for at, one in enumerate(new_order(work.document, series, work.plan.tracks))}
    changed, outside = 0, 0
    dangling: list[Reference] = []
    for one in find_references(work.document, prints=False):
        if one.external:
            outside += one.kind is wanted
        elif one.block_id not in work.gone:
            edits = [*_numbers(work, one)] if one.kind is wanted else []
            if one.kind is wanted and one.dangling:
                dangling.append(one)
            edits += _direction(work, one, before, after)
            changed += bool(edits)
            work.edits.extend(edits)
    return changed, outside, dangling


def _numbers(work: _Work, one: Reference) -> Iterator[Edit]:
    """Yield the edits of a reference's numbers, and ask where it names what is dropped."""
    new = _becoming(work, one)
    if all(becoming == (name.number,) and not name.again for name, becoming in new.items()):
        return
    lost = _lost(new)
    if lost:
        _ask(work, one, lost)
    found = number_edits(one.found, one.text, work.language, new)
    spot = one.where
    if found is not None:
        for edit in found:
            yield Reword(spot=spot, start=edit.span.start, end=edit.span.end, text=edit.text)
    elif work.on_dropped is OnDropped.MARK:
        yield from _bracketed(one, spot)
    if lost and work.on_dropped is OnDropped.MARK:
        yield _remark(work, one, spot, lost)


def _becoming(work: _Work, one: Reference) -> dict[Named, tuple[int, ...]]:
    """Return what the numbers of a reference that lead somewhere become."""
    return {
        Named(target.number, target.again): work.new[target.block_id]
        for target in one.targets
        if target.number is not None and target.block_id in work.new
    }


def _lost(new: Mapping[Named, Sequence[int]]) -> tuple[int, ...]:
    """Return the numbers a reference leads to that are dropped, those inside its ranges too."""
    return tuple(name.number for name, becoming in new.items() if not becoming)


def _ask(work: _Work, one: Reference, lost: tuple[int, ...]) -> None:
    block = next(block for block in work.document.blocks if block.id == one.block_id)
    span = one.span
    work.questions.append(Question(block, one.words, lost, one.where, span.start, span.end))


def _bracketed(one: Reference, spot: Spot) -> Iterator[Edit]:
    listing = one.found.listing
    if listing is not None:
        words = f"[{listing.of(one.text)}]"
        yield Reword(spot=spot, start=listing.start, end=listing.end, text=words)


def _remark(work: _Work, one: Reference, spot: Spot, lost: tuple[int, ...]) -> Comment:
    template = _LOST.get(work.document.language, _LOST["en"])
    numbers = work.language.join_list([str(number) for number in lost])
    words = template[work.plan.operations.kind.value].format(numbers=numbers, words=one.words)
    return Comment(spot=spot, start=one.span.start, end=one.span.end, text=words)


_LOST: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "recommendation": "This was “{words}”; recommendation {numbers} was dropped.",
        "paragraph": "This was “{words}”; paragraph {numbers} was dropped.",
    },
    "zh": {
        "recommendation": "原为“{words}”；建议 {numbers} 已删除。",
        "paragraph": "原为“{words}”；第 {numbers} 段已删除。",
    },
}


def _direction(
    work: _Work, one: Reference, before: Mapping[str, int], after: Mapping[str, int]
) -> list[Edit]:
    """Return the edit that turns "above" or "below" where it was right and is wrong now."""
    if one.direction is None or not one.targets:
        return []
    old = _side(one, before)
    new = _side(one, after)
    if old is not one.direction or new is None or new is old:
        return []
    edit = direction_edit(one.found, one.text, work.language, new)
    if edit is None:
        return []
    span = edit.span
    return [Reword(spot=one.where, start=span.start, end=span.end, text=edit.text)]


def _side(one: Reference, order: Mapping[str, int]) -> Direction | None:
    """Return on which side all targets stand; None on both, or where none is left."""
    here = order.get(one.block_id)
    targets = [target.block_id for target in one.targets if target.block_id is not None]
    places = [order[target] for target in targets if target in order]
    if here is None or not places:
        return None
    if max(places) < here:
        return Direction.ABOVE
    if min(places) > here:
        return Direction.BELOW
    return None
