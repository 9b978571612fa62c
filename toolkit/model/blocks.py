"""Blocks: the paragraph-sized units of a document, in a flat sequence."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is, in the words of the contract."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"  # a numbered paragraph
    RECOMMENDATION = "recommendation"  # its heading and its body together
    ITEM = "item"  # a list item or subparagraph at any depth; agenda items too
    TEXT = "text"  # unnumbered
    TABLE = "table"
    FOOTNOTE = "footnote"  # a note that nothing in the text points to
    CAPTION = "caption"


class MarkKind(StrEnum):
    """How words inside a block are set."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Formatting of ``text[start:end]``; ``target`` is the address of a link, else empty."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote.

    ``number`` is as printed ("1", "*"), ``at`` the offset in the block's text where its mark
    stands (the mark itself is not in the text), ``text`` the note's own words.
    """

    number: str
    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A cell of a table, ``rows[row][cell]``, that is one over several columns and rows.

    ``across`` columns wide and ``down`` rows high. The columns it takes beside its first have no
    cells in ``rows``; in the rows below its first there is one empty cell for it.
    """

    row: int
    cell: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One unit of the document.

    ``text`` never contains the label, a note mark or a stand-in character. ``label`` is what a
    reader sees ("12.", "(a)", "建议 35", "II."), whether typed or made by Word; ``number`` is its
    integer value. ``level`` is the depth of a heading (chapter 1, section 2) or an item ((a) 1,
    (i) 2) and None for everything else. ``path`` has one form in all languages ("II/A/rec 35").
    ``place`` says where the block stands in its file, as an editor would look for it ("line 56",
    "paragraph 14"). ``rows`` holds the cells of a table, row by row, and is empty elsewhere;
    ``merged`` are those of them that are one over several columns or rows, in any order
    (``model.merged`` lays them out).
    """

    id: str
    kind: Kind
    text: str
    label: str | None = None
    number: int | None = None
    level: int | None = None
    path: str = ""
    continued: bool = False
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    place: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    merged: tuple[Merged, ...] = ()
