"""Opening a memory by the name the user gives it."""

from toolkit.memory.memory import Memory


def open_memory(name: str, *, source_lang: str = "en", target_lang: str = "zh") -> Memory:
    """Open a ``.tmx`` file or a folder of them, for look-ups from source to target language.

    Raises:
        MemoryStoreError: it is missing, damaged, or of a kind this version does not open.
    """
    raise NotImplementedError((name, source_lang, target_lang))
