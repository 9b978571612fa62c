"""What every translation memory is, whatever it is kept in: reading, and writing.

Reading is ``Memory``, opened by ``store.open_memory``. Writing is ``Change``, one transaction,
opened by ``store.open_change``: all of it is there after ``with``, or nothing of it.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self

from toolkit.diagnostics import Finding
from toolkit.model.unit import TranslationUnit


class Outcome(StrEnum):
    """What became of a unit that was put into a memory."""

    CREATED = "created"
    UPDATED = "updated"  # the same pair from the same place was there, and says something else now
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    ABSENT = "absent"  # it was to be removed, and was not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How candidates are looked for.

    ``limit`` is how many different sources are wanted at most; ``exhaustive`` compares every
    source of the memory, so that none can be missed, however long that takes.
    """

    limit: int = 24
    least: float = 0.0
    exhaustive: bool = False


class Memory(ABC):
    """One memory, opened for reading, seen in one direction.

    Units come out with the source language that was asked for when it was opened, whichever
    way round they are stored.

    Attributes:
        name: as the user named it; shown with every match. Never holds a password.
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
        """Return the units whose source has this ``keys.exact_key``, in stored order."""

    @abstractmethod
    def candidates(self, query: str, asked: Asked) -> tuple[TranslationUnit, ...]:
        """Return the units whose source may resemble ``query``, the likeliest first.

        Units that may be equal but for values are among them. Never scores: that is done in one
        place, ``match``. Units with the same source count once against the limit.
        """

    @abstractmethod
    def containing(self, literals: Sequence[str]) -> Iterator[TranslationUnit]:
        """Yield the units that may hold every one of ``literals`` on one side, in stored order.

        Never leaves out one that does, letter case, width and kinds of white space set aside;
        without literals it yields all units.
        """

    @abstractmethod
    def near(self, words: str, limit: int) -> tuple[TranslationUnit, ...]:
        """Return the units that have most of ``words`` on one side, those with most first."""

    @abstractmethod
    def __len__(self) -> int:
        """Return the number of units."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; nothing may be asked afterwards."""

    def __enter__(self) -> Self:
        """Return the memory."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


class Change(ABC):
    """One transaction on a memory. Leaving ``with`` by an exception changes nothing.

    What makes a unit the same unit is ``identity.same_key``: both texts, context, symbol and
    path. A ``tuid`` is not it: tools number them from 1 in every file.

    Attributes:
        counts: how many units each outcome has had so far.
    """

    counts: Counter[Outcome]

    @abstractmethod
    def units(self) -> Iterator[TranslationUnit]:
        """Yield the units as they are within this change, in stored order and direction.

        To be read to the end before anything is put or removed.
        """

    @abstractmethod
    def with_source(self, text: str, lang: str) -> tuple[TranslationUnit, ...]:
        """Return the units with a side in ``lang`` that equals ``text``, as they are stored."""

    @abstractmethod
    def put(self, unit: TranslationUnit) -> Outcome:
        """Create the unit, or replace what the memory has under its key."""

    @abstractmethod
    def put_all(self, units: Iterable[TranslationUnit]) -> list[Outcome]:
        """Put many, much faster than one by one; outcomes in order."""

    @abstractmethod
    def remove(self, unit: TranslationUnit) -> Outcome:
        """Remove the unit of this key."""

    @abstractmethod
    def __enter__(self) -> Self:
        """Begin; waits for another writer to end.

        Raises:
            MemoryStoreError: it is damaged or out of reach, or the other writer does not end.
            WriteRefusedError: it may not be written to.
        """

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Commit, or roll back when there was an exception."""
