"""Findings collected while a file is read, at most so many of each kind."""

from collections import Counter
from collections.abc import Mapping
from copy import copy
from typing import Self

from toolkit.diagnostics.finding import Finding, Severity

MOST = 50  # findings of one code that are listed; the rest are counted

Kinds = Mapping[str, tuple[str, Severity, str]]
"""Of each code its name, how grave it is, and the template of its message."""


class Collected:
    """Findings of one file, in order."""

    def __init__(self, file: str, kinds: Kinds, *, more: str) -> None:
        """Begin with none; ``more`` is the code that says how many are not listed."""
        self._file = file
        self._kinds = kinds
        self._more = more
        self._found: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(
        self, code: str, place: int | str | None = "", *, path: str = "", **values: object
    ) -> None:
        """Add one, at a line of the file, or at a place that has other words."""
        self._counts[code] += 1
        if self._counts[code] <= MOST:
            where = f"line {place}" if isinstance(place, int) else place or ""
            self._found.append(self._make(code, where, path, values))

    def copy(self) -> Self:
        """Return the same findings, to add to."""
        twin = copy(self)
        twin._found = [*self._found]
        twin._counts = Counter(self._counts)
        return twin

    def all(self) -> tuple[Finding, ...]:
        """Return what was added, with a last word on what was not listed."""
        over = [
            self._make(self._more, "", "", {"count": count - MOST, "code": code})
            for code, count in self._counts.items()
            if count > MOST
        ]
        return (*self._found, *over)

    def _make(self, code: str, place: str, path: str, values: Mapping[str, object]) -> Finding:
        name, severity, template = self._kinds[code]
        return Finding(
            code=code,
            name=name,
            severity=severity,
            template=template,
            values={key: str(value) for key, value in values.items()},
            file=self._file,
            path=path,
            place=place,
        )
