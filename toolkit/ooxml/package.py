"""The zip around a Word file: opened with care, and written the same way every time."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.errors import InputError
from toolkit.ooxml.xml import Element, parse

MAX_TOTAL = 512 * 1024 * 1024  # bytes of all parts together
MAX_PART = 256 * 1024 * 1024
MAX_RATIO = 500  # unpacked to packed; text of one letter compresses to about 1000
MAX_PARTS = 10_000
_RATIO_FLOOR = 8 * 1024 * 1024  # below this size no ratio is suspicious
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroenabled.main+xml",
    "ms-word.template.macroenabledtemplate.main+xml",
)
_CHUNK = 1 << 16
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part.

    ``kind`` is the last word of its type, ``target`` a part name in lower case, or the address
    as written when ``external``.
    """

    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file, unpacked.

    ``parts`` are by name in lower case without a leading slash; ``main`` is the name of the main
    part, ``lost`` the names of parts that are damaged or cannot be read. ``names`` gives the
    spelling of each name in the zip.
    """

    parts: Mapping[str, bytes]
    main: str
    lost: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    _relations: dict[str, Mapping[str, Relationship]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def root(self, name: str) -> Element | None:
        """Return the root element of a part, None when the part is missing or no XML."""
        data = self.parts.get(name.lower())
        return None if data is None else parse(data)

    def relations(self, name: str) -> Mapping[str, Relationship]:
        """Return the relationships of a part by their ids; empty when it has none."""
        if name not in self._relations:
            self._relations[name] = relations(self.parts, name)
        return self._relations[name]

    def related(self, kind: str, source: str | None = None) -> tuple[str, ...]:
        """Return the names of the parts of ``kind`` ("styles") that ``source`` points to."""
        arrows = self.relations(source or self.main).values()
        found = [one.target for one in arrows if one.kind == kind and not one.external]
        return tuple(dict.fromkeys(name for name in found if name in self.parts))


def is_word(data: bytes) -> bool:
    """Return whether ``data`` is a zip that seems to hold a Word document; never raises."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {_clean(name) for name in archive.namelist()}
    except _DAMAGE:
        return b"word/document" in data
    return any(name.startswith("word/") or name == "[content_types].xml" for name in names)


def open_package(data: bytes, path: str) -> Package:
    """Open the bytes of a Word file; ``path`` is only for messages.

    Raises:
        InputError: it is no zip, is encrypted, unpacks to more than can be right, or has no
            main part of a Word document.
    """
    if data.startswith(_OLE):
        raise InputError(
            f"{path}: this is an encrypted Word file or an old .doc; "
            "open it in Word and save it as .docx without a password"
        )
    parts, lost, names = _unpack(data, path)
    main = _main_part(parts)
    if main is None:
        raise InputError(
            f"{path}: this zip file has no Word document in it; expected a .docx saved by Word"
        )
    return Package(parts, main, lost, names)


def unpack(data: bytes, path: str) -> dict[str, bytes]:
    """Return the parts of any Office file by their names in the zip; for what is no Word file.

    Raises:
        InputError: as ``open_package``, and when a part is damaged or declares a document type,
            which no Office program writes.
    """
    parts, lost, names = _unpack(data, path)
    if lost or any(b"<!DOCTYPE" in content for content in parts.values()):
        raise InputError(f"{path}: the file is damaged inside; save it anew from your program")
    return {names[name]: content for name, content in parts.items()}


_Unpacked = tuple[dict[str, bytes], tuple[str, ...], dict[str, str]]


def _unpack(data: bytes, path: str) -> _Unpacked:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_members(archive, path)
    except _DAMAGE as fault:
        raise InputError(
            f"{path}: this is not a .docx file, or it is cut off; ask for a fresh copy"
        ) from fault


def _read_members(archive: zipfile.ZipFile, path: str) -> _Unpacked:
    parts: dict[str, bytes] = {}
    lost: list[str] = []
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_bomb(infos, path)
    if any(info.flag_bits & 1 for info in infos):
        raise InputError(f"{path}: the file is protected by a password; save it without one")
    room = MAX_TOTAL
    for info in infos:
        content, whole = _member(archive, info, room)
        room -= len(content)
        if not whole:
            lost.append(_clean(info.filename))
        if whole or content:
            parts.setdefault(_clean(info.filename), content)
    names = {_clean(info.filename): _spelt(info.filename) for info in reversed(infos)}
    return parts, tuple(lost), names


def _refuse_bomb(infos: list[zipfile.ZipInfo], path: str) -> None:
    total = sum(info.file_size for info in infos)
    suspicious = any(
        info.file_size > MAX_PART
        or (info.file_size > _RATIO_FLOOR and info.file_size > MAX_RATIO * info.compress_size)
        for info in infos
    )
    if total > MAX_TOTAL or suspicious or len(infos) > MAX_PARTS:
        raise InputError(
            f"{path}: unpacked, this file would be far larger than any document; it was not opened"
        )


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> tuple[bytes, bool]:
    """Return a member's bytes and whether they are all there.

    The size told by the zip may be a lie, so no more than that is read; of a damaged member
    what comes before the damage is kept.
    """
    limit = min(info.file_size, MAX_PART, room)
    chunks: list[bytes] = []
    try:
        with archive.open(info) as stream:
            while limit > 0 and (chunk := stream.read(min(limit, _CHUNK))):
                chunks.append(chunk)
                limit -= len(chunk)
            stream.read(1)  # lets the checksum be compared
    except (*_DAMAGE, RuntimeError):  # RuntimeError is the zip module's "needs a password"
        return b"".join(chunks), False
    return b"".join(chunks), True


def _clean(name: str) -> str:
    return _spelt(name).lower()


def _spelt(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relationship]:
    """Return the relationships of the part ``name`` (of the whole package for "") by id."""
    folder, base = posixpath.split(name)
    data = parts.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
    root = None if data is None else parse(data)
    if root is None:
        return {}
    found: dict[str, Relationship] = {}
    for arrow in root:
        if isinstance(arrow.tag, str):
            found[arrow.get("Id", "")] = _relationship(arrow, folder)
    return found


def _relationship(arrow: Element, folder: str) -> Relationship:
    kind = (arrow.get("Type") or "").rpartition("/")[2]
    target = arrow.get("Target") or ""
    if arrow.get("TargetMode") == "External":
        return Relationship(kind, target, external=True)
    joined = posixpath.normpath(posixpath.join("/" + folder, target.replace("\\", "/")))
    return Relationship(kind, joined.lstrip("/").lower())


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    """Find the main part by relationship, by its usual name, then by content type."""
    for arrow in relations(parts, "").values():
        if arrow.kind == "officeDocument" and _is_document(parts, arrow.target):
            return arrow.target
    for name in ("word/document.xml", "word/document2.xml"):
        if _is_document(parts, name):
            return name
    return _main_by_type(parts)


def _main_by_type(parts: Mapping[str, bytes]) -> str | None:
    root = parse(parts.get("[content_types].xml", b""))
    for override in () if root is None else root:
        kind = (override.get("ContentType") or "").lower()
        name = _clean(override.get("PartName") or "")
        if kind.endswith(_MAIN_TYPES) and _is_document(parts, name):
            return name
    return None


def _is_document(parts: Mapping[str, bytes], name: str) -> bool:
    """Tell a Word main part from that of a workbook or a slide show by its first element."""
    data = parts.get(name, b"")[:4096].replace(b"\0", b"")
    return b"wordprocessingml" in data or b"<w:document" in data


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a zip that depends on nothing but them: sorted, with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=_pack_order):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def _pack_order(name: str) -> tuple[int, str]:
    first = {"[Content_Types].xml": 0, "_rels/.rels": 1}
    return first.get(name, 2), name
