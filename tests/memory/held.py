"""A memory of units that are at hand, for as long as the process lasts."""

from collections.abc import Iterable

from toolkit.languages.tags import base
from toolkit.memory.memory import Memory
from toolkit.memory.sql.reading import StoredMemory
from toolkit.memory.sql.sqlite import IN_MEMORY, SqliteDatabase
from toolkit.memory.sql.writing import StoredChange
from toolkit.model.unit import TranslationUnit


def held(
    name: str,
    units: Iterable[TranslationUnit],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
) -> Memory:
    """Return a memory of ``units``, seen from ``source_lang`` to ``target_lang``."""
    database = SqliteDatabase(IN_MEMORY, name, writable=True)
    langs = (source_lang, target_lang)
    with StoredChange(database, (base(source_lang), base(target_lang)), closing=False) as change:
        change.put_all(units)
    return StoredMemory(name, database, langs)
