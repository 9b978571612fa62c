"""What of a run is finished, kept beside its results, so that a run goes on where it was ended.

A line a file: its name, the key of its pair, the digest of its bytes, and how sure the pair is.
Lines are added as pairs are finished; a line cut short by a power failure is left out. When the
run is over they are put in the order of the manifest, so that equal runs leave equal folders.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from toolkit.errors import WriteRefusedError
from toolkit.workflows.documents.files import write_output

NAME = "undraft-manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished pair: its file (relative to the journal), key, digest, confidence and doubts."""

    output: str
    key: str
    sha256: str
    confidence: float
    doubts: tuple[str, ...] = ()


def read_journal(folder: Path) -> dict[str, Entry]:
    """Return the last entry of every file; empty where there is no journal."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    entries = filter(None, map(_entry, lines))
    return {entry.output: entry for entry in entries}


def _entry(line: str) -> Entry | None:
    try:
        said = json.loads(line)
        sure, told = float(said["confidence"]), tuple(map(str, said["doubts"]))
        entry = Entry(said["output"], said["key"], said["sha256"], sure, told)
    except (ValueError, KeyError, TypeError):
        return None
    return entry if isinstance(entry.output, str) else None


def is_finished(folder: Path, entry: Entry, key: str) -> bool:
    """Whether a pair with this key made the file of ``entry``, and it is still as it was."""
    if entry.key != key:
        return False
    try:
        return digest((folder / entry.output).read_bytes()) == entry.sha256
    except OSError:
        return False


def digest(data: bytes) -> str:
    """Return the digest of a file as an entry has it."""
    return hashlib.sha256(data).hexdigest()


def add_entry(folder: Path, entry: Entry) -> None:
    """Add a line; it is on the disk before this returns.

    Raises:
        WriteRefusedError: the folder cannot be written to.
    """
    try:
        with (folder / NAME).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(_line(entry))
    except OSError as error:
        raise WriteRefusedError(
            f"{folder / NAME} cannot be written: {error.strerror or error}."
        ) from None


def tidy(folder: Path, outputs: Iterable[str], entries: Mapping[str, Entry]) -> None:
    """Write the journal anew: the entries of ``outputs`` in that order, then the others by name."""
    first = list(outputs)
    others = sorted(entries.keys() - set(first))
    lines = [_line(entries[name]) for name in (*first, *others) if name in entries]
    if lines:
        write_output(folder / NAME, "".join(lines).encode("utf-8"), force=True)


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False) + "\n"
