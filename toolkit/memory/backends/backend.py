"""What every kind of memory is opened by."""

from abc import ABC, abstractmethod

from toolkit.memory.memory import Memory


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
    def open(self, name: str, source_lang: str, target_lang: str) -> Memory:
        """Open it for look-ups from ``source_lang`` to ``target_lang``.

        Raises:
            MemoryStoreError: it is missing, damaged or out of reach.
        """
