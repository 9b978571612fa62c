"""The zip around a Word file: opened with care, and written the same way every time."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.errors import InputError
from toolkit.ooxml.unzipping import DAMAGE, Unzipped, clean, unzip
from toolkit.ooxml.xml import Element, parsed

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroenabled.main+xml",
    "ms-word.template.macroenabledtemplate.main+xml",
)
_PACKAGED = ("[content_types].xml", "_rels/.rels")
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
    part, ``lost`` the names of parts that are damaged in the zip or there twice, ``outside`` the
    names of entries that point out of the file, which are not read. ``names`` gives the spelling
    of each name in the zip.
    """

    parts: Mapping[str, bytes]
    main: str
    lost: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    _relations: dict[str, Mapping[str, Relationship]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _broken: dict[str, None] = field(default_factory=dict, repr=False, compare=False)

    def root(self, name: str) -> Element | None:
        """Return the root element of a part, None when the part is missing or no XML."""
        data = self.parts.get(name.lower())
        if data is None:
            return None
        root, whole = parsed(data)
        if not whole:
            self._broken[name.lower()] = None
        return root

    @property
    def damaged(self) -> tuple[str, ...]:
        """The parts that were found damaged so far: in the zip, or when their XML was read."""
        return tuple(dict.fromkeys((*self.lost, *self._broken)))

    def external(self) -> tuple[Relationship, ...]:
        """Return what any part points to outside the file, each target once; links apart."""
        found: dict[str, Relationship] = {}
        for name in self.parts:
            folder, base = posixpath.split(name)
            if base.endswith(".rels") and posixpath.basename(folder) == "_rels":
                source = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
                for arrow in self.relations(source).values():
                    if arrow.external and arrow.kind != "hyperlink":
                        found.setdefault(arrow.target, arrow)
        return tuple(found.values())

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

    def root_of(self, kind: str) -> Element | None:
        """Return the root of the part of a kind: by relationship, else by its usual name."""
        names = (*self.related(kind), f"word/{kind}.xml")
        roots = (self.root(name) for name in names)
        return next((root for root in roots if root is not None), None)


def is_word(data: bytes) -> bool:
    """Return whether ``data`` is a zip that seems to hold a Word document; never raises."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {clean(name) for name in archive.namelist()}
    except DAMAGE:
        return b"word/document" in data
    return any(name.startswith("word/") or name in _PACKAGED for name in names)


def open_package(data: bytes, path: str) -> Package:
    """Open the bytes of a Word file; ``path`` is only for messages.

    Raises:
        InputError: it is no zip, is encrypted, unpacks to more than can be right, or has no
            main part of a Word document, or two.
    """
    if data.startswith(_OLE):
        raise InputError(
            f"{path}: this is an encrypted Word file or an old .doc; "
            "open it in Word and save it as .docx without a password."
        )
    found = unzip(data, path)
    main = _main_part(found.parts)
    if main is None:
        raise InputError(
            f"{path}: this zip file has no Word document in it; expected a .docx saved by Word."
        )
    if main in found.twice:
        raise InputError(
            f"{path}: the text is in this file twice ({main}), and programs differ on which "
            "counts; open it in Word, see that it is right, and save it anew."
        )
    return _package(found, main)


def _package(found: Unzipped, main: str) -> Package:
    lost = tuple(dict.fromkeys((*found.lost, *found.twice)))
    return Package(found.parts, main, lost, found.names, found.outside)


def unpack(data: bytes, path: str) -> dict[str, bytes]:
    """Return the parts of any Office file by their names in the zip; for what is no Word file.

    Raises:
        InputError: as ``open_package``, and when a part is damaged or declares a document type,
            which no Office program writes.
    """
    found = unzip(data, path)
    if found.lost or any(b"<!DOCTYPE" in content for content in found.parts.values()):
        raise InputError(f"{path}: the file is damaged inside; save it anew from your program.")
    return {found.names[name]: content for name, content in found.parts.items()}


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relationship]:
    """Return the relationships of the part ``name`` (of the whole package for "") by id."""
    folder, base = posixpath.split(name)
    data = parts.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
    root = None if data is None else parsed(data)[0]
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
    root, _ = parsed(parts.get("[content_types].xml", b""))
    for override in () if root is None else root:
        kind = (override.get("ContentType") or "").lower()
        name = clean(override.get("PartName") or "")
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
