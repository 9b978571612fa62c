"""A paragraph as its file has it, before we know what it is: what readers hand to ``build``."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model import Mark, Merged, Note


class Role(StrEnum):
    """What a style or mark-up says a paragraph is; evidence, not a verdict."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    RECOMMENDATION = "recommendation"  # the heading of a recommendation
    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    MASTHEAD = "masthead"  # certainly part of the masthead: first-page header, job number, …
    CAPTION = "caption"
    TABLE = "table"
    FOOTNOTE = "footnote"  # a note that nothing in the text points to


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """One paragraph.

    ``text`` has a typed label in it, note marks taken out (``notes`` say where they stood).
    ``label`` is the label that Word's own numbering shows, None when there is none, "" when the
    file says that the first words of ``text`` are no label though they look like one. ``role`` and
    ``depth`` (1 the highest heading or the outermost item) are what style or mark-up claims, and
    may be wrong. ``bold`` is true when all of it is bold. ``place`` is where it stands.
    """

    text: str
    label: str | None = None
    role: Role | None = None
    depth: int | None = None
    bold: bool = False
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    merged: tuple[Merged, ...] = ()
    place: str = ""
