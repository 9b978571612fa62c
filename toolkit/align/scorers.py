"""Scorers that other packages bring along: texts to vectors, found by entry point.

None is needed and none is shipped. A package offers one in the group ``undraft.align_scorers``;
its entry point is something that is called without arguments and answers with an ``Encoder``.
"""

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, runtime_checkable

from toolkit.errors import UsageError

GROUP = "undraft.align_scorers"


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors; those of translations point the same way."""

    def encode(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return a vector for each text, in order, all of the same length."""


def installed_scorers() -> tuple[str, ...]:
    """Return the names that can be asked for, in order."""
    return tuple(sorted({one.name for one in entry_points(group=GROUP)}))


def load_scorer(name: str) -> Encoder:
    """Return the scorer that is installed under ``name``.

    Raises:
        UsageError: there is none, or it cannot be loaded, or it is no scorer.
    """
    found = [one for one in entry_points(group=GROUP) if one.name == name]
    if not found:
        known = ", ".join(installed_scorers()) or "none"
        raise UsageError(f"There is no scorer {name!r}; installed: {known}.")
    made = _made(found[0])
    if not isinstance(made, Encoder):
        raise UsageError(f"The scorer {name!r} has no encode(texts); see docs/alignment.md.")
    return made


def _made(entry: EntryPoint) -> object:
    try:
        return entry.load()()
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UsageError(f"The scorer {entry.name!r} cannot be loaded: {reason}.") from error
