"""Fuzzy and exact matches of one segment in memories."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.languages.language import Language
from toolkit.memory.memory import Memory
from toolkit.memory.unit import TranslationUnit


class MatchKind(StrEnum):
    """How a unit answers a query, best first."""

    CONTEXT = "context"  # equal, and the segments before and after are equal too
    EXACT = "exact"
    SUBSTITUTED = "substituted"  # equal but for values that were carried over
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One answer.

    ``score`` is 0-100, floored; 100 only for equality. ``suggestion`` is the target with the
    query's values in it. ``substitutions`` are (old, new) as the two sources print them.
    ``guard`` says in a sentence why the match must not be taken over unread, or is None.
    ``diff`` is ("equal" | "delete" | "insert", words) from the unit's source to the query.
    """

    score: int
    kind: MatchKind
    unit: TranslationUnit
    suggestion: str
    memory: str
    substitutions: tuple[tuple[str, str], ...] = ()
    guard: str | None = None
    diff: tuple[tuple[str, str], ...] = ()

    @property
    def source(self) -> str:
        """The source segment of the unit."""
        return self.unit.source

    @property
    def target(self) -> str:
        """The target segment of the unit, as stored."""
        return self.unit.target


def match(
    query: str,
    memories: Sequence[Memory],
    *,
    source: Language,
    target: Language,
    minimum: int = 70,
    limit: int = 5,
    previous: str = "",
    following: str = "",
) -> tuple[Match, ...]:
    """Look ``query`` up in ``memories``, in their order of priority; best answers first."""
    raise NotImplementedError(
        (query, memories, source, target, minimum, limit, previous, following)
    )
