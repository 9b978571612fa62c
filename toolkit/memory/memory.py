"""What every translation memory is, whatever it is kept in."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from toolkit.diagnostics import Finding
from toolkit.model.unit import TranslationUnit


class Memory(ABC):
    """One memory, opened for reading, seen in one direction.

    Units come out with the source language that was asked for when it was opened, whichever
    way round they are stored.

    Attributes:
        name: as the user named it; shown with every match.
        source_lang: code of the language that look-ups are in.
        target_lang: code of the language of the answers.
        findings: what opening it had to say, units that were left out above all.
    """

    name: str
    source_lang: str
    target_lang: str
    findings: tuple[Finding, ...]

    @abstractmethod
    def units(self) -> Iterator[TranslationUnit]:
        """Yield every unit in stored order."""

    @abstractmethod
    def exact(self, key: str) -> tuple[TranslationUnit, ...]:
        """Return the units whose source has this ``keys.exact_key``."""

    @abstractmethod
    def candidates(self, query: str, limit: int) -> tuple[TranslationUnit, ...]:
        """Return the units whose source may resemble ``query``, the likeliest first.

        Never scores: that is done in one place, ``match``.
        """

    @abstractmethod
    def __len__(self) -> int:
        """Return the number of units."""
