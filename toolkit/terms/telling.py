"""What reading and writing a termbase can have to say, and at most so many of each kind."""

from collections import Counter
from typing import Final

from toolkit.diagnostics import Finding, Severity

MOST: Final = 50  # findings of one code that are listed; the rest are counted

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


class Telling:
    """Collects findings of one file in order, and bounds their number."""

    def __init__(self, file: str) -> None:
        """Begin with none; ``file`` is the name they carry."""
        self._file = file
        self._found: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, place: str = "", **values: object) -> None:
        """Add one, at a place such as "line 12"."""
        self._counts[code] += 1
        if self._counts[code] <= MOST:
            self._found.append(self._make(code, place, values))

    def all(self) -> tuple[Finding, ...]:
        """Return what was added, with a last word on what was not listed."""
        over = [
            self._make("TRM299", "", {"count": count - MOST, "code": code})
            for code, count in self._counts.items()
            if count > MOST
        ]
        return (*self._found, *over)

    def _make(self, code: str, place: str, values: dict[str, object]) -> Finding:
        name, severity, template = KINDS[code]
        return Finding(
            code=code,
            name=name,
            severity=severity,
            template=template,
            values={key: str(value) for key, value in values.items()},
            file=self._file,
            place=place,
        )
