"""Two versions of a document side by side, as values: what stayed, went, came and moved."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.blocks import Block, Note
from toolkit.model.document import Document


class Op(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that are set alike, or one note, and what became of them.

    ``link`` is the address of a link, else empty. A piece with a ``note`` has no text.
    """

    op: Op
    text: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place of a redline.

    With ``old`` and ``new`` a block that stayed, its words perhaps changed. With one alone it went
    or came; or it moved, and then ``move`` is the number of the move, which a row on each side
    has. ``pieces`` are the words of a block that stayed, and of one that moved at the place where
    it stands now; of a table, for each cell of each row.
    """

    old: Block | None = None
    new: Block | None = None
    move: int | None = None
    pieces: tuple[Piece, ...] = ()
    cells: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """Rows in reading order: the old blocks are in the old order, the new ones in the new."""

    old: Document
    new: Document
    rows: tuple[Row, ...]
