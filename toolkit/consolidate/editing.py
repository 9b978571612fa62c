"""A block with some of its words changed: its marks and notes stay with their words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.model import Block, Mark, Note
from toolkit.model.edits import Spot
from toolkit.references import Edit, applied
from toolkit.text.spans import Span


def edited(block: Block, edits: Mapping[Spot, Sequence[Edit]]) -> Block:
    """Return a block with the edits of its words, cells and notes carried out."""
    own = edits.get(Spot(block_id=block.id), ())
    notes = tuple(
        replace(
            note,
            at=_moved(note.at, own),
            text=applied(note.text, edits.get(Spot(block_id=block.id, note=place), ())),
        )
        for place, note in enumerate(block.notes)
    )
    if block.rows:
        return _table(block, edits, notes)
    return replace(
        block,
        text=applied(block.text, own),
        notes=notes,
        marks=tuple(_mark(one, own) for one in block.marks),
    )


def _table(block: Block, edits: Mapping[Spot, Sequence[Edit]], notes: tuple[Note, ...]) -> Block:
    """Return a table; notes count in the cells joined by tabs, so they move with all before."""
    before: list[Edit] = []
    rows: list[tuple[str, ...]] = []
    start = 0
    for row_at, row in enumerate(block.rows):
        cells: list[str] = []
        for cell_at, cell in enumerate(row):
            own = edits.get(Spot(block_id=block.id, cell=(row_at, cell_at)), ())
            before += [one._replace(span=_later(one, start)) for one in own]
            cells.append(applied(cell, own))
            start += len(cell) + 1
        rows.append(tuple(cells))
    return replace(
        block,
        rows=tuple(rows),
        text="\n".join("\t".join(row) for row in rows),
        notes=tuple(replace(one, at=_moved(one.at, before)) for one in notes),
        marks=tuple(_mark(one, before) for one in block.marks),
    )


def _later(edit: Edit, by: int) -> Span:
    return Span(edit.span.start + by, edit.span.end + by)


def _mark(mark: Mark, edits: Sequence[Edit]) -> Mark:
    start = _moved(mark.start, edits)
    return replace(mark, start=start, end=max(start, _moved(mark.end, edits)))


def _moved(at: int, edits: Sequence[Edit]) -> int:
    """Return where an offset is afterwards; one inside of new words is at their end."""
    shift = 0
    for one in edits:
        if one.span.end <= at:
            shift += len(one.text) - one.span.length
        elif one.span.start < at:
            shift += one.span.start + len(one.text) - at
    return at + shift
