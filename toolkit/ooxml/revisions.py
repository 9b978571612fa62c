"""Tracked changes of a whole package: seen, accepted, rejected."""

from enum import StrEnum

from toolkit.ooxml.editing import Editing
from toolkit.ooxml.package import Package, open_package
from toolkit.ooxml.xml import Element, drop, elements, local, w

_KINDS = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")
_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")
_PROPERTIES = tuple(
    w(f"{name}Change")
    for name in ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
_RANGES = tuple(
    w(name) for kind in ("moveFrom", "moveTo") for name in (f"{kind}RangeStart", f"{kind}RangeEnd")
) + tuple(
    w(f"customXml{kind}Range{end}")
    for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    for end in ("Start", "End")
)
_MARKS = (*map(w, (*_INSERTED, *_DELETED, "cellIns", "cellDel", "cellMerge")), *_PROPERTIES)
_NOTES = ("footnote", "endnote")
_LIVE = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_PAIRED = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "permStart": "permEnd",
}
_MARKERS = tuple(w(name) for pair in _PAIRED.items() for name in pair)

Notes = frozenset[tuple[str, str]]
"""Notes by their kind and their id."""


class Verdict(StrEnum):
    """What becomes of every tracked change."""

    ACCEPT = "accept"
    REJECT = "reject"


def accept_all(data: bytes, path: str) -> bytes:
    """Return a Word file with all its tracked changes accepted; the same bytes if it has none.

    Raises:
        InputError: it is no Word file.
    """
    return _settled(data, path, Verdict.ACCEPT)


def reject_all(data: bytes, path: str) -> bytes:
    """Return a Word file with all its tracked changes rejected; the same bytes if it has none.

    Raises:
        InputError: it is no Word file.
    """
    return _settled(data, path, Verdict.REJECT)


def count_revisions(data: bytes, path: str) -> int:
    """Return how many tracked changes a Word file has in all its parts.

    Raises:
        InputError: it is no Word file.
    """
    package = open_package(data, path)
    roots = (package.root(name) for name in _parts(package))
    return sum(1 for root in roots if root is not None for _ in root.iter(*_MARKS))


def _settled(data: bytes, path: str, verdict: Verdict) -> bytes:
    package = open_package(data, path)
    editing = Editing(package.parts, package.names, package.main)
    used = Notes() if package.main in package.lost else used_notes(editing.root(package.main))
    changed = False
    for name in _parts(package):
        if name in package.lost:
            continue
        changed |= settle(editing.root(name), verdict)
    if not changed:
        return data
    drop_unused_notes(editing, package, used)
    return editing.finish_kept()


def _parts(package: Package) -> tuple[str, ...]:
    found = [package.main, *(name for kind in _KINDS for name in package.related(kind))]
    return tuple(dict.fromkeys(found))


def settle(root: Element, verdict: Verdict) -> bool:
    """Accept or reject every tracked change below ``root``; return whether there was one."""
    if next(root.iter(*_MARKS, *_RANGES), None) is None:
        return False
    reject = verdict is Verdict.REJECT
    gone, kept = (_INSERTED, _DELETED) if reject else (_DELETED, _INSERTED)
    _rows(root, gone)
    _properties(root, reject=reject)
    joining = _joining(root, gone)
    for mark in list(root.iter(*map(w, (*gone, *kept)), *_RANGES)):
        _mark(mark, gone)
    if reject:
        for words in root.iter(*_LIVE):
            words.tag = _LIVE[words.tag]
    for paragraph in joining:
        join_next(paragraph)
    return True


def _mark(mark: Element, gone: tuple[str, ...]) -> None:
    parent = mark.getparent()
    if parent is None:
        return
    is_run_level = parent.tag not in (w("rPr"), w("trPr"), w("tcPr"), w("numPr"))
    if is_run_level and mark.tag not in _RANGES and local(mark) not in gone:
        _unwrap(mark)
        return
    for marker in list(mark.iter(*_MARKERS)):
        mark.addprevious(marker)  # the ends of bookmarks and comments are nobody's change
    parent.remove(mark)
    if parent.tag == w("numPr") and local(mark) in gone:
        drop(parent)
    if parent.tag in (w("trPr"), w("tcPr")) and len(parent) == 0:
        drop(parent)
    if parent.tag == w("rPr") and len(parent) == 0:
        above = parent.getparent()
        drop(parent)
        if above is not None and above.tag == w("pPr") and len(above) == 0:
            drop(above)


def _unwrap(element: Element) -> None:
    for child in list(element):
        element.addprevious(child)
    drop(element)


def _rows(root: Element, gone: tuple[str, ...]) -> None:
    """Take out rows and cells that go, and tables that have none left."""
    cell = "cellIns" if "ins" in gone else "cellDel"
    for properties, names in (("trPr", gone), ("tcPr", (cell,))):
        marks = [mark for name in names for mark in root.iter(w(name))]
        for mark in marks:
            parent = mark.getparent()
            owner = None if parent is None or parent.tag != w(properties) else parent.getparent()
            if owner is not None:
                _take_out(owner)
    for mark in list(root.iter(w("cellIns"), w("cellDel"), w("cellMerge"))):
        drop(mark)


def _take_out(part: Element) -> None:
    """Remove a row or a cell; a table without rows, a row without cells goes too."""
    parent = part.getparent()
    drop(part)
    if parent is not None and parent.tag in (w("tr"), w("tbl")) and not _has_parts(parent):
        _take_out(parent)


def _has_parts(part: Element) -> bool:
    return any(one is not part for one in part.iter(w("tr"), w("tc")))


def _properties(root: Element, *, reject: bool) -> None:
    for change in list(root.iter(*_PROPERTIES)):
        owner = change.getparent()
        if owner is None:
            continue
        owner.remove(change)
        if reject:
            _restore(owner, change)


# What a change of properties does not hold, and the properties it belongs to keep.
_OUTSIDE = frozenset(map(w, ("rPr", "sectPr", "ins", "del", "moveFrom", "moveTo", "trPrChange")))
_AT_FRONT = frozenset(map(w, ("headerReference", "footerReference")))


def _restore(owner: Element, change: Element) -> None:
    old = next((one for one in elements(change)), None)
    kept_apart = _OUTSIDE if owner.tag in (w("pPr"), w("trPr"), w("rPr")) else _AT_FRONT
    front = owner.tag == w("sectPr")
    for child in list(owner):
        if child.tag not in kept_apart:
            owner.remove(child)
    former = [] if old is None else list(old)
    if front:
        owner.extend(former)
    else:
        for at, child in enumerate(former):
            owner.insert(at, child)
    if len(owner) == 0 and owner.tag in (w("pPr"), w("rPr")):
        drop(owner)


def _joining(root: Element, gone: tuple[str, ...]) -> list[Element]:
    """Return the paragraphs whose mark goes, the last first."""
    found: list[Element] = []
    for paragraph in root.iter(w("p")):
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is not None and any(mark.find(w(name)) is not None for name in gone):
            found.append(paragraph)
    return found[::-1]


def join_next(paragraph: Element) -> None:
    """Take the mark of a paragraph away: its content begins the next one, which keeps its look.

    The last paragraph of a cell, or before a table, has no next one: it goes when nothing is left
    in it and it may go, else it stays.
    """
    follower = paragraph.getnext()
    while follower is not None and follower.tag in _MARKERS:
        follower = follower.getnext()
    content = [one for one in paragraph if one.tag != w("pPr")]
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        return
    if follower is not None and follower.tag == w("p"):
        at = 1 if follower.find(w("pPr")) is not None else 0
        for one in reversed(content):
            follower.insert(at, one)
        drop(paragraph)
    elif not any(_says_something(one) for one in content) and may_go(paragraph):
        remove_paragraph(paragraph)


def _says_something(content: Element) -> bool:
    """Return whether there is a run or a formula left, not only what stood around one."""
    return next(content.iter(w("r"), "{*}oMath", "{*}sdt"), None) is not None


def may_go(paragraph: Element) -> bool:
    """Return whether a part of Word may do without a paragraph: cells, notes and boxes need one."""
    parent = paragraph.getparent()
    if parent is None or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return False
    if parent.tag == w("sdtContent") or parent.tag == w("body"):
        return True
    following = [one for one in paragraph.itersiblings() if one.tag in (w("p"), w("tbl"))]
    before = [one for one in paragraph.itersiblings(preceding=True) if one.tag == w("p")]
    ends_in_paragraph = bool(following) and following[-1].tag == w("p")
    return ends_in_paragraph or (not following and bool(before) and _follows_paragraph(paragraph))


def _follows_paragraph(paragraph: Element) -> bool:
    for one in paragraph.itersiblings(preceding=True):
        if one.tag in (w("p"), w("tbl")):
            return bool(one.tag == w("p"))
    return False


def remove_paragraph(paragraph: Element) -> None:
    """Remove a paragraph; ends of bookmarks and comments that reach beyond it stay behind."""
    for marker in reaching_out((paragraph,)):
        paragraph.addprevious(marker)
    parent = paragraph.getparent()
    drop(paragraph)
    if parent is not None and parent.tag == w("sdtContent") and len(parent) == 0:
        control = parent.getparent()
        if control is not None:
            drop(control)


def reaching_out(parts: tuple[Element, ...]) -> list[Element]:
    """Return the markers in ``parts`` whose other end stands outside of them, in order."""
    markers = [one for part in parts for one in part.iter(*_MARKERS)]
    ends: dict[tuple[str, str], int] = {}
    for one in markers:
        ends[_pair(one)] = ends.get(_pair(one), 0) + 1
    return [one for one in markers if ends[_pair(one)] < 2]


def _pair(marker: Element) -> tuple[str, str]:
    name = local(marker)
    return name.removesuffix("Start").removesuffix("End"), marker.get(w("id"), "")


def used_notes(root: Element) -> Notes:
    """Return the notes that a part refers to: "footnote" or "endnote", and the id."""
    return Notes(
        (kind, one.get(w("id"), "")) for kind in _NOTES for one in root.iter(w(f"{kind}Reference"))
    )


def drop_unused_notes(editing: Editing, package: Package, before: Notes) -> None:
    """Remove the notes that nothing refers to any more, though something did before."""
    lost = before - used_notes(editing.root(editing.main)) if before else before
    for kind in sorted({kind for kind, _ in lost}):
        for name in package.related(f"{kind}s")[:1]:
            root = editing.root(name)
            for note in [one for one in root if (kind, one.get(w("id"))) in lost]:
                root.remove(note)
