"""Regular expressions that wait until they are needed.

Compiling the patterns of a language takes longer than most commands take to answer, and they need
few of them. A module says what its patterns are when it is imported; those asked are compiled.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Pattern:
    """A regular expression, compiled at the first question; it answers as ``re.Pattern`` does.

    Attributes:
        pattern: the expression as written.

    >>> Pattern(r"[a-z]+").search("1 day")[0]
    'day'
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Hold ``pattern``; a mistake in it is told by ``re.error`` at the first question."""
        self.pattern = pattern
        self._flags = flags

    # The compiled pattern's own methods are kept, so that the waiting costs nothing afterwards.

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as ``re`` compiles it."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """``re.Pattern.finditer``."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """``re.Pattern.findall``."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[Any]]:
        """``re.Pattern.split``."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """``re.Pattern.sub``."""
        return self.compiled.sub

    def __repr__(self) -> str:
        """Return how it was written."""
        return f"Pattern({self.pattern!r}, {self._flags})"
