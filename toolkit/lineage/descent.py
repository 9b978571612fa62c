"""What a lineage is made of: items, and the relations between drafted and final ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model import Kind


class Relation(StrEnum):
    """What became of draft items, in the words of the contract."""

    KEPT = "kept"  # the same after white space and changed reference numbers
    REWORDED = "reworded"
    MERGED = "merged"  # several drafts in one final item
    SPLIT = "split"  # one draft in several final items
    DROPPED = "dropped"
    NEW = "new"


class Shift(StrEnum):
    """How the normative strength changed."""

    SOFTENED = "softened"
    SAME = "same"
    HARDENED = "hardened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A paragraph or recommendation with its subparagraphs and further text.

    ``document`` is the place of its document among the drafts, in the order given; ``order`` its
    place in that document. ``section`` is the path of the heading it stands under, ``title`` the
    words of that heading. ``text`` has one line for each block; ``plain`` is the text with the
    numbers of references to parts of the report set aside; those of agenda items stay.
    """

    kind: Kind
    language: str
    document: int
    order: int
    symbol: str | None
    number: int | None
    label: str
    path: str
    section: str
    title: str
    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the word difference: ``sign`` is "=" kept, "-" only in the draft, "+" new."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of evidence: a template in English and what stands in its fields."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One relation.

    ``draft`` is empty for a NEW item, ``final`` for a DROPPED one. ``moved``: its order or
    section changed relative to its neighbours. ``confidence`` is 0 to 1. ``strength`` is None
    for paragraphs and where one side has no normative verb. ``parties`` are the party addressed
    before and after where it changed, else None. ``changes`` is the word difference between the
    drafts and the final items, empty where nothing changed or there is nothing to compare.
    """

    kind: Kind
    relation: Relation
    draft: tuple[Item, ...] = ()
    final: tuple[Item, ...] = ()
    moved: bool = False
    confidence: float
    strength: Shift | None = None
    parties: tuple[str, str] | None = None
    evidence: tuple[Said, ...] = ()
    changes: tuple[Change, ...] = ()
