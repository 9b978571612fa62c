"""What every kind of memory is opened by."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from toolkit.memory.memory import Change, Memory

Tick = Callable[[int, int], None]
"""Told how much of a long piece of work is done, and of how much: bytes or units."""


def no_tick(done: int, whole: int) -> None:
    """Tell nobody."""


class Backend(ABC):
    """One kind of memory.

    Attributes:
        what: what it opens, in an editor's words, plural: "TMX files".
    """

    what: str

    @abstractmethod
    def recognises(self, name: str) -> bool:
        """Return whether ``name`` names a memory of this kind, be it there or not."""

    @abstractmethod
    def open(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Memory:
        """Open it for look-ups from ``source_lang`` to ``target_lang``.

        ``tick`` is called while an index is built, which only happens after a change.

        Raises:
            MemoryStoreError: it is missing, damaged or out of reach.
        """

    @abstractmethod
    def change(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Change:
        """Return a change, to be used with ``with``; a memory that is not there is made.

        The languages are those of a memory that is made, or of a file that holds only two.

        Raises:
            UsageError: memories of this kind are not written through.
        """
