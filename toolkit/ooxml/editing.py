"""A Word package while it is being changed: its parts, their types and relationships."""

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from toolkit.errors import TemplateError
from toolkit.ooxml.package import open_package, pack
from toolkit.ooxml.xml import MC_NS, R_NS, Element, as_edition, parse

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES_PART = "[Content_Types].xml"
_DEFAULTS = (
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?(?i:utf-8)[^>]*\?>\s*")
_USUAL_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DOCUMENT_TYPE = f"{_WORD}document.main+xml"


class Editing:
    """A package in memory.

    Parts are found by name whatever its case and keep the spelling they came with. ``root``
    gives the element of a part to change in place; ``finish`` writes everything.
    """

    def __init__(self, parts: Mapping[str, bytes], names: Mapping[str, str], main: str) -> None:
        self._parts = dict(parts)
        self._names = dict(names)
        self._roots: dict[str, Element] = {}
        self._arrows: _Arrows | None = None
        self._changed: set[str] = set()
        self.main = main

    @classmethod
    def open(cls, data: bytes, path: str) -> "Editing":
        """Open a template or document.

        Raises:
            InputError: it is no Word file.
        """
        package = open_package(data, path)
        editing = cls(package.parts, package.names, package.main)
        editing._set_type(package.main, DOCUMENT_TYPE)  # a .dotx becomes a document
        return editing

    @classmethod
    def empty(cls) -> "Editing":
        """Return a package with nothing in it; its main part is still to be added."""
        types = f'<Types xmlns="{_TYPES}">{_DEFAULTS}</Types>'
        return cls({_TYPES_PART.lower(): types.encode()}, {}, "word/document.xml")

    def root(self, name: str) -> Element:
        """Return the root element of a part that is there.

        Raises:
            TemplateError: the part is no XML.
        """
        key = name.lower()
        if key not in self._roots:
            root = parse(self._parts[key])
            if root is None:
                raise TemplateError(f"the part {name} of the Word template is damaged")
            self._roots[key] = root
        return self._roots[key]

    def adopt(self, name: str, root: Element) -> None:
        """Take a root that was parsed already for that of a part; it is changed in place."""
        self._roots[name.lower()] = root

    def changed(self, name: str) -> None:
        """Say that a part surely says something else now, so that nobody need compare."""
        self._changed.add(name.lower())

    def related(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind ("header") that the main part points to."""
        targets = [
            self._absolute(one.get("Target") or "")
            for one in self._relations(self.main)
            if (one.get("Type") or "").endswith(f"/{kind}")
        ]
        return [name for name in dict.fromkeys(targets) if self.has(name)]

    def part(self, kind: str, empty: Element) -> Element:
        """Return the root of the only part of a kind; ``empty`` becomes one where there is none."""
        found = self.related(kind)
        if found:
            return self.root(found[0])
        self.add_part(f"word/{kind}.xml", f"{_WORD}{kind}+xml", empty)
        self.relate(kind, f"{kind}.xml")
        return empty

    def add_part(self, name: str, content_type: str, root: Element) -> None:
        """Add a part, or put another in its place."""
        self._roots[name.lower()] = root
        self._names.setdefault(name.lower(), name)
        self._set_type(name, content_type)

    def add_word_part(self, name: str, kind: str, root: Element) -> str:
        """Add a part that the main part points to and return the id of the relationship.

        ``name`` is relative to the main part's folder, ``kind`` the word of its types.
        """
        self.add_part(f"word/{name}", f"{_WORD}{kind}+xml", root)
        return self.relate(kind, name)

    def remove(self, name: str, kind: str) -> None:
        """Take a part out of the file that only the main part points to."""
        for where in (self._roots, self._parts, self._names):
            where.pop(name.lower(), None)
        types = self._own(_TYPES_PART, f"{{{_TYPES}}}Types")
        for one in list(types):
            if (one.get("PartName") or "").lower() == f"/{name}".lower():
                types.remove(one)
        arrows = self._relations(self.main)
        for one in list(arrows):
            target = one.get("Target") or ""
            if self._absolute(target).lower() == name.lower() and self._is(one, kind):
                arrows.remove(one)
        self._arrows = None

    @staticmethod
    def _is(arrow: Element, kind: str) -> bool:
        return (arrow.get("Type") or "").endswith(f"/{kind}")

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the main part's relationship to a target, made if need be."""
        if self._arrows is None:
            self._arrows = _Arrows(self._relations(self.main))
        return self._arrows.id_of(f"{R_NS}/{kind}", target, external=external)

    def relate_package(self, type_: str, target: str) -> None:
        """Point from the package itself to a part, unless it points to one of the type already."""
        relations = self._relations("")
        if all(one.get("Type") != type_ for one in relations):
            _Arrows(relations).id_of(type_, target, external=False)

    def finish(self) -> bytes:
        """Return the package as the bytes of a file."""
        parts = {**self._parts, **{name: _bytes(root) for name, root in self._roots.items()}}
        names = {**self._names, _TYPES_PART.lower(): _TYPES_PART}
        return pack({names.get(name, name): data for name, data in parts.items()})

    def finish_kept(self) -> bytes:
        """Return the package with every part that was not changed as it came, byte for byte.

        A part that was changed keeps its declaration, its namespaces and the edition of the
        standard it was written in.
        """
        parts = dict(self._parts)
        for name, root in self._roots.items():
            old = self._parts.get(name)
            if old is None:
                parts[name] = _bytes(root)
            elif name in self._changed or _differs(root, old):
                parts[name] = _rewritten(root, old)
        names = {**self._names, _TYPES_PART.lower(): _TYPES_PART}
        return pack({names.get(name, name): data for name, data in parts.items()})

    def _set_type(self, name: str, content_type: str) -> None:
        types = self._own(_TYPES_PART, f"{{{_TYPES}}}Types")
        for one in types:
            if (one.get("PartName") or "").lower() == f"/{name}".lower():
                one.set("ContentType", content_type)
                return
        override = etree.SubElement(types, f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)

    def _relations(self, source: str) -> Element:
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        return self._own(name, f"{{{_RELS}}}Relationships")

    def _own(self, name: str, tag: str) -> Element:
        """Return the root of a part that belongs to the package layer, an empty one if none."""
        key = name.lower()
        if key not in self._roots:
            root = parse(self._parts.get(key, b""))
            namespace = tag[1:].partition("}")[0]
            if root is None:
                root = etree.fromstring(f'<{tag.partition("}")[2]} xmlns="{namespace}"/>')
            self._roots[key] = root
        return self._roots[key]

    def _absolute(self, target: str) -> str:
        joined = posixpath.join("/", posixpath.dirname(self.main), target)
        return posixpath.normpath(joined).lstrip("/")

    def has(self, name: str) -> bool:
        """Return whether there is a part of a name."""
        return name.lower() in self._parts or name.lower() in self._roots


class _Arrows:
    """The relationships of one part, indexed so that thousands of links stay cheap."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._ids = {(one.get("Type"), one.get("Target")): one.get("Id", "") for one in root}
        self._taken = {one.get("Id", "") for one in root}
        self._last = 0

    def id_of(self, type_: str, target: str, *, external: bool) -> str:
        """Return the id of a relationship, made if need be."""
        known = self._ids.get((type_, target))
        if known is not None:
            return known
        new = self._free_id()
        arrow = etree.SubElement(self._root, f"{{{_RELS}}}Relationship")
        arrow.set("Id", new)
        arrow.set("Type", type_)
        arrow.set("Target", target)
        if external:
            arrow.set("TargetMode", "External")
        self._ids[type_, target] = new
        return new

    def _free_id(self) -> str:
        while True:
            self._last += 1
            if f"rId{self._last}" not in self._taken:
                return f"rId{self._last}"


def _differs(root: Element, old: bytes) -> bool:
    """Return whether a part says something else than the bytes it came as."""
    before = parse(old)
    if before is None:
        return True
    return bool(etree.tostring(root, encoding="UTF-8") != etree.tostring(before, encoding="UTF-8"))


def _rewritten(root: Element, old: bytes) -> bytes:
    """Return a part that was changed as bytes."""
    body = etree.tostring(root, encoding="UTF-8")
    head = _DECLARATION.match(old)
    if head is None and old.lstrip().startswith(b"<") and not old.lstrip().startswith(b"<?xml"):
        return as_edition(body, old)  # it had none, and is UTF-8 then
    return (head[0] if head else _USUAL_DECLARATION) + as_edition(body, old)


def _bytes(root: Element) -> bytes:
    kept = (root.get(f"{{{MC_NS}}}Ignorable") or "").split()
    etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
