"""Indexes of TMX files, kept in the user's cache and made again when a file has changed.

An index is a store of our own, named after the digest of what it was made of, so that it is either
there and right or not there. To know a file's digest without reading it, size and times are
remembered beside it. ``UNDRAFT_CACHE`` names another folder.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from platformdirs import user_cache_path

FORM = "2"  # of an index; another makes all that are there useless
VARIABLE = "UNDRAFT_CACHE"
MOST_BYTES = 8 << 30  # of all indexes; the one that was used longest ago goes first
DOUBT = 2_000_000_000  # nanoseconds in which a file may change and its times not show it
SUFFIX = ".index"
_READ = 1 << 20


def folder() -> Path:
    """Return where indexes are kept; it need not exist."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_cache_path("undraft", appauthor=False)


def size() -> tuple[int, int]:
    """Return how many indexes there are, and their bytes together."""
    sizes = [stat.st_size for _, stat in _indexes()]
    return len(sizes), sum(sizes)


def place(files: Sequence[Path], langs: Iterable[str]) -> Path:
    """Return where the index of these files in these languages is, or is to be.

    Raises:
        OSError: a file cannot be read.
    """
    parts = (FORM, *sorted(langs), *_digests(files))
    name = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    return folder() / f"{name}{SUFFIX}"


def used(index: Path) -> None:
    """Remember that an index was used now."""
    with contextlib.suppress(OSError):
        os.utime(index)


def make_room(keep: Path) -> None:
    """Remove the indexes that were used longest ago, until the rest is not too large."""
    found = sorted(_indexes(), key=lambda one: one[1].st_mtime)
    left = sum(stat.st_size for _, stat in found) - MOST_BYTES
    for path, stat in found:
        if left > 0 and path != keep:
            with contextlib.suppress(OSError):
                path.unlink()
                left -= stat.st_size


def _indexes() -> list[tuple[Path, os.stat_result]]:
    found = []
    with contextlib.suppress(OSError):
        for path in folder().glob(f"*{SUFFIX}"):
            with contextlib.suppress(OSError):
                found.append((path, path.stat()))
    return found


def _digests(files: Sequence[Path]) -> list[str]:
    """Return the digest of each file, from what is remembered where the file has not changed.

    A file that was written shortly before it was remembered may have changed once more without
    its times showing it, so then it is read again.
    """
    memory = folder() / "digests.json"
    known, written = _remembered(memory)
    fresh: dict[str, list[object]] = {}
    digests = []
    for path in files:
        stat = path.stat()
        name = str(path.resolve())
        stamp = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
        was = known.get(name)
        settled = max(stat.st_mtime_ns, stat.st_ctime_ns) + DOUBT < written
        if was and was[1:] == stamp and settled:
            digests.append(str(was[0]))
        else:
            digests.append(_digest(path))
            fresh[name] = [digests[-1], *stamp]
    if fresh:
        _remember(memory, {**known, **fresh})
    return digests


def _digest(path: Path) -> str:
    sum_of_all = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_READ):
            sum_of_all.update(piece)
    return sum_of_all.hexdigest()


def _remembered(memory: Path) -> tuple[dict[str, list[object]], int]:
    """Return what is known of files by name, and when that was written, in nanoseconds."""
    try:
        written = memory.stat().st_mtime_ns
        known = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}, 0
    return (known, written) if isinstance(known, dict) else ({}, 0)


def _remember(memory: Path, known: dict[str, list[object]]) -> None:
    """Write what is known; two processes at once lose at most what is worked out again."""
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=memory.parent, prefix=".digests")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(known, stream)
        Path(name).replace(memory)
