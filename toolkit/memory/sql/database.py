"""What a database must do for a memory to be kept in it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

Row = tuple[Any, ...]


class Database(ABC):
    """A connection. Statements are written once; ``?`` is a parameter and ``{any}`` a list of them.

    ``id {any}`` takes one parameter, a sequence of numbers.

    Attributes:
        name: what users call it, without a password.
        found_by_bytes: whether text is compared by its bytes in ``LIKE`` as elsewhere.
    """

    name: str

    @abstractmethod
    def all(self, statement: str, *given: object) -> list[Row]:
        """Return the rows of a statement."""

    @abstractmethod
    def each(self, statement: str, *given: object) -> Iterable[Row]:
        """Yield the rows of a statement that may give very many."""

    @abstractmethod
    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry a statement out for each row."""

    @abstractmethod
    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put rows into a table, as fast as the database can."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]:
        """Give a view in which nothing changes while it lasts."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """Give a transaction: commits at its end, rolls back on an exception; waits its turn."""

    @abstractmethod
    def version(self) -> int:
        """Return a number that changes when somebody else has changed the index."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it."""
