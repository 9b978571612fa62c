"""Opening a memory by the name the user gives it."""

from pathlib import Path

import toolkit.memory.backends as package
from toolkit.discover import members
from toolkit.errors import MemoryStoreError
from toolkit.memory.backend import Backend, Tick, no_tick
from toolkit.memory.memory import Change, Memory
from toolkit.text.address import shown


def open_memory(
    name: str,
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    tick: Tick = no_tick,
) -> Memory:
    """Open a memory for look-ups from one language to the other, whichever way it is stored.

    ``name`` is a ``.tmx`` file, a folder of them, an ``.undraft`` store, or a ``postgresql://``
    address. ``tick`` is told how far the index of a TMX is built when it is not current.

    Raises:
        MemoryStoreError: it is missing, damaged, out of reach, or of an unknown kind.
    """
    return _backend(name).open(name, source_lang, target_lang, tick)


def open_change(
    name: str,
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    tick: Tick = no_tick,
) -> Change:
    """Return a change of a memory, one transaction, to be used with ``with``.

    A TMX file or a store that is not there is made. ``tick`` is told how far indexing is.

    Raises:
        MemoryStoreError: it is of an unknown kind.
        UsageError: a folder: name a file in it.
    """
    return _backend(name).change(name, source_lang, target_lang, tick)


def _backend(name: str) -> Backend:
    backends = members(package, Backend)  # type: ignore[type-abstract]
    for backend in backends:
        if backend.recognises(name):
            return backend
    found = "is not" if "://" in name or Path(name).exists() else "was not found, nor is it called"
    raise MemoryStoreError(
        f"{shown(name)} {found} a translation memory that this version opens; "
        f"it opens {', '.join(backend.what for backend in backends)}."
    )
