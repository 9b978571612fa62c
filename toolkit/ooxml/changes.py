"""What can be done to a Word file in place: plain values, applied by ``revising.WordText``.

Paragraphs are named by their number in ``WordText.paragraphs``, places in them by offsets in
their ``text``. All changes of one call name the paragraphs and offsets *before* any of them.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

FIXED_DATE: Final = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Tracking:
    """How changes are recorded: who made them and when.

    ``date`` is ISO 8601 in UTC and given by the caller, so that the same run gives the same
    file. ``moves``: paragraphs that move are recorded as moves; else as a deletion and an
    insertion, which every version of Word opens without complaint.
    """

    author: str
    date: str = FIXED_DATE
    moves: bool = False


class ReplaceText(NamedTuple):
    r"""Put ``text`` where ``start:end`` of a paragraph stands; nothing is replaced when equal.

    The new words are set as the first of the old ones. "\t" and "\n" become Word's own signs.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StartNumber:
    """Let Word's own number of a paragraph, and of the list after it, go on from ``value``."""

    paragraph: int
    value: int


@dataclass(frozen=True, slots=True)
class StopNumber:
    """Take Word's own number off a paragraph; its indents become its own where it had any."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class DeleteParagraph:
    """Delete a paragraph; footnotes that only it refers to go with it."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class InsertParagraph:
    """Insert a paragraph after another, set like ``like``.

    Behind one in a table or a text box it stands in the same cell or box where ``like`` is in one,
    else behind the table, or the paragraph that the box hangs in. ``after`` None: before the first.
    Several after the same one stand in the order given.
    """

    after: int | None
    like: int
    text: str


@dataclass(frozen=True, slots=True)
class MoveParagraphs:
    """Move paragraphs, in the order given, behind ``after`` (None: before the first).

    Behind one in a table or a text box is behind the table, or what the box hangs in.
    Other changes of the same call to the paragraphs that move go with them.
    """

    paragraphs: tuple[int, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class AddComment:
    """Hang a Word comment on ``start:end`` of a paragraph; an empty span is a place."""

    paragraph: int
    start: int
    end: int
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class RemoveComments:
    """Remove the comments of one author, all of them where ``author`` is None."""

    author: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveShading:
    """Remove the background colour of words whose fill is one of ``fills`` ("FFF2CC")."""

    fills: frozenset[str]


Change = (
    ReplaceText
    | StartNumber
    | StopNumber
    | DeleteParagraph
    | InsertParagraph
    | MoveParagraphs
    | AddComment
    | RemoveComments
    | RemoveShading
)
