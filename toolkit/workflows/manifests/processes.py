"""Where the pairs of a run are aligned: here, or in processes on this machine."""

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for

from toolkit.errors import Exit
from toolkit.workflows.manifests.pairs import PairResult, PairTask, work

Numbered = tuple[int, PairTask]
Tasks = Iterator[Numbered]
Results = Generator[tuple[int, PairResult], None, None]
Runner = Callable[[Tasks], Results]
"""Takes numbered tasks, a few at a time, and yields numbered results in any order."""

_Waiting = dict[Future[PairResult], Numbered]

_DIED = PairResult(
    error="the process that aligned it died twice, probably for want of memory.",
    exit_code=Exit.OURS,
)


def one_by_one(tasks: Tasks) -> Results:
    """Align in this process; a ``Runner``."""
    for number, task in tasks:
        yield number, work(task)


def in_processes(count: int) -> Runner:
    """Return a runner that aligns ``count`` pairs at once, each in a process of its own.

    When a process dies, the pairs under way are aligned again, one at a time, so that only the
    one that it died of is lost.
    """

    def run(tasks: Tasks) -> Results:
        while True:
            suspects = yield from _together(tasks, count)
            if not suspects:
                return
            for number, task in suspects:
                yield number, _alone(task)

    return run


def _together(tasks: Tasks, count: int) -> Generator[tuple[int, PairResult], None, list[Numbered]]:
    """Align until nothing is left; return what was under way if a process died."""
    waiting: _Waiting = {}
    with _pool(count) as pool:
        for numbered in tasks:
            try:
                waiting[pool.submit(work, numbered[1])] = numbered
            except BrokenProcessPool:
                return [*waiting.values(), numbered]
            while len(waiting) >= 2 * count:
                if (yield from _finished(waiting)):
                    return list(waiting.values())
        while waiting:
            if (yield from _finished(waiting)):
                return list(waiting.values())
    return []


def _finished(waiting: _Waiting) -> Generator[tuple[int, PairResult], None, bool]:
    """Yield what is finished and take it out of ``waiting``; return whether a process died."""
    ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in ready:
        if isinstance(future.exception(), BrokenProcessPool):
            return True
        number, _ = waiting.pop(future)
        yield number, future.result()
    return False


def _alone(task: PairTask) -> PairResult:
    with _pool(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            return _DIED


@contextmanager
def _pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool whose processes end with it, also when it is left by an exception."""
    before = set(active_children())
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        for process in set(active_children()) - before:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave an interruption to the parent, and end when it ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent.sentinel,), daemon=True).start()


def _leave_after(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
