"""TMX files as files: their canonical form, and merging three of them for version control."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Finding
from toolkit.tmx.canonical import canonical
from toolkit.tmx.entry import Entry
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.read import TmxReading
from toolkit.tmx.three_way import CONFLICT, Conflict, merge_three
from toolkit.tmx.write import stream_entries
from toolkit.workflows.documents.files import write_pieces

PACKED = b"\x1f\x8b"  # how a compressed file begins; reading it has bounded its size
_DAMAGE = frozenset({"TMX101", "TMX102", "TMX108"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file and its canonical form; ``lost`` are findings of what the form would not have."""

    before: bytes
    after: bytes
    entries: int
    findings: tuple[Finding, ...]
    lost: tuple[Finding, ...]
    undecided: int

    @property
    def changed(self) -> bool:
        """Whether the file is in another form."""
        return self.before != self.after


def formatted(data: bytes, file: str) -> Formatted:
    """Return the canonical form of a TMX, uncompressed; everything it says stays.

    Raises:
        MemoryStoreError: it is no TMX, or damaged.
    """
    reading = TmxReading(data, file)
    entries = list(reading.entries())
    header, ready = canonical(reading.header, entries)
    after = b"".join(stream_entries(header, ready))
    before = gzip.decompress(data) if data[:2] == PACKED else data
    return Formatted(
        before=before,
        after=after,
        entries=len(ready),
        findings=reading.findings,
        lost=tuple(one for one in reading.findings if one.code in _DAMAGE),
        undecided=sum(1 for entry in ready if entry.prop(CONFLICT)),
    )


def merge_driver(ancestor: Path, ours: Path, theirs: Path) -> tuple[Conflict, ...]:
    """Merge as git asks a merge driver to: the result replaces ``ours``.

    An empty ancestor is a file that both sides added. What is not decided is returned, and marked
    in the result; in canonical form, whatever form the three are in.

    Raises:
        MemoryStoreError: one of them is no TMX; ``ours`` is as it was.
    """
    merged = merge_three(_file(ancestor), _file(ours), _file(theirs))
    write_pieces(ours, stream_entries(merged.header, merged.entries), force=True)
    return merged.conflicts


def _file(path: Path) -> tuple[TmxHeader, list[Entry]]:
    if not path.stat().st_size:
        return TmxHeader(), []
    reading = TmxReading(path)
    entries = list(reading.entries())
    return reading.header, entries
