"""A memory that is TMX files: read whole when it is small, else asked by the index in the cache."""

import importlib
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from toolkit.diagnostics import Finding, Severity
from toolkit.errors import MemoryStoreError, UndraftError
from toolkit.languages.tags import base
from toolkit.memory import cache
from toolkit.memory.backend import Tick
from toolkit.memory.memory import Memory
from toolkit.memory.sql.reading import StoredMemory
from toolkit.memory.sql.sqlite import IN_MEMORY, SqliteDatabase
from toolkit.memory.sql.writing import StoredChange

SUFFIXES = (".tmx", ".tmx.gz")
SMALL = 200_000  # bytes of a memory that is read sooner than its index is opened

Langs = tuple[str, str]


def open_tmx(name: str, langs: Langs, tick: Tick) -> Memory:
    """Open a file, or all TMX files of a folder; an empty folder is an empty memory.

    Raises:
        MemoryStoreError: missing, or damaged.
    """
    files = _files(name)
    try:
        whole = sum(path.stat().st_size for path in files)
        index = cache.place(files, map(base, langs)) if whole > SMALL else None
    except OSError as error:
        raise MemoryStoreError(f"{name} cannot be read: {error.strerror}.") from error
    if index is None:
        database = SqliteDatabase(IN_MEMORY, name, writable=True)
        return StoredMemory(name, database, langs, _fill(database, files, langs, tick))
    try:
        database = _indexed(name, index, files, langs, tick)
    except (OSError, UndraftError):
        # A cache that cannot be written to, or is broken, must not keep anyone from working.
        database = SqliteDatabase(IN_MEMORY, name, writable=True)
        return StoredMemory(name, database, langs, _fill(database, files, langs, tick))
    return StoredMemory(name, database, langs, _findings(database))


def _indexed(
    name: str, index: Path, files: Sequence[Path], langs: Langs, tick: Tick
) -> SqliteDatabase:
    """Return the index, made first where it is not there or is broken."""
    if not _is_whole(index, name):
        index.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=index.parent, prefix=f".{index.stem}", suffix=".part")
        os.close(handle)
        try:
            database = SqliteDatabase(part, name, writable=True)
            _fill(database, files, langs, tick)
            database.close()
            Path(part).replace(index)  # two processes that do this at once make the same
        finally:
            Path(part).unlink(missing_ok=True)
        cache.make_room(index)
    cache.used(index)
    return SqliteDatabase(str(index), name, writable=False)


def _is_whole(index: Path, name: str) -> bool:
    if not index.exists():
        return False
    try:
        database = SqliteDatabase(str(index), name, writable=False)
        database.all("SELECT value FROM counter")
    except UndraftError:
        return False
    database.close()
    return True


def _fill(
    database: SqliteDatabase, files: Sequence[Path], langs: Langs, tick: Tick
) -> tuple[Finding, ...]:
    """Put the units of the files into a database, and return what reading them had to say."""
    findings: list[Finding] = []
    change = StoredChange(database, (base(langs[0]), base(langs[1])), tick, closing=False)
    whole = sum(path.stat().st_size for path in files)
    with change:
        done = 0
        for path in files:
            reading = importlib.import_module("toolkit.tmx.read").TmxReading(path)
            change.put_all(reading.units(*_as_written(path, langs), _after(done, whole, tick)))
            findings += reading.findings
            done += path.stat().st_size
            tick(done, whole)
        packed = ((json.dumps(asdict(one), ensure_ascii=False),) for one in findings)
        database.fill("finding", ("said",), packed)
    return tuple(findings)


def _as_written(path: Path, langs: Langs) -> Langs:
    """Return the languages with the one first that the file calls its source: context is in it."""
    reading = importlib.import_module("toolkit.tmx.read").TmxReading(path)
    next(reading.entries(), None)
    return langs[::-1] if base(reading.header.source_lang) == base(langs[1]) else langs


def _after(done: int, whole: int, tick: Tick) -> Callable[[int], None]:
    return lambda read: tick(done + read, whole)


def _findings(database: SqliteDatabase) -> tuple[Finding, ...]:
    given = (json.loads(said) for (said,) in database.all("SELECT said FROM finding"))
    return tuple(
        Finding(**{**one, "severity": Severity(one["severity"]), "related": ()}) for one in given
    )


def _files(name: str) -> list[Path]:
    path = Path(name)
    try:
        if path.is_dir():
            inside = (p for p in path.iterdir() if p.name.lower().endswith(SUFFIXES))
            return sorted(p for p in inside if p.is_file())
    except OSError as error:
        raise MemoryStoreError(f"The folder {name} cannot be read: {error.strerror}.") from error
    if not path.exists():
        raise MemoryStoreError(
            f"There is no translation memory {name}; name a TMX file or a folder of TMX files."
        )
    return [path]
