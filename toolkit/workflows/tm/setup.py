"""Making a new, empty memory."""

from dataclasses import dataclass

from toolkit.memory.backends import postgresql
from toolkit.memory.store import open_change, open_memory


@dataclass(frozen=True, slots=True)
class Made:
    """A memory that is ready: its name without a password, and roles to grant to people."""

    name: str
    roles: tuple[str, ...] = ()


def set_up_memory(name: str, langs: tuple[str, str]) -> Made:
    """Make what a memory needs; one that is there is left as it is.

    Raises:
        MemoryStoreError: out of reach, not allowed, or no memory.
    """
    roles: tuple[str, ...] = ()
    if postgresql.BACKEND.recognises(name):
        roles = postgresql.set_up(name)
    else:
        with open_change(name, source_lang=langs[0], target_lang=langs[1]):
            pass
    with open_memory(name, source_lang=langs[0], target_lang=langs[1]) as memory:
        return Made(memory.name, roles)
