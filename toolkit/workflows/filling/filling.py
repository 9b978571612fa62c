"""What a memory may fill: the one place that decides, for drafts and for translations alike.

The best match that no guard holds back and that is alike enough is filled; other translations of
the same are its rivals, and a match that is held back is offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.languages import Language
from toolkit.memory.match import Match, match
from toolkit.memory.memory import Memory

LIKE_ENOUGH = 85
"""Lowest score of a fuzzy match that fills a sentence; below it the words are of other things."""

_RIVALS = 3
_CLOSE = 1  # how much lower the score of a rival may be
_LOOKED_AT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the memories have for a sentence.

    ``best`` may be filled in, None where nothing may. ``rivals`` are as good and say something
    else, the best first. ``held`` is the best that may not be filled, with its guard.
    """

    best: Match | None = None
    rivals: tuple[Match, ...] = ()
    held: Match | None = None

    @property
    def kind(self) -> str:
        """The kind of the match that fills, "" for none."""
        return self.best.kind.value if self.best else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Asks memories for what fills a sentence; ``minimum`` is the lowest score that does."""

    memories: Sequence[Memory]
    source: Language
    target: Language
    minimum: int = LIKE_ENOUGH

    def __call__(self, sentence: str, previous: str, following: str) -> Filling:
        """Return what the memories have; ``previous`` and ``following`` are "" at the ends."""
        found = match(
            sentence,
            self.memories,
            source=self.source,
            target=self.target,
            minimum=self.minimum,
            limit=_LOOKED_AT,
            previous=previous,
            following=following,
        )
        free = [one for one in found if one.guard is None]
        held = next((one for one in found if one.guard is not None), None)
        if not free:
            return Filling(held=held)
        return Filling(best=free[0], rivals=tuple(_rivals(free)), held=held)


def _rivals(free: Sequence[Match]) -> list[Match]:
    """Return the matches as good as the first one that would be filled in otherwise."""
    best = free[0]
    said = {best.suggestion}
    found: list[Match] = []
    for one in free[1:]:
        as_good = one.score >= best.score - _CLOSE if best.score < 99 else one.score == best.score
        if as_good and one.suggestion not in said and len(found) < _RIVALS:
            said.add(one.suggestion)
            found.append(one)
    return found
