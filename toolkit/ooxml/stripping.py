"""Our marks taken off a Word file: comments of one author, and colours behind words."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.ooxml.opened import open_word
from toolkit.ooxml.package import Package
from toolkit.ooxml.remarks import remove_comments, remove_shading
from toolkit.ooxml.xml import Element, w

_STORIES = ("footnotes", "endnotes", "header", "footer")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The file without the marks, and how many there were; the same bytes where there were none."""

    data: bytes
    comments: int
    colours: int


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
    comments = sum(
        one.get(w("author")) == author
        for name in editing.related("comments")
        for one in editing.root(name).iter(w("comment"))
    )
    wanted = frozenset(one.upper() for one in fills)
    roots = {name: editing.root(name) for name in _stories(opened.package)}
    coloured = {name: _coloured(root, wanted) for name, root in roots.items()}
    if not comments and not any(coloured.values()):
        return Stripped(data, 0, 0)
    if comments:
        remove_comments(editing, roots.values(), author)
    remove_shading(roots.values(), fills)
    return Stripped(editing.finish_kept(), comments, sum(coloured.values()))


def _stories(package: Package) -> Iterator[str]:
    """Yield the names of the parts that hold words."""
    yield package.main
    for kind in _STORIES:
        yield from package.related(kind)


def _coloured(root: Element, fills: frozenset[str]) -> int:
    """Return how many runs have one of the colours."""
    found = (shade for run in root.iter(w("rPr")) for shade in run.findall(w("shd")))
    return sum((one.get(w("fill")) or "").upper() in fills for one in found)
