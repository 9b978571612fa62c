"""Faults of templates and data files: gathered, then raised together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.errors import TemplateError

_LONGEST_NAME = 80  # a longer word is no misspelt name, and close matching is quadratic in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that does not hold. ``place`` is a line, a clause or a field; "" for the file."""

    file: str
    text: str
    place: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, self.place) if part) + f": {self.text}"


def raise_for(faults: Iterable[Fault]) -> None:
    """Raise one error that lists every fault on a line of its own; do nothing without one.

    Raises:
        TemplateError: there is a fault.
    """
    lines = list(dict.fromkeys(str(fault) for fault in faults))
    if lines:
        raise TemplateError("\n".join(lines))


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return a sentence that offers the nearest known name or, without one, a few that exist.

    Begins with a space, so that it can follow a message; "" when nothing is known.
    """
    near = get_close_matches(word[:_LONGEST_NAME], known, n=1, cutoff=0.6)
    if near:
        return f" Did you mean “{near[0]}”?"
    if not known:
        return ""
    shown = ", ".join(known[:8]) + (", …" if len(known) > 8 else "")
    return f" Known here: {shown}."
