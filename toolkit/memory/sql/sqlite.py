"""An SQLite file as the database of a memory."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from toolkit.errors import MemoryStoreError, WriteRefusedError
from toolkit.memory.sql.database import Database, Row
from toolkit.memory.sql.schema import VERSION, other_form, statements

APPLICATION = 0x556E6472  # "Undr", where `file` and SQLite look for what kind of file it is
PATIENCE = 60.0  # seconds that one waits for another process to end its change
PAGE = 16_384  # bytes; long lists are read in fewer pieces than with the usual 4,096
CACHE = 64 << 20  # bytes of pages that are kept while reading
IN_MEMORY = ":memory:"


class SqliteDatabase(Database):
    """One file. A change is one transaction with a rollback journal beside the file."""

    def __init__(self, path: str, name: str, *, writable: bool) -> None:
        """Open a file; with ``writable`` one that is not there is made.

        Raises:
            MemoryStoreError: missing, damaged, no memory, or of a newer version.
            WriteRefusedError: it cannot be made or written to there.
        """
        self.name = name
        self._path = path
        self._connection = _connected(path, name, writable=writable)
        try:
            with told(name):
                self._prepare(writable=writable)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, *, writable: bool) -> None:
        run = self._connection.execute
        run(f"PRAGMA cache_size = -{CACHE >> 10}")
        run(f"PRAGMA mmap_size = {1 << 40}")
        run("PRAGMA temp_store = MEMORY")
        kind = run("PRAGMA application_id").fetchone()[0]
        version = run("PRAGMA user_version").fetchone()[0]
        if writable and kind == 0 and not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self._make()
        elif kind != APPLICATION:
            raise MemoryStoreError(f"{self.name} is not a translation memory of Undraft.")
        elif version != VERSION:
            raise MemoryStoreError(other_form(self.name, version))

    def _make(self) -> None:
        self._connection.execute(f"PRAGMA page_size = {PAGE}")
        with self.writing():
            # Another process may have been first while this one waited its turn.
            if self.all("SELECT name FROM sqlite_master WHERE name = 'text'"):
                return
            for statement in statements(number="INTEGER", real="REAL", raw="BLOB", bytewise=""):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def all(self, statement: str, *given: object) -> list[Row]:
        """Return the rows of a statement."""
        with told(self.name):
            return self._connection.execute(*_put_in(statement, given)).fetchall()

    def each(self, statement: str, *given: object) -> Iterator[Row]:
        """Yield the rows of a statement."""
        with told(self.name):
            yield from self._connection.execute(*_put_in(statement, given))

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry a statement out for each row."""
        with told(self.name):
            self._connection.executemany(statement, rows)

    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put rows into a table."""
        marks = ", ".join("?" for _ in columns)
        self.many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Give a view in which nothing changes while it lasts."""
        if self._connection.in_transaction:
            yield
            return
        with told(self.name):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Give a transaction; another writer is waited for."""
        with told(self.name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def version(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self.all("PRAGMA data_version")[0][0])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what SQLite says into a sentence for people."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error(name, error) from error


def _error(name: str, error: sqlite3.Error) -> Exception:
    said = str(error)
    if "locked" in said:
        return MemoryStoreError(
            f"{name} is being written to by another command, which did not end within"
            f" {PATIENCE:.0f} seconds; try again when it has."
        )
    if "readonly" in said or "unable to open" in said or "full" in said:
        return WriteRefusedError(f"{name} cannot be written to ({said}). Nothing was changed.")
    return MemoryStoreError(
        f"{name} is damaged ({said}): put back a copy of it, or make it again with"
        " `undraft tm import` from the TMX files it was made of."
    )


def _connected(path: str, name: str, *, writable: bool) -> sqlite3.Connection:
    if path == IN_MEMORY:
        return sqlite3.connect(path, isolation_level=None, cached_statements=64)
    file = Path(path)
    if not writable and not file.is_file():
        raise MemoryStoreError(
            f"There is no translation memory {name}; `undraft tm import FILE.tmx --tm {name}`"
            " makes it."
        )
    try:
        if writable:
            file.parent.mkdir(parents=True, exist_ok=True)
        else:
            _undo_what_was_broken_off(file)
        mode = "rwc" if writable else "ro"
        return sqlite3.connect(
            f"{file.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            cached_statements=64,
        )
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        if writable:
            raise WriteRefusedError(f"{name} cannot be written to there ({why}).") from error
        raise MemoryStoreError(f"{name} cannot be opened ({why}).") from error


def _undo_what_was_broken_off(file: Path) -> None:
    """Take back what a writer that was killed while committing left in the file.

    SQLite does that from the journal beside the file when it is opened, unless it is opened for
    reading only; then it refuses.
    """
    if not file.with_name(f"{file.name}-journal").exists():
        return
    with contextlib.suppress(sqlite3.Error):  # what stays wrong is told when it is read
        writable = sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
        with contextlib.closing(writable):
            writable.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _put_in(statement: str, given: Sequence[object]) -> tuple[str, list[object]]:
    """Return a statement of ours as SQLite takes it."""
    statement = statement.replace("{any}", "IN (SELECT value FROM json_each(?))")
    packed = [json.dumps(one) if isinstance(one, list | tuple) else one for one in given]
    return statement, packed
