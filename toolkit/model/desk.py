"""What lies on a translator's desk: segments of a document in order, and what each becomes.

Plain values between the file they come from, the memories that answer, and the formats in which
they travel. Where a segment stands in its file is known to ``workflows/desk/segments.py`` alone;
all others name it by its ``id``.
"""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.inline import Segment


class Answered(StrEnum):
    """Where the words of a translation come from, the surest first."""

    REVIEWED = "reviewed"  # a person wrote or confirmed it
    WRITTEN = "written"  # made by rule: a symbol, a date, a fixed word of the masthead
    CONTEXT = "context"
    EXACT = "exact"
    SUBSTITUTED = "substituted"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSegment:
    """One translatable segment.

    Attributes:
        id: unique in the document and the same whenever the same file is laid out; letters,
            figures, ".", "-" and "_". Segments joined into one have an id of their own
            ("p12.1-3").
        group: what the segments of one paragraph, cell or note have in common; part of ``id``.
        source: words and inline codes, without white space at the ends.
        path: of its block ("II/para 12"), "masthead", or "" where no block holds it.
        kind: of its block ("paragraph", "heading", "table", …), "note" or "masthead".
        label: the printed label of its block on its first segment ("12.", "(a)"), else "".
        place: where an editor finds it ("paragraph 14", "footnote 2", "header").
        previous: the words of the segment before it, "" at the beginning.
        following: those of the one after it, "" at the end.
    """

    id: str
    group: str
    source: Segment
    path: str = ""
    kind: str = ""
    label: str = ""
    place: str = ""
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another translation that the memories offer for the same segment."""

    target: str
    score: int
    symbol: str = ""
    path: str = ""
    memory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a segment becomes.

    Attributes:
        target: words and codes in the other language; None: it stays in the source language.
        answered: where they come from.
        score: of the match, 0-100; 100 for what a person or a rule wrote.
        symbol: the document the match is from, with ``path`` and ``memory``; "" where it is none.
        matched: the source of the match in the memory, where it is not the same as the segment.
        substitutions: values that were changed in it, (old, new) as the source prints them.
        rivals: what else the memories offer, the best first.
        note: for whoever revises it: why nothing was filled, which codes found no place.
        offered: a match that was not filled, being guarded or too unlike; "" for none.
    """

    target: Segment | None
    answered: Answered
    score: int = 0
    symbol: str = ""
    path: str = ""
    memory: str = ""
    matched: str = ""
    substitutions: tuple[tuple[str, str], ...] = ()
    rivals: tuple[Rival, ...] = ()
    note: str = ""
    offered: str = ""


UNTRANSLATED = Translation(target=None, answered=Answered.UNTRANSLATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A document in two languages, segment by segment: what exchange formats hold.

    ``original`` is the file's name without folders and ``sha256`` that of its bytes, so that a
    translation coming back finds whether its source has changed. ``translations`` are as many as
    ``segments``, in the same order.
    """

    original: str
    sha256: str
    format: str
    symbol: str
    source_lang: str
    target_lang: str
    segments: tuple[DeskSegment, ...]
    translations: tuple[Translation, ...]
