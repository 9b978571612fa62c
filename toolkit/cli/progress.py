"""A progress bar for work that takes a while; on a terminal only, never in a pipe or a log."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

FEW = 4
"""Jobs of fewer steps than this are over before a bar could be read."""


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of ``steps`` steps; it moves a bar on standard error."""
    if steps < FEW or not sys.stderr.isatty():
        yield _nothing
        return
    with typer.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _nothing() -> None:
    """Move no bar."""
