"""Changes to a document as values, in terms of its blocks; who owns the format carries them out.

Offsets are those of the text that a reader gave, blocks are named by their ids. All changes of
one list name places as they are before any of them. Spots and rewordings are made by the
thousand; they are tuples, which are made quickest.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """One text of a block.

    The block's own words; its label with ``label``; the note at place ``note`` among its notes;
    the cell at (row, column) of a table.
    """

    block_id: str
    note: int | None = None
    cell: tuple[int, int] | None = None
    label: bool = False


class Reword(NamedTuple):
    """Put ``text`` where ``start:end`` of a text stands; an empty stretch inserts."""

    spot: Spot
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Take blocks out, with the white space that belongs to them."""

    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Move blocks, in the order given, behind the block ``after``, or before ``before``."""

    blocks: tuple[str, ...]
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Add a block like another behind ``after``, or before ``before``.

    ``label`` replaces the label of ``like``, ``text`` its words.
    """

    like: str
    label: str
    text: str
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Unlabel:
    """Take the label off a block, so that its words stand under what is before it."""

    block_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """Say something of ``start:end`` of a text, where the format has a way to."""

    spot: Spot
    start: int
    end: int
    text: str


Edit = Reword | Drop | Move | Add | Unlabel | Comment
