"""Parts and a plan to one report: read, composed anew, never glued together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.consolidate.carry import Carried, Fates, carry
from toolkit.consolidate.checked import hold_plan
from toolkit.consolidate.editing import edited
from toolkit.consolidate.findings import Notice, Told, bare
from toolkit.consolidate.labels import placed_label
from toolkit.consolidate.ledger import Fate, Ledger, Row, unbalanced
from toolkit.consolidate.lists import join_lists
from toolkit.consolidate.masthead import Wanted, final_masthead
from toolkit.consolidate.notices import cited_parts, misled, unopened, unstarred
from toolkit.consolidate.numbers import Numbers, count
from toolkit.consolidate.part import Part
from toolkit.consolidate.plan import Joining, Plan, Section
from toolkit.consolidate.units import Stock, Unit, stock_of
from toolkit.diagnostics import Finding
from toolkit.errors import UndraftError
from toolkit.languages import Language, by_code
from toolkit.model import Block, Document, Kind, Origin, Profile
from toolkit.model.edits import Spot
from toolkit.references import Edit, find_references
from toolkit.references.labels import renumbered
from toolkit.text.rising import rising

_COUNTED = (Kind.PARAGRAPH, Kind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The report with all that is to be known of it.

    ``fields`` are placeholders of the masthead that are no value of it, such as the day that was
    not given; ``references`` counts those rewritten.
    """

    report: Document
    fields: Mapping[str, str]
    ledger: Ledger
    findings: tuple[Finding, ...]
    references: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block of a part where it is to stand: ``path`` is that of its heading."""

    block: Block
    part: str
    path: str
    unit: Unit | None = None  # None for a heading


def consolidate(parts: Sequence[Part], plan: Plan, wanted: Wanted) -> Consolidated:
    """Return the parts as one report.

    Raises:
        UsageError: the plan does not fit the parts, or asks for what would lose words.
        UndraftError: a block is unaccounted for, which would be our own fault.
    """
    stock = stock_of(parts)
    hold_plan(plan, parts, stock)
    language = by_code(parts[0].document.language)
    placed = [one for section in plan.sections for one in _section(section, stock)]
    fates = _fates(parts, plan, stock, placed, language)
    carried = carry(parts, fates, language)
    for join in plan.joins:
        _join(join, stock, carried, language)
    made = [_made(one, fates, carried.edits, language) for one in placed]
    masthead, fields = final_masthead(parts, wanted, language)
    report = Document(
        profile=Profile.REPORT,
        language=language.code,
        masthead=masthead,
        blocks=tuple(made),
        origin=Origin(format="docx"),
    )
    ledger = Ledger(
        tuple(_rows(parts, plan, stock, placed, report)), tuple(one.name for one in parts)
    )
    for fault in unbalanced(ledger, parts, report):
        raise UndraftError(f"The ledger does not balance: {fault}. Please report this.")
    told = [*carried.told, *_strayed(carried, parts, report), *unopened(stock, parts)]
    told += [*cited_parts(parts, report), *misled(parts, report), *unstarred(parts, report)]
    files = {block.id: one.document.origin.path for one in parts for block in one.document.blocks}
    empty = [bare(one.name, one.document.origin.path) for one in parts if not one.document.blocks]
    findings = (*empty, *(one.finding(files[one.block.id]) for one in told))
    return Consolidated(report, fields, ledger, findings, carried.count)


def _join(join: Joining, stock: Stock, carried: Carried, language: Language) -> None:
    """Add what a join of lists changes and tells to what is carried."""
    where = Spot(block_id=stock.units[join.into].head.id)
    joined = join_lists(join, stock, language)
    carried.edits.setdefault(where, []).extend(joined.edits)
    carried.told += joined.opening.told
    place, expected = joined.opening.widened, carried.expected.get(where, [])
    if place is not None and place < len(expected):
        expected[place] = frozenset()  # it leads to more items now than it did


# -- where everything stands ---------------------------------------------------------------
def _section(section: Section, stock: Stock) -> Iterator[_Placed]:
    titles = stock.titles.get(section.source, [])
    chosen = next((one for one in titles if one.part == section.title_of), None)
    title = chosen or next(iter(titles), None)
    if title is not None:
        yield _Placed(title.block, title.part, section.path)
    for name in section.take:
        unit = stock.units[name]
        for block in unit.blocks:
            yield _Placed(block, unit.part, section.path, unit)


def _fates(
    parts: Sequence[Part],
    plan: Plan,
    stock: Stock,
    placed: Sequence[_Placed],
    language: Language,
) -> Fates:
    now: dict[str, str | None] = {
        block.id: None for part in parts for block in part.document.blocks
    }
    now.update({one.block.id: one.block.id for one in placed})
    for join in plan.joins:
        into = stock.units[join.into].head.id
        for name in join.units:
            now.update({block.id: into for block in stock.units[name].blocks})
    paths: dict[str, str] = {}
    headings = {one.path: one.block.id for one in placed if one.unit is None}
    for section in plan.sections:
        for title in stock.titles.get(section.source, ()):
            now[title.block.id] = headings[section.path]
            paths[title.block.id] = section.path
    before = {
        block.id: at
        for at, block in enumerate(block for part in parts for block in part.document.blocks)
    }
    return Fates(
        now=now,
        order={one.block.id: at for at, one in enumerate(placed)},
        before=before,
        paths=paths,
        numbers=count([(one.block, one.path) for one in placed], language),
    )


# -- blocks --------------------------------------------------------------------------------
def _made(
    one: _Placed, fates: Fates, edits: Mapping[Spot, Sequence[Edit]], language: Language
) -> Block:
    block = _with_notes(edited(one.block, edits), fates.numbers)
    if one.unit is None:
        label, number = placed_label(block, one.path, language)
        return replace(block, label=label, number=number, path=one.path, continued=False)
    head = one.unit.head
    path = _unit_path(one, fates.numbers)
    inner = block.path.removeprefix(head.path) if head.kind in _COUNTED else ""
    number = fates.numbers.blocks.get(block.id)
    if block.kind not in _COUNTED or number is None:
        return replace(block, path=path + inner)
    return replace(block, label=renumbered(block.label or "", number), number=number, path=path)


def _unit_path(one: _Placed, numbers: Numbers) -> str:
    """Return the new path of the unit a block belongs to."""
    head = one.unit.head if one.unit else one.block
    number = numbers.blocks.get(head.id)
    if head.kind not in _COUNTED or number is None:
        return one.path
    word = "para" if head.kind is Kind.PARAGRAPH else "rec"
    return f"{one.path}/{word} {number}" if one.path else f"{word} {number}"


def _with_notes(block: Block, numbers: Numbers) -> Block:
    if not block.notes:
        return block
    notes = (
        replace(note, number=str(numbers.notes.get((block.id, place), note.number)))
        for place, note in enumerate(block.notes)
    )
    return replace(block, notes=tuple(notes))


# -- the ledger ----------------------------------------------------------------------------
def _rows(
    parts: Sequence[Part],
    plan: Plan,
    stock: Stock,
    placed: Sequence[_Placed],
    report: Document,
) -> Iterator[Row]:
    at = {block.id: block for block in report.blocks}
    moved = set(_moved(plan, stock, placed))
    gone = {block.id: (Fate.DROPPED, "", "no section of the plan has it") for part in parts
            for block in part.document.blocks}  # fmt: skip
    for one in placed:
        fate = Fate.MOVED if one.block.id in moved else Fate.KEPT
        gone[one.block.id] = (fate, one.block.id, "")
    for drop in plan.drops:
        for block in stock.units[drop.unit].blocks:
            gone[block.id] = (Fate.DROPPED, "", drop.reason or "the plan leaves it out")
    for join in plan.joins:
        into = stock.units[join.into].head.id
        for name in join.units:
            for block in stock.units[name].blocks:
                reason = join.reason or f"its States are in the list of {join.into}"
                gone[block.id] = (Fate.JOINED, into, reason)
    gone.update(_merged(plan, stock, placed))
    for part in parts:
        for block in part.document.blocks:
            fate, block_id, reason = gone[block.id]
            yield _row(part, block, fate, at.get(block_id), reason)


def _merged(
    plan: Plan, stock: Stock, placed: Sequence[_Placed]
) -> Iterator[tuple[str, tuple[Fate, str, str]]]:
    """Yield the headings that another part has too, with the one that stands for them."""
    headings = {one.path: one for one in placed if one.unit is None}
    for section in plan.sections:
        for title in stock.titles.get(section.source, ()):
            head = headings[section.path]
            if title.block.id != head.block.id:
                yield title.block.id, (Fate.MERGED, head.block.id, f"one heading with {head.part}")


def _row(part: Part, block: Block, fate: Fate, new: Block | None, reason: str) -> Row:
    own = new is not None and new.id == block.id
    return Row(
        part=part.name,
        kind=block.kind.value,
        path=block.path,
        label=block.label,
        place=block.place,
        words=" ".join(block.text.split()),
        notes=len(block.notes),
        fate=fate,
        block_id="" if new is None else new.id,
        to="" if new is None else new.path,
        to_label=None if new is None else new.label,
        reworded=own and new is not None and (new.text, new.rows) != (block.text, block.rows),
        reason=reason,
    )


def _moved(plan: Plan, stock: Stock, placed: Sequence[_Placed]) -> Iterator[str]:
    """Yield the blocks that left their section or passed a neighbour of their own part."""
    source = {one.path: one.source for one in plan.sections}
    by_part: dict[str, list[_Placed]] = {}
    for one in placed:
        if one.unit is not None and source[one.path] != one.unit.key:
            yield one.block.id
        else:
            by_part.setdefault(one.part, []).append(one)
    order = {
        block.id: at
        for at, block in enumerate(block for unit in stock.units.values() for block in unit.blocks)
    }
    for some in by_part.values():
        own = [one for one in some if one.unit is not None]
        stays = set(rising([order[one.block.id] for one in own]))
        yield from (one.block.id for at, one in enumerate(own) if at not in stays)


# -- proof ---------------------------------------------------------------------------------
def _strayed(carried: Carried, parts: Sequence[Part], report: Document) -> Iterator[Told]:
    """Yield the references that do not lead to the words they led to in their part."""
    old = {block.id: block for part in parts for block in part.document.blocks}
    now: dict[Spot, list[tuple[str, frozenset[str]]]] = {}
    for one in find_references(report):
        if not one.external:
            ids = frozenset(target.block_id for target in one.targets if target.block_id)
            now.setdefault(one.where, []).append((one.words, ids))
    for where, wanted in carried.expected.items():
        found = now.get(where, [])
        if len(found) < len(wanted):
            continue  # a reference that the plan left nothing of is told of elsewhere
        if len(found) > len(wanted):
            continue  # one that led to another part leads to a paragraph of the report now
        for (words, ids), want in zip(found, wanted, strict=True):
            if ids != want and want:
                yield Told(Notice.STRAYED, old[where.block_id], {"words": words})
