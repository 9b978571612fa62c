"""PostgreSQL as the database of a memory."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors, sql

from toolkit.errors import MemoryStoreError, UndraftError, WriteRefusedError
from toolkit.memory.sql.database import Database, Row
from toolkit.memory.sql.postgresql_schema import ROLES, missing_roles, set_up_statements
from toolkit.memory.sql.schema import VERSION, other_form
from toolkit.text.address import shown, without_passwords

SCHEMA = "undraft"
PATIENCE = 10  # seconds that a server may take to answer at all
WAIT = 60  # seconds that one waits for another writer
WRITERS = 0x556E6472  # the lock that one writer at a time holds
# What is asked in a look-up is asked by keys. A server that has not counted its rows since an
# import thinks that most of them are wanted, and reads whole tables.
BY_KEYS = "enable_seqscan", "enable_hashjoin", "enable_mergejoin"
BEGIN_READING = "; ".join(
    (
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        *(f"SET LOCAL {setting} = off" for setting in BY_KEYS),
        "SET LOCAL max_parallel_workers_per_gather = 0",
        "SET LOCAL plan_cache_mode = force_generic_plan",
    )
)


class PostgresqlDatabase(Database):
    """One connection."""

    def __init__(self, address: str) -> None:
        """Connect.

        Raises:
            MemoryStoreError: out of reach, not let in, not set up, or of a newer version.
        """
        self.name = shown(address)
        self._connection = connect(address)
        self._depth = 0
        try:
            self._check()
        except BaseException:
            self._connection.close()
            raise

    def _check(self) -> None:
        with self._told():
            found = self._connection.execute(
                "SELECT to_regclass('undraft.counter') IS NOT NULL"
            ).fetchone()
        if not found or not found[0]:
            raise MemoryStoreError(
                f"{self.name} holds no translation memory yet: `undraft tm init ADDRESS` sets"
                " one up."
            )
        version = self.all("SELECT value FROM counter WHERE name = 'schema'")[0][0]
        if version != VERSION:
            raise MemoryStoreError(other_form(self.name, version))

    def all(self, statement: str, *given: object) -> list[Row]:
        """Return the rows of a statement."""
        with self._told():
            cursor = self._connection.execute(_ours(statement), _lists(given), binary=True)
            return cursor.fetchall() if cursor.description else []

    def each(self, statement: str, *given: object) -> Iterator[Row]:
        """Yield the rows of a statement, a few thousand at a time."""
        with self._told(), self._connection.transaction():
            name = f"each_{self._depth}"
            self._depth += 1
            with self._connection.cursor(name=name, binary=True) as cursor:
                cursor.itersize = 5_000
                yield from cursor.execute(_ours(statement), _lists(given))

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry a statement out for each row."""
        with self._told(), self._connection.cursor() as cursor:
            cursor.executemany(_ours(statement), rows)

    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put rows into a table by COPY."""
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        with self._told(), self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Give a view in which nothing changes while it lasts."""
        if self._connection.info.transaction_status:
            yield
            return
        with self._told():
            self._connection.execute(BEGIN_READING)
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Give a transaction; one writer at a time, so that none works on an old index."""
        with self._told():
            self._connection.execute("BEGIN")
            try:
                self._connection.execute(f"SET LOCAL lock_timeout = '{WAIT}s'")
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITERS,))
                yield
            except BaseException:
                if not self._connection.broken:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def version(self) -> int:
        """Return the number of changes so far."""
        return int(self.all("SELECT value FROM counter WHERE name = 'change'")[0][0])

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise _error(self.name, error) from None


def connect(address: str) -> psycopg.Connection[Row]:
    """Connect to a server, each statement its own transaction unless one is begun.

    Raises:
        MemoryStoreError: out of reach or not let in.
    """
    if address.partition("?")[0].count("@") > 1:
        raise MemoryStoreError(
            f"The address of {shown(address)} has more than one @: write one in a password as %40,"
            " or give the password in PGPASSWORD."
        )
    try:
        connection: psycopg.Connection[Row] = psycopg.connect(
            address,
            autocommit=True,
            connect_timeout=PATIENCE,
            options=f"-c search_path={SCHEMA} -c jit=off",
            application_name="undraft",
        )
    except psycopg.Error as error:
        raise MemoryStoreError(
            f"{shown(address)} cannot be reached: {_said(error)}. Is the address right, is the"
            " server running, and may you use it?"
        ) from None
    return connection


def set_up(address: str) -> tuple[str, ...]:
    """Make what a memory needs in a database; see ``backends.postgresql.set_up``."""
    connection = connect(address)
    try:
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITERS,))
            for statement in missing_roles(connection):
                connection.execute(statement)
            row = connection.execute("SELECT to_regclass('undraft.counter')").fetchone()
            if row and row[0] is None:
                for statement in set_up_statements():
                    connection.execute(statement)
    except psycopg.Error as error:
        raise _error(shown(address), error) from None
    finally:
        connection.close()
    return ROLES


def _error(name: str, error: psycopg.Error) -> UndraftError:
    said = _said(error)
    if isinstance(error, errors.LockNotAvailable):
        return MemoryStoreError(
            f"{name} is being written to by another command, which did not end within"
            f" {WAIT} seconds; try again when it has."
        )
    if isinstance(error, errors.InsufficientPrivilege):
        return WriteRefusedError(
            f"{name} does not let you do this ({said}); ask for the role that may"
            f" ({', '.join(ROLES)}). Nothing was changed."
        )
    return MemoryStoreError(f"{name} did not do what was asked: {said}. Nothing was changed.")


def _said(error: psycopg.Error) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return without_passwords(lines[0].strip().rstrip("."))


def _ours(statement: str) -> Any:
    escaped = statement.replace("%", "%%").replace("?", "%s")
    return escaped.replace("{any}", "= ANY(%s)")


def _lists(given: Sequence[object]) -> list[object]:
    return [list(one) if isinstance(one, tuple) else one for one in given]
