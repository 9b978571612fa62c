"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in one text: ``text[start:end]``.

    A named tuple, as all values are that texts give by the thousand: they are made at a third of
    the cost of a frozen dataclass.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start
