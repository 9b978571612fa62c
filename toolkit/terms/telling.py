"""What reading and writing a termbase can have to say, and at most so many of each kind."""

from typing import Final

from toolkit.diagnostics import Severity
from toolkit.diagnostics.collecting import Collected

KINDS: Final = {
    "TRM201": ("term-left-out", Severity.WARNING, "A term was left out: {reason}."),
    "TRM202": (
        "bad-language-code",
        Severity.WARNING,
        "A language was left out because its code {given} is malformed.",
    ),
    "TRM203": (
        "foreign-element",
        Severity.NOTE,
        "The element {element} is none of TBX; it is kept as it was.",
    ),
    "TRM204": ("comments", Severity.NOTE, "{count} comments of the file's makers are not kept."),
    "TRM205": (
        "not-held",
        Severity.WARNING,
        "{count} {what} cannot be held by {format} and were left out.",
    ),
    "TRM206": ("unknown-status", Severity.NOTE, "The status {given} is not known; it is kept."),
    "TRM207": (
        "attribute-left-out",
        Severity.WARNING,
        "The {name} of the group around a term was left out: the element around it has another.",
    ),
    "TRM299": ("more", Severity.NOTE, "{count} more findings of the kind {code} are not listed."),
}


class Telling(Collected):
    """Findings of a termbase that is read or written."""

    def __init__(self, file: str) -> None:
        """Begin with none; ``file`` is the name they carry."""
        super().__init__(file, KINDS, more="TRM299")
