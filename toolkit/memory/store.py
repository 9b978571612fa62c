"""Opening a memory by the name the user gives it."""

import toolkit.memory.backends as package
from toolkit.discover import members
from toolkit.errors import MemoryStoreError
from toolkit.memory.backends.backend import Backend
from toolkit.memory.memory import Memory


def open_memory(name: str, *, source_lang: str = "en", target_lang: str = "zh") -> Memory:
    """Open a memory for look-ups from one language to the other, whichever way it is stored.

    ``name`` is a path: a ``.tmx`` file, or a folder of them.

    Raises:
        MemoryStoreError: it is missing, damaged, or of a kind this version does not open.
    """
    backends = members(package, Backend)  # type: ignore[type-abstract]
    for backend in backends:
        if backend.recognises(name):
            return backend.open(name, source_lang, target_lang)
    raise MemoryStoreError(
        f"{name} is not a translation memory that this version opens; "
        f"it opens {' and '.join(backend.what for backend in backends)}."
    )
