"""A progress bar for work that takes a while; on a terminal only, never in a pipe or a log."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import typer

FEW = 4
"""Jobs of fewer steps than this are over before a bar could be read."""

LARGE = 4 << 20
"""Files of fewer bytes than this are read before a bar could be."""

BYTES_A_TEXT = 400
"""Of a memory, more or less."""


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of ``steps`` steps; it moves a bar on standard error."""
    if steps < FEW or not sys.stderr.isatty():
        yield _nothing
        return
    with typer.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


@contextmanager
def watched(label: str, names: Iterable[str]) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many bytes of the file in hand were read; it moves a bar.

    ``names`` are the files, in the order they are read.
    """
    files = (Path(name) for name in names if "://" not in name)
    whole = sum(path.stat().st_size for path in files if path.is_file())
    if whole < LARGE or not sys.stderr.isatty():
        yield _unmoved
        return
    with typer.progressbar(length=whole, label=label, file=sys.stderr) as bar:
        last = 0

        def tell(read: int) -> None:
            nonlocal last
            bar.update(read - last if read >= last else read)  # less than last: the next file
            last = read

        yield tell


@contextmanager
def indexing() -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how much is done and of how much; a bar comes with the first."""
    with ExitStack() as stack:
        bars: list[Any] = []
        at = 0

        def tell(done: int, whole: int) -> None:
            nonlocal at
            if not sys.stderr.isatty() or whole < LARGE // BYTES_A_TEXT:
                return
            if not bars or done < at:  # the first of a piece of work
                bar = typer.progressbar(length=whole, label="indexing", file=sys.stderr)
                bars.append(stack.enter_context(bar))
                at = 0
            bars[-1].update(done - at)
            at = done

        yield tell


def _unmoved(_: int) -> None:
    """Move no bar."""


def _nothing() -> None:
    """Move no bar."""
