"""Our marks taken off a Word file: comments of one author, and colours behind words."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from toolkit.ooxml.cutting import set_text
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.opened import open_word
from toolkit.ooxml.package import Package
from toolkit.ooxml.remarks import remove_comments, remove_shading
from toolkit.ooxml.xml import Element, w

_STORIES = ("footnotes", "endnotes", "header", "footer")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The file without the marks, and how many there were; the same bytes where there were none.

    ``texts`` are the words of the comments, ``fills`` the colour of each coloured run.
    """

    data: bytes
    comments: int
    colours: int
    texts: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()


def strip_marks(data: bytes, path: str, author: str, fills: frozenset[str]) -> Stripped:
    """Take off comments and colours; those of others stay.

    Args:
        data: the bytes of a Word file.
        path: its name, for messages.
        author: whose comments go.
        fills: the colours that go ("FFF2CC").

    Raises:
        InputError: it is no Word file, or is damaged, so that writing it would lose something.
    """
    opened = open_word(data, path)
    editing = opened.editing
    said = {
        one.get(w("id"), ""): "".join(text.text or "" for text in one.iter(w("t")))
        for name in editing.related("comments")
        for one in editing.root(name).iter(w("comment"))
        if one.get(w("author")) == author
    }
    ours = set(said)
    wanted = frozenset(one.upper() for one in fills)
    roots = {name: editing.root(name) for name in _stories(opened.package)}
    coloured = [fill for root in roots.values() for fill in _coloured(root, wanted)]
    if not ours and not coloured:
        return Stripped(data, 0, 0)
    marked = [one for root in roots.values() for one in _marked(root, ours, wanted)]
    if ours:
        remove_comments(editing, roots.values(), author)
        _without_empty(editing)
    remove_shading(roots.values(), fills)
    for paragraph in marked:
        _rejoin(paragraph)
    return Stripped(
        editing.finish_kept(), len(ours), len(coloured), tuple(said.values()), tuple(coloured)
    )


def _marked(root: Element, ours: set[str], fills: frozenset[str]) -> Iterator[Element]:
    """Yield the paragraphs that our marks may have cut into runs."""
    for one in root.iter(w("p")):
        marks = one.iter(w("commentRangeStart"), w("commentRangeEnd"))
        if _coloured(one, fills) or any(mark.get(w("id")) in ours for mark in marks):
            yield one


def _without_empty(editing: Editing) -> None:
    """Take the part of comments out of the file where none is left, and nothing adds to it."""
    for name in editing.related("comments"):
        if len(editing.root(name)) == 0 and not editing.related("commentsExtended"):
            editing.remove(name, "comments")


def _rejoin(paragraph: Element) -> None:
    """Put words together again that stood in one run before a mark cut it."""
    for run in list(paragraph.iter(w("r"))):
        before = run.getprevious()
        if before is None or before.tag != w("r") or _look(before) != _look(run):
            continue
        left, right = _words(before), _words(run)
        parent = run.getparent()
        if left is None or right is None or parent is None:
            continue
        set_text(right, (left.text or "") + (right.text or ""))
        parent.remove(before)


def _look(run: Element) -> tuple[bytes, dict[str, str]]:
    properties = run.find(w("rPr"))
    shown = b"" if properties is None else etree.tostring(properties, method="c14n")
    return shown, {str(key): str(value) for key, value in run.attrib.items()}


def _words(run: Element) -> Element | None:
    """Return the text of a run that holds one text and nothing else."""
    content = [one for one in run if one.tag != w("rPr")]
    return content[0] if len(content) == 1 and content[0].tag == w("t") else None


def _stories(package: Package) -> Iterator[str]:
    """Yield the names of the parts that hold words."""
    yield package.main
    for kind in _STORIES:
        yield from package.related(kind)


def _coloured(root: Element, fills: frozenset[str]) -> list[str]:
    """Return the colours of the runs that have one of these."""
    found = (shade for run in root.iter(w("rPr")) for shade in run.findall(w("shd")))
    every = ((one.get(w("fill")) or "").upper() for one in found)
    return [fill for fill in every if fill in fills]
