"""PostgreSQL: a memory for a team, behind a ``postgresql://`` address."""

import importlib
from types import ModuleType

from toolkit.errors import MemoryStoreError
from toolkit.languages.tags import base
from toolkit.memory.backend import Backend, Tick
from toolkit.memory.memory import Change, Memory
from toolkit.memory.sql.reading import StoredMemory
from toolkit.memory.sql.writing import StoredChange
from toolkit.text.pattern import Pattern

_ADDRESS = Pattern(r"postgres(?:ql)?://")


class PostgresqlMemories(Backend):
    """A schema in a PostgreSQL database."""

    what = "postgresql:// addresses"

    def recognises(self, name: str) -> bool:
        """Return whether it is such an address."""
        return _ADDRESS.match(name) is not None

    def open(
        self,
        name: str,
        source_lang: str,
        target_lang: str,
        tick: Tick,  # noqa: ARG002 (the index of a server is made by those who write)
    ) -> Memory:
        """Connect and open it for reading."""
        database = _driver().PostgresqlDatabase(name)
        return StoredMemory(database.name, database, (source_lang, target_lang))

    def change(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Change:
        """Connect and return a change; the memory must have been set up."""
        database = _driver().PostgresqlDatabase(name)
        return StoredChange(database, (base(source_lang), base(target_lang)), tick)


def set_up(name: str) -> tuple[str, ...]:
    """Make tables, roles and history in a database, and return the names of the roles.

    What is there already is left as it is. The address must be of somebody who may make roles.

    Raises:
        MemoryStoreError: out of reach, or not allowed.
    """
    roles: tuple[str, ...] = _driver().set_up(name)
    return roles


def _driver() -> ModuleType:
    # Only those who use PostgreSQL have its driver, and pay for loading it.
    try:
        return importlib.import_module("toolkit.memory.sql.postgresql")
    except ImportError as error:
        raise MemoryStoreError(
            "A memory in PostgreSQL needs the driver psycopg, which is not installed:"
            " pip install 'undraft[postgresql]'."
        ) from error


BACKEND = PostgresqlMemories()
