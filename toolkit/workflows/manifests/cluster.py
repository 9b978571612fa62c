"""Where the pairs of a run are aligned: on the workers of a Dask cluster.

The only module that imports ``distributed``; it is itself imported only when a cluster is asked
for (``manifest_where``).
"""

import logging
import warnings
from collections.abc import Generator, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from distributed import Client, Future, KilledWorker, wait
from distributed.comm.addressing import parse_address, parse_host_port

from toolkit.errors import Exit, UsageError
from toolkit.workflows.manifests.pairs import PairResult, work
from toolkit.workflows.manifests.processes import Results, Runner, Tasks

PATIENCE = 15.0
"""Seconds to wait for the scheduler, for its first worker, and for one to come back."""

_AT_LEAST = 8  # pairs under way, so that workers that join find something to do

Waiting = dict[Future[PairResult], int]

_DIED = PairResult(
    error="several workers died while they aligned it, probably for want of memory.",
    exit_code=Exit.OURS,
)


def on_cluster(address: str, *, patience: float = PATIENCE) -> Runner:
    """Return a runner that sends pairs to the scheduler at ``address`` (host:port, tls://…).

    The runner raises a UsageError when nobody answers there, when there are no workers, and when
    scheduler or workers are lost for good.
    """

    def run(tasks: Tasks) -> Results:
        with _connected(address, patience) as client:
            try:
                yield from _sent(client, tasks, address, patience)
            except (CancelledError, OSError):
                raise _lost(address, "the scheduler is gone") from None

    return run


def _sent(client: Client, tasks: Tasks, address: str, patience: float) -> Results:
    waiting: Waiting = {}
    for number, task in tasks:
        key = f"undraft-{number}-{uuid4().hex}"
        waiting[client.submit(work, task, key=key, pure=False)] = number
        while len(waiting) >= _room(client):
            yield from _finished(client, waiting, address, patience)
    while waiting:
        yield from _finished(client, waiting, address, patience)


@contextmanager
def _connected(address: str, patience: float) -> Iterator[Client]:
    with _quiet(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions and of large inputs
        client = _client(address, patience)
        try:
            with client.as_current():
                yield client
        finally:
            client.close(timeout=2)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the client's own log off the terminal; what matters is said in our own sentences."""
    logs = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for log, level in zip(logs, levels, strict=True):
            log.setLevel(level)


def _client(address: str, patience: float) -> Client:
    try:
        # Checked first: a client that was given rubbish waits half a minute before it goes.
        parse_host_port(parse_address(address)[1])
        client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UsageError(
            f"--cluster {address}: no Dask scheduler answers there ({_reason(error)}). "
            "Start one with: dask scheduler"
        ) from None
    try:
        client.wait_for_workers(1, timeout=patience)
    except (OSError, TimeoutError):
        client.close(timeout=2)
        raise UsageError(
            f"--cluster {address}: the scheduler has no workers. Start some with: "
            f"dask worker {address}"
        ) from None
    return client


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 120 else f"{text[:119]}…"


def _room(client: Client) -> int:
    """Return how many pairs may be under way: twice what the workers can do at once."""
    threads: int = sum(client.nthreads().values())
    return max(_AT_LEAST, 2 * threads)


def _finished(
    client: Client, waiting: Waiting, address: str, patience: float
) -> Generator[tuple[int, PairResult], None, None]:
    """Yield what is finished and take it out of ``waiting``; one at least, or raise."""
    while True:
        try:
            ready = wait(list(waiting), timeout=patience, return_when="FIRST_COMPLETED").done
            break
        except TimeoutError:
            if not client.nthreads():
                raise _lost(address, "its workers are gone") from None
    for future in ready:
        number = waiting.pop(future)
        yield number, _result(future, address)
        future.release()


def _result(future: Future[PairResult], address: str) -> PairResult:
    if future.status == "finished":
        result: PairResult = future.result()
        return result
    if future.status in ("cancelled", "lost"):
        raise _lost(address, "the scheduler is gone")
    error: Any = future.exception()
    if isinstance(error, KilledWorker):
        return _DIED
    fault = f"the worker could not align it: {type(error).__name__}: {_reason(error)}"
    return PairResult(error=fault, exit_code=Exit.OURS)


def _lost(address: str, what: str) -> UsageError:
    return UsageError(
        f"--cluster {address}: {what}. What was finished is kept; "
        "run the same command again to go on."
    )
