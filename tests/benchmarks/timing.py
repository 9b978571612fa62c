"""How long work takes, in seconds of the processor."""

import time
from collections.abc import Callable


def best(work: Callable[[], object], repeats: int) -> float:
    """Return the shortest of several runs."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)
