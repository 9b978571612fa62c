"""``.undraft`` stores: a memory in one SQLite file."""

from toolkit.languages.tags import base
from toolkit.memory.backend import Backend, Tick
from toolkit.memory.memory import Change, Memory
from toolkit.memory.sql.reading import StoredMemory
from toolkit.memory.sql.sqlite import SqliteDatabase
from toolkit.memory.sql.writing import StoredChange

SUFFIX = ".undraft"


class UndraftStores(Backend):
    """A file called ``….undraft``."""

    what = f"{SUFFIX} stores"

    def recognises(self, name: str) -> bool:
        """Return whether it is called like a store."""
        return name.lower().endswith(SUFFIX) and "://" not in name

    def open(
        self,
        name: str,
        source_lang: str,
        target_lang: str,
        tick: Tick,  # noqa: ARG002 (the index of a store is made by those who write)
    ) -> Memory:
        """Open it; what it needs of its index is read when it is asked."""
        database = SqliteDatabase(name, name, writable=False)
        return StoredMemory(name, database, (source_lang, target_lang))

    def change(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Change:
        """Return a change; a store that is not there is made."""
        database = SqliteDatabase(name, name, writable=True)
        return StoredChange(database, (base(source_lang), base(target_lang)), tick)


BACKEND = UndraftStores()
