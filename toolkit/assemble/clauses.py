"""The text of a template: named clauses in order, read from ``text.toml``.

TOML was chosen over Markdown or YAML because data file and manifest are TOML too (one notation to
learn), a clause keeps its languages side by side under one name, comments are allowed, and no
indentation or punctuation of the wording itself can be taken for mark-up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ClauseKind(StrEnum):
    """What a clause makes."""

    HEADING = "heading"  # level 1 a chapter, 2 a section, …
    PARAGRAPH = "paragraph"  # numbered
    SENTENCE = "sentence"  # goes on in the block before
    RECOMMENDATION = "recommendation"
    ITEM = "item"  # (a) at level 1, (i) at level 2
    AGENDA = "agenda"  # 1. at level 1, (a) at level 2
    TEXT = "text"  # unnumbered
    ANNEX = "annex"  # the heading of an annex
    CAPTION = "caption"  # of the table that follows
    TABLE = "table"  # nothing of its own: its parts are rows, the first one the head
    ROW = "row"  # its words stand in cells
    NOTE = "note"  # a title-page note; its asterisk stands in a line of the masthead
    GROUP = "group"  # nothing of its own, only its parts


SILENT = (ClauseKind.GROUP, ClauseKind.TABLE, ClauseKind.ROW)  # no wording of their own
EVERY = "both"
Wording = Mapping[str, str]  # by language code; under EVERY the same for all languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause.

    ``each`` is (variable, expression) or None; ``when``, ``continued`` and ``number`` are
    expressions, "" without one. ``numbered`` is False for a heading without a label. ``note`` is a
    footnote at its end. ``at`` is the line of the masthead that a title-page note belongs to. A row
    has ``cells``, or in ``cells_of`` an expression for a list whose members are its cells.
    ``place`` is where the clause stands in ``text.toml``.
    """

    id: str
    kind: ClauseKind
    wording: Wording
    level: int = 1
    when: str = ""
    each: tuple[str, str] | None = None
    continued: str = ""
    number: str = ""
    numbered: bool = True
    note: Wording = field(default_factory=dict)
    at: str = ""
    cells: tuple[Wording, ...] = ()
    cells_of: str = ""
    parts: tuple["Clause", ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """What ``text.toml`` holds.

    ``masthead`` has a wording for each field of the masthead; ``forms`` are named ways to say a
    record; ``starts`` are expressions for the first number of a series ("recommendation",
    "paragraph").
    """

    clauses: tuple[Clause, ...]
    masthead: Mapping[str, Wording]
    forms: Mapping[str, Wording]
    starts: Mapping[str, str]


MASTHEAD = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "job_number",
    "body",
    "session",
    "venue",
    "agenda_item",
    "agenda_title",
    "title",
    "subtitle",
)
SERIES = ("paragraph", "recommendation")


def say(wording: Wording, language: str) -> str | None:
    """Return what ``wording`` says in ``language``, None when it has nothing for it."""
    return wording.get(language, wording.get(EVERY))


def walk(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Give every clause, parts after the group they belong to."""
    for clause in clauses:
        yield clause
        yield from walk(clause.parts)


CELL = "cell"  # what a member of ``cells_of`` is called


def wordings(clause: Clause) -> tuple[Wording, ...]:
    """Return every wording of a clause itself: its words or its cells, and its footnote."""
    listed: tuple[Wording, ...] = ({EVERY: f"{{{{ {CELL} }}}}"},) if clause.cells_of else ()
    own = (clause.wording, *clause.cells, *listed, clause.note)
    return tuple(one for one in own if one)


def misplaced(clauses: Iterable[Clause]) -> list[Clause]:
    """Return the title-page notes that do not stand before all other clauses."""
    found: list[Clause] = []
    others = False
    for one in clauses:
        is_note = one.kind is ClauseKind.NOTE
        found += [one] if is_note and others else []
        others = others or not is_note
    return found
