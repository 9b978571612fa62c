"""Collect the members of a folder: the only registry mechanism of the toolkit.

A folder such as ``checks/rules`` or ``readers`` has one member in each module. Adding a member is
adding a file; there is no list to edit.
"""

import importlib
import pkgutil
from collections.abc import Collection
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def module_names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the modules of ``package`` in order, without importing any."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(package.__path__)))


def members(
    package: ModuleType, kind: type[T], only: Collection[str] | None = None
) -> tuple[T, ...]:
    """Return the objects of ``kind`` in the modules of ``package``, in module-name order.

    ``only`` names the modules to look in, None for all. A module that holds none is a helper and
    is left out; an object that a module imported from a sibling is counted once.

    Raises:
        RuntimeError: a module holds two members of its own, so that one of them would be hidden.
    """
    found: dict[int, T] = {}
    for name in module_names(package):
        if only is not None and name not in only:
            continue
        module = importlib.import_module(f"{package.__name__}.{name}")
        own = [value for value in vars(module).values() if isinstance(value, kind)]
        fresh = {id(value): value for value in own if id(value) not in found}
        if len(fresh) > 1:
            raise RuntimeError(f"{module.__name__} holds {len(fresh)} members of {kind.__name__}")
        found.update(fresh)
    return tuple(found.values())
