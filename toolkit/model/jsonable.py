"""A document as the contract's ``undraft.document/1`` has it.

Findings are not of the model; ``diagnostics.render.jsonable`` has theirs.
"""

from typing import Any, Final

from toolkit.model.blocks import Block, Mark, Merged, Note
from toolkit.model.document import Document, Masthead

_MASTHEAD: Final = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "language",
    "original",
    "job_number",
    "job_letter",
    "barcode",
    "body",
    "session",
    "venue",
    "agenda_item",
    "agenda_title",
    "title",
    "subtitle",
)
_BLOCK: Final = ("id", "level", "label", "number", "path", "text", "continued")


def document_as_json(document: Document) -> dict[str, Any]:
    """Return the contract's shape without ``schema``, ``tool``, ``inputs`` and ``findings``."""
    return {
        "profile": document.profile.value,
        "language": document.language,
        "masthead": masthead_as_json(document.masthead),
        "blocks": [block_as_json(block) for block in document.blocks],
    }


def masthead_as_json(masthead: Masthead) -> dict[str, Any]:
    """Return every field of a masthead, null where it is not printed."""
    fields: dict[str, Any] = {name: getattr(masthead, name) for name in _MASTHEAD}
    return {**fields, "stamps": list(masthead.stamps)}


def block_as_json(block: Block) -> dict[str, Any]:
    """Return a block; ``rows`` only for a table, ``merged`` where cells of it are."""
    fields: dict[str, Any] = {name: getattr(block, name) for name in _BLOCK}
    fields = {"id": fields.pop("id"), "kind": block.kind.value, **fields}
    fields["notes"] = [_note(note) for note in block.notes]
    fields["marks"] = [_mark(mark) for mark in block.marks]
    fields["place"] = block.place
    if block.rows:
        fields["rows"] = [list(row) for row in block.rows]
    if block.merged:
        fields["merged"] = [_merged(one) for one in block.merged]
    return fields


def _note(note: Note) -> dict[str, Any]:
    return {"number": note.number, "at": note.at, "text": note.text}


def _merged(one: Merged) -> dict[str, int]:
    return {"row": one.row, "cell": one.cell, "across": one.across, "down": one.down}


def _mark(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind.value, "start": mark.start, "end": mark.end, "target": mark.target}
