"""Taking a zip apart with care: sizes, names, passwords, damage."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.errors import InputError

MAX_TOTAL = 512 * 1024 * 1024  # bytes of all parts together
MAX_PART = 256 * 1024 * 1024
MAX_PARTS = 10_000
# Unpacked to packed, from a size on; text of one letter compresses to about 1000, Word's parts
# to 10 or 30, and what a program wrote over and over to some 100.
_SUSPICIOUS = ((8 * 1024 * 1024, 500), (32 * 1024 * 1024, 200))
# Empty elements take the least room in a zip and the most in memory.
_MOST_TAGS = 700_000
_TAGS_RATIO = 200
_CHUNK = 1 << 16
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unzipped:
    """The files in a zip.

    ``parts`` are by name in lower case without a leading slash, ``names`` gives the spelling of
    each. ``lost`` are damaged, of ``twice`` there are two in the zip and the first was taken,
    ``outside`` point out of the zip ("../a") and were not read.
    """

    parts: Mapping[str, bytes]
    names: Mapping[str, str]
    lost: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def unzip(data: bytes, path: str) -> Unzipped:
    """Read all files of a zip; nothing is written. ``path`` is only for messages.

    Raises:
        InputError: it is no zip, needs a password, or unpacks to more than can be right.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_members(archive, path)
    except DAMAGE as fault:
        packed = data.startswith(b"PK")
        what = "this .docx file is cut off or damaged" if packed else "this is not a .docx file"
        raise InputError(f"{path}: {what}; ask for a fresh copy.") from fault


def clean(name: str) -> str:
    """Return a name in a zip as parts are looked up: small letters, no leading stroke."""
    return _spelt(name).lower()


def _spelt(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _read_members(archive: zipfile.ZipFile, path: str) -> Unzipped:
    every = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_bomb(every, path)
    infos = [info for info in every if not _points_outside(info.filename)]
    if any(info.flag_bits & 1 for info in infos):
        raise InputError(f"{path}: the file is protected by a password; save it without one.")
    parts: dict[str, bytes] = {}
    lost: list[str] = []
    room = MAX_TOTAL
    for info in infos:
        content, whole = _member(archive, info, room)
        _refuse_swarm(content, info, path)
        room -= len(content)
        if not whole:
            lost.append(clean(info.filename))
        if whole or content:
            parts.setdefault(clean(info.filename), content)
    counts = Counter(clean(info.filename) for info in infos)
    return Unzipped(
        parts=parts,
        names={clean(info.filename): _spelt(info.filename) for info in reversed(infos)},
        lost=tuple(lost),
        twice=tuple(name for name, count in counts.items() if count > 1),
        outside=tuple(info.filename for info in every if _points_outside(info.filename)),
    )


def _points_outside(name: str) -> bool:
    """Return whether a name leaves the zip; a stroke at its beginning is an old program's way."""
    parts = _spelt(name).split("/")
    return ".." in parts or parts[0].endswith(":")


def _refuse_bomb(infos: Sequence[zipfile.ZipInfo], path: str) -> None:
    total = sum(info.file_size for info in infos)
    suspicious = any(
        info.file_size > MAX_PART
        or any(
            info.file_size > size and info.file_size > ratio * info.compress_size
            for size, ratio in _SUSPICIOUS
        )
        for info in infos
    )
    if total > MAX_TOTAL or suspicious or len(infos) > MAX_PARTS:
        raise _too_large(path)


def _refuse_swarm(content: bytes, info: zipfile.ZipInfo, path: str) -> None:
    dense = len(content) > _TAGS_RATIO * max(info.compress_size, 1)
    if dense and content.count(b"<") > _MOST_TAGS:
        raise _too_large(path)


def _too_large(path: str) -> InputError:
    return InputError(
        f"{path}: unpacked, this file would be far larger than any document; it was not opened."
    )


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> tuple[bytes, bool]:
    """Return a member's bytes and whether they are all there.

    The size told by the zip may be a lie, so no more than that is read; of a damaged member
    what comes before the damage is kept.
    """
    limit = min(info.file_size, MAX_PART, room)
    content, whole = _bytes_of(archive, info, limit)
    if not whole:
        # Without a checksum to compare, the stretch in which it failed comes out too.
        del info.CRC
        content, _ = _bytes_of(archive, info, limit)
    return content, whole


def _bytes_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> tuple[bytes, bool]:
    chunks: list[bytes] = []
    try:
        with archive.open(info) as stream:
            while limit > 0 and (chunk := stream.read(min(limit, _CHUNK))):
                chunks.append(chunk)
                limit -= len(chunk)
            stream.read(1)  # lets the checksum be compared
    except (*DAMAGE, RuntimeError):  # RuntimeError is the zip module's "needs a password"
        return b"".join(chunks), False
    return b"".join(chunks), True
