"""Work that makes a great many small values and keeps them until it is done.

Python looks for dead circles of values again and again while they are made; in an open Word file
of some hundred thousand it finds none, and looks for a fifth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the search for dead circles of values wait until the work inside is done."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
