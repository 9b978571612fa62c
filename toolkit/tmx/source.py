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

MOST_BYTES = 1 << 30  # after decompression
MOST_EXPANSION = 100  # times the compressed size, beyond the first 16 MiB
FREE_BYTES = 16 << 20
HEAD = 1 << 16  # the root element must begin within these bytes

ENCODINGS = re.compile(
    r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d|gb18030|gbk|gb2312|big5"
)
CHINESE_ENCODINGS = re.compile(r"gb|big5")

_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


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
    text = _decoded(head)
    at = 0
    while skipped := _SKIPPED.match(text, at):
        at = skipped.end()
    if doctype := _DOCTYPE.match(text, at):
        if text[doctype.end() : doctype.end() + 1] == "[":
            raise MemoryStoreError(
                f"{file} declares entities or attributes of its own (an internal DTD subset, "
                "which could also be external entities); remove the part in [ ] from its DOCTYPE."
            )
        at = doctype.end() + 1
        while skipped := _SKIPPED.match(text, at):
            at = skipped.end()
    root = _ROOT.match(text, at)
    if not root or root[1] != "tmx":
        raise MemoryStoreError(_not_tmx(file, text, root))
    return _encoding(text, file)


def _not_tmx(file: str, text: str, root: re.Match[str] | None) -> str:
    if not text.strip("\ufeff\x00 \t\r\n"):
        return f"{file} is empty; a TMX file was expected."
    found = f"its first element is <{root[1]}>" if root else "it does not begin as XML"
    return f"{file} is not a TMX file: {found}, and <tmx> was expected."


def _encoding(text: str, file: str) -> str:
    declared = _DECLARED.match(text.lstrip("\ufeff"))
    name = declared[1].lower() if declared else ""
    if name and not ENCODINGS.fullmatch(name):
        raise MemoryStoreError(
            f"{file} says that its encoding is {name!r}, which is not read; "
            "save it as UTF-8 and try again."
        )
    return name


def _decoded(head: bytes) -> str:
    """Return the beginning as text; all encodings but UTF-16 have ASCII where we look."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    if head[:2] == b"<\x00":
        return head.decode("utf-16-le", "replace")
    if head[:2] == b"\x00<":
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
