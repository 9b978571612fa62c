"""Is a Word file sound? An independent judge of everything we write.

Shares no code with the product. ``faults`` looks at the package and at what Word is strict about;
``schema_faults`` validates the parts against the schemas of ECMA-376, transitional.
"""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PKG = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
STORIES = ("document", "footnotes", "endnotes", "comments", "header", "footer")


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a file, in words; nothing for a sound one."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    found = [f"{name} is there twice" for name, n in Counter(names).items() if n > 1]
    parts = {name: archive.read(name) for name in names}
    roots = {n: etree.fromstring(d) for n, d in parts.items() if n.endswith((".xml", ".rels"))}
    found += _types(parts, roots)
    for name, root in roots.items():
        if name.endswith(".rels"):
            found += _relations(name, root, parts)
    stories = {n: r for n, r in roots.items() if _story(n)}
    for name, root in stories.items():
        found += [f"{name}: {fault}" for fault in _story_faults(name, root, roots)]
    found += _across(stories)
    return found


def schema_faults(data: bytes, shared: Path) -> list[str]:
    """Return what the schemas say against the parts of a file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    found: list[str] = []
    for name in archive.namelist():
        if name.startswith("word/") and name.endswith(".xml") and "/" not in name[5:]:
            root = _plain(etree.fromstring(archive.read(name)))
            if root.tag.startswith(W):
                schema = _schema(str(shared))
                schema.validate(root)
                found += [f"{name}: {error.message}" for error in schema.error_log]
    return found


@cache
def _schema(shared: str) -> etree.XMLSchema:
    folder = Path(shared) / "schema" / "ooxml" / "python-docx" / "ref" / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "wml.xsd")))


def _plain(root: etree._Element) -> etree._Element:
    """Return a part as a program sees it that knows no extension: fallbacks, nothing ignorable."""
    for choice in list(root.iter(f"{MC}AlternateContent")):
        parent = choice.getparent()
        fallback = choice.find(f"{MC}Fallback")
        if parent is not None:
            for child in fallback if fallback is not None else ():
                choice.addprevious(child)
            parent.remove(choice)
    ignorable = (root.get(f"{MC}Ignorable") or "").split()
    spaces = {root.nsmap.get(prefix) for prefix in ignorable}
    root.attrib.pop(f"{MC}Ignorable", None)
    for one in list(root.iter("*")):
        for key in [k for k in one.attrib if etree.QName(k).namespace in spaces]:
            del one.attrib[key]
        parent = one.getparent()
        if etree.QName(one).namespace in spaces and parent is not None:
            parent.remove(one)
    return root


# -- the package ---------------------------------------------------------------------------
def _types(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[str]:
    types = roots["[Content_Types].xml"]
    endings = {(one.get("Extension") or "").lower() for one in types.iter(f"{TYPES}Default")}
    named = [(one.get("PartName") or "").lower() for one in types.iter(f"{TYPES}Override")]
    yield from (f"{name} has its type twice" for name, n in Counter(named).items() if n > 1)
    for name in parts:
        known = f"/{name}".lower() in named or name.rpartition(".")[2].lower() in endings
        if not known and name != "[Content_Types].xml" and not name.endswith("/"):
            yield f"{name} has no content type"
    for name in named:
        if name.lstrip("/") not in {one.lower() for one in parts}:
            yield f"{name} has a content type and is not there"


def _relations(name: str, root: etree._Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [one.get("Id") for one in root.iter(f"{PKG}Relationship")]
    yield from (f"{name}: {key} is there twice" for key, n in Counter(ids).items() if n > 1)
    have = {one.lower() for one in parts}
    for one in root.iter(f"{PKG}Relationship"):
        if one.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or ""))
        if target.lstrip("/").lower() not in have:
            yield f"{name}: {one.get('Id')} leads to {target}, which is not there"


# -- one part of the text ------------------------------------------------------------------
def _story(name: str) -> bool:
    base = posixpath.basename(name)
    return name.startswith("word/") and base.endswith(".xml") and base.startswith(STORIES)


def _story_faults(
    name: str, root: etree._Element, roots: Mapping[str, etree._Element]
) -> Iterator[str]:
    folder, base = posixpath.split(name)
    relations = roots.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    known = {one.get("Id") for one in relations} if relations is not None else set()
    for one in root.iter("*"):
        for key in ("id", "embed", "link", "pict"):
            value = one.get(f"{R}{key}")
            if value and value not in known:
                yield f"{value} is no relationship"
    yield from _references(root, roots)
    yield from _fields(root)
    yield from _places(root)


def _references(root: etree._Element, roots: Mapping[str, etree._Element]) -> Iterator[str]:
    styles = _ids(roots.get("word/styles.xml"), "style", "styleId")
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for one in root.iter(f"{W}{tag}"):
            if one.get(f"{W}val") not in styles:
                yield f"the style {one.get(f'{W}val')} is not there"
    numbers = _ids(roots.get("word/numbering.xml"), "num", "numId") | {"0"}
    for one in root.iter(f"{W}numId"):
        if one.getparent() is not None and one.get(f"{W}val") not in numbers:
            yield f"the list {one.get(f'{W}val')} is not there"
    for part, tag in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
        have = _ids(roots.get(f"word/{part}.xml"), tag, "id")
        for one in root.iter(f"{W}{tag}Reference"):
            if one.get(f"{W}id") not in have:
                yield f"the {tag} {one.get(f'{W}id')} is not there"


def _ids(root: etree._Element | None, tag: str, key: str) -> set[str | None]:
    return set() if root is None else {one.get(f"{W}{key}") for one in root.iter(f"{W}{tag}")}


def _fields(root: etree._Element) -> Iterator[str]:
    depth = 0
    for one in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(one.get(f"{W}fldCharType") or "", 0)
        if depth < 0:
            yield "a field ends that has not begun"
            depth = 0
    if depth:
        yield "a field is not ended"


def _places(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for gone in (*root.iter(f"{W}del"), *root.iter(f"{W}moveFrom")):
        if gone.tag == f"{W}del" and next(gone.iter(f"{W}t"), None) is not None:
            yield "text that is deleted stands in w:t"
    for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange"):
        starts = [one.get(f"{W}id") for one in root.iter(f"{W}{kind}Start")]
        ends = [one.get(f"{W}id") for one in root.iter(f"{W}{kind}End")]
        if Counter(starts) != Counter(ends) or len(starts) != len(set(starts)):
            yield f"{kind}s are not in pairs"


# -- all parts together --------------------------------------------------------------------
def _across(stories: Mapping[str, etree._Element]) -> Iterator[str]:
    roots = list(stories.values())
    yield from _twice("revision", (i for r in roots for t in REVISIONS for i in _of(r, t, "id")))
    yield from _twice("bookmark", (i for r in roots for i in _of(r, "bookmarkStart", "name")))
    paragraphs = (p.get(f"{W14}paraId") for r in roots for p in r.iter(f"{W}p"))
    yield from _twice("paraId", (one for one in paragraphs if one))
    for root in roots:
        yield from _twice("drawing", (str(one.get("id")) for one in root.iter(f"{WP}docPr")))
    comments = next((r for n, r in stories.items() if n.endswith("/comments.xml")), None)
    said = set(_of(comments, "comment", "id")) if comments is not None else set()
    shown = {i for r in roots for i in _of(r, "commentReference", "id")}
    if said - shown:
        yield f"comments that stand nowhere: {sorted(map(str, said - shown))}"


def _of(root: etree._Element, tag: str, key: str) -> Iterator[str]:
    return (one.get(f"{W}{key}") or "" for one in root.iter(f"{W}{tag}"))


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    for key, count in Counter(ids).items():
        if count > 1:
            yield f"the {what} {key} is there {count} times"
