"""Changing a TMX file: it is read, changed in memory, and written anew in one step."""

import contextlib
import gzip
import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from toolkit.errors import MemoryStoreError, WriteRefusedError
from toolkit.languages.tags import base
from toolkit.memory import cache
from toolkit.memory.memory import Change, Outcome
from toolkit.memory.sql.sqlite import IN_MEMORY, SqliteDatabase
from toolkit.memory.sql.writing import StoredChange
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.read import TmxReading
from toolkit.tmx.write import stream_tmx

# What would not be written again.
LOSSES = ("TMX101", "TMX102", "TMX103", "TMX108", "TMX109", "TMX111")


class TmxChange(Change):
    """One transaction on a file. Another process that changes the same file waits for its end."""

    def __init__(self, path: Path, langs: tuple[str, str]) -> None:
        """Prepare a change of ``path``, which need not be there."""
        self.counts = Counter()
        self._path = path
        self._langs = langs
        self._before = b""
        self._header: TmxHeader | None = None
        self._wordless = False
        self._stack = ExitStack()
        memory = SqliteDatabase(IN_MEMORY, str(path), writable=True)
        self._inner = StoredChange(memory, (base(langs[0]), base(langs[1])))

    def __enter__(self) -> Self:
        """Wait for the file and read it."""
        try:
            self._stack.enter_context(self._inner)
            self._stack.enter_context(self._lock().writing())
            if self._path.exists():
                self._read()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write the file unless there was an exception or nothing changed."""
        with self._stack:
            changed = self.counts.keys() - {Outcome.UNCHANGED, Outcome.ABSENT}
            if error is None and (changed or self._wordless or not self._path.exists()):
                self._write()

    def units(self) -> Iterator[TranslationUnit]:
        """Yield the units."""
        return self._inner.units()

    def with_source(self, text: str, lang: str) -> tuple[TranslationUnit, ...]:
        """Return the units with a side in ``lang`` that equals ``text``."""
        return self._inner.with_source(text, lang)

    def put(self, unit: TranslationUnit) -> Outcome:
        """Create the unit, or replace what is there under its key."""
        outcome = self._inner.put(unit)
        self.counts[outcome] += 1
        return outcome

    def put_all(self, units: Iterable[TranslationUnit]) -> list[Outcome]:
        """Put many."""
        outcomes = self._inner.put_all(units)
        self.counts.update(outcomes)
        return outcomes

    def remove(self, unit: TranslationUnit) -> Outcome:
        """Remove the unit of this key."""
        outcome = self._inner.remove(unit)
        self.counts[outcome] += 1
        return outcome

    # -- inside ----------------------------------------------------------------------------
    def _lock(self) -> SqliteDatabase:
        """Return a database to hold while the file is changed; a killed process lets it go."""
        name = hashlib.sha256(str(self._path.resolve()).encode()).hexdigest()[:32]
        lock = SqliteDatabase(str(cache.folder() / "locks" / name), str(self._path), writable=True)
        self._stack.callback(lock.close)
        return lock

    def _read(self) -> None:
        self._before = _bytes(self._path)
        reading = TmxReading(self._before, str(self._path))
        self._inner.put_all(reading.units(*self._langs))
        self._header = reading.header
        # Units without words are no loss, but whoever changes the file is told that they go.
        self._wordless = any(one.code == "TMX110" for one in reading.findings)
        lost = [one for one in reading.findings if one.code in LOSSES]
        if lost:
            raise WriteRefusedError(
                f"{self._path} holds what would be lost by writing it anew"
                f" ({lost[0].place}: {lost[0].message.rstrip('.')}); import it into another memory."
            )

    def _write(self) -> None:
        if self._path.exists() and _bytes(self._path) != self._before:
            raise WriteRefusedError(
                f"{self._path} was changed by another program meanwhile. Nothing was written:"
                " run the command again."
            )
        pieces = stream_tmx(
            self._inner.units(),
            source_lang=self._langs[0],
            target_lang=self._langs[1],
            header=self._header,
        )
        try:
            _write_atomically(self._path, pieces)
        except OSError as error:
            raise WriteRefusedError(
                f"{self._path} cannot be written: {error.strerror or error}. Nothing was changed."
            ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MemoryStoreError(f"{path} cannot be read: {error.strerror or error}.") from error


def _write_atomically(path: Path, pieces: Iterator[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as raw:
            if path.name.lower().endswith(".gz"):
                # Neither name nor time in the compressed file: the same units are the same bytes.
                with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
                    packed.writelines(pieces)
            else:
                raw.writelines(pieces)
            raw.flush()
            os.fsync(raw.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        else:
            part.chmod(0o644)
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
