"""A document as readable text, for eyes and golden files.

One line a block: kind and level, path, label; its words, notes, marks and rows below, indented.
The same document always gives the same text, and two documents that differ give different ones,
save for their origin and the places of their blocks.
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from toolkit.model.blocks import Block
from toolkit.model.document import Document, Masthead

_INDENT: Final = "    "


def dump(document: Document, *, places: bool = False) -> str:
    """Return the text; ``places`` adds where each block stands in its file."""
    lines = [f"{document.profile.value} in {document.language}", ""]
    lines.extend(_masthead(document.masthead))
    lines.append("")
    for block in document.blocks:
        lines.extend(_block(block, places=places))
    return "\n".join(lines) + "\n"


def _masthead(masthead: Masthead) -> Iterator[str]:
    for one in fields(masthead):
        value = getattr(masthead, one.name)
        if value:
            shown = " ".join(value) if isinstance(value, tuple) else value
            yield f"{one.name.replace('_', ' ')}: {_escape(shown)}"


def _block(block: Block, *, places: bool) -> Iterator[str]:
    kind = block.kind.value if block.level is None else f"{block.kind.value} {block.level}"
    label = "-" if block.label is None else block.label
    number = "" if block.number is None else f"={block.number}"
    continued = " (continued)" if block.continued else ""
    place = f" @ {block.place}" if places and block.place else ""
    yield f"{block.id} {kind} [{block.path}] <{label}>{number}{continued}{place}"
    if block.text and not block.rows:
        yield _INDENT + _escape(block.text)
    for row in block.rows:
        yield f"{_INDENT}| {' | '.join(_escape(cell) for cell in row)} |"
    for one in block.merged:
        yield f"{_INDENT}merged {one.row}.{one.cell}: {one.across} across, {one.down} down"
    for note in block.notes:
        yield f"{_INDENT}note {note.number} at {note.at}: {_escape(note.text)}"
    for mark in block.marks:
        target = f" {mark.target}" if mark.target else ""
        yield f"{_INDENT}{mark.kind.value} {mark.start}-{mark.end}{target}"


def _escape(text: str) -> str:
    """Show line breaks, tabs and no-break spaces, which no eye could tell from spaces."""
    shown = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return shown.replace("\u00a0", "\\_")
