"""Bytes that claim to be TMX, made safe to parse.

Compressed files are opened, the number of bytes is bounded while they flow, and the beginning
is looked at before any XML parser sees it: no internal DTD subset, a known encoding, a ``tmx``
root.
"""

import gzip
import io
import re
import zlib
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from toolkit.errors import MemoryStoreError
from toolkit.text.xml_files import prolog

MOST_BYTES = 1 << 30  # after decompression
MOST_EXPANSION = 100  # times the compressed size, beyond the first 16 MiB
FREE_BYTES = 16 << 20
HEAD = 1 << 16  # the root element must begin within these bytes

CHINESE_ENCODINGS = re.compile(r"gb|big5")


class TmxSource(io.RawIOBase):
    """A bounded stream of bytes that has passed the look at its beginning.

    Attributes:
        encoding: as declared, lower case, "" when nothing is declared.
        given: how many bytes of the file itself were read so far.
    """

    def __init__(self, data: bytes | Path, file: str) -> None:
        """Open ``data``; ``file`` is its name in messages.

        Raises:
            MemoryStoreError: it cannot be read, or is not TMX, or is not safe.
        """
        super().__init__()
        self._file = file
        self._beneath, self._raw, self._packed = _open(data, file)
        self._given = 0
        self._head = self._take(HEAD)
        if self._head[:2] == b"\x1f\x8b":
            raise MemoryStoreError(f"{file} is compressed twice; unpack it once and try again.")
        self.encoding = _inspect(self._head, file)

    @property
    def given(self) -> int:
        """Return how many bytes of the file, packed or not, were read."""
        return self._beneath.tell()

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return up to ``size`` bytes, the beginning first."""
        if self._head:
            size = len(self._head) if size < 0 else size
            chunk, self._head = self._head[:size], self._head[size:]
            return chunk
        return self._take(size if size >= 0 else HEAD)

    def close(self) -> None:
        """Close the file beneath."""
        self._raw.close()
        self._beneath.close()
        super().close()

    def _take(self, size: int) -> bytes:
        try:
            chunk = self._raw.read(size)
        except (EOFError, OSError, zlib.error) as error:
            raise MemoryStoreError(
                f"{self._file} is a damaged compressed file ({error}); fetch it again."
            ) from error
        self._given += len(chunk)
        room = max(FREE_BYTES, self._packed * MOST_EXPANSION) if self._packed else MOST_BYTES
        if self._given > min(room, MOST_BYTES):
            raise MemoryStoreError(
                f"{self._file} grows to more than {min(room, MOST_BYTES) >> 20} MiB when it is "
                "unpacked, which no translation memory does; it was not read."
            )
        return chunk


def open_source(data: bytes | Path, file: str) -> closing[TmxSource]:
    """Return the source as a context that closes it."""
    return closing(TmxSource(data, file))


def _open(data: bytes | Path, file: str) -> tuple[BinaryIO, BinaryIO, int]:
    """Return the file, its stream of plain bytes, and its size if it is compressed, else 0."""
    try:
        raw: BinaryIO = io.BytesIO(data) if isinstance(data, bytes) else data.open("rb")
        size = len(data) if isinstance(data, bytes) else data.stat().st_size
    except OSError as error:
        raise MemoryStoreError(f"{file} cannot be opened: {error.strerror}.") from error
    packed = raw.read(2) == b"\x1f\x8b"
    raw.seek(0)
    if packed:
        return raw, gzip.GzipFile(fileobj=raw), size  # type: ignore[return-value]
    return raw, raw, 0


def _inspect(head: bytes, file: str) -> str:
    """Return the encoding of a beginning that may go on to the parser."""
    found = prolog(head)
    if found.blank:
        raise MemoryStoreError(f"{file} is empty; a TMX file was expected.")
    if found.refusal:
        raise MemoryStoreError(f"{file} {found.refusal}")
    if found.root != "tmx":
        said = f"its first element is <{found.root}>" if found.root else "it does not begin as XML"
        raise MemoryStoreError(f"{file} is not a TMX file: {said}, and <tmx> was expected.")
    return found.encoding
