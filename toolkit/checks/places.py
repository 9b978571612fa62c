"""Where a block stands among the others: its annex, its parent, what belongs to it."""

from collections.abc import Iterator

from toolkit.model import Block, Document, Kind
from toolkit.references.places import annex_of, belonging

__all__ = ["annex_of", "belonging", "chapters", "headings", "parent_path", "prose", "sections"]


def headings(document: Document) -> Iterator[Block]:
    """Yield the headings in order, annexes included."""
    return (block for block in document.blocks if block.kind is Kind.HEADING)


def chapters(document: Document) -> Iterator[Block]:
    """Yield the numbered headings of the first level outside the annexes."""
    for block in headings(document):
        if block.level == 1 and block.number is not None and not annex_of(block):
            yield block


def sections(document: Document) -> dict[str, list[Block]]:
    """Return the numbered headings of the second level by the path of their chapter."""
    found: dict[str, list[Block]] = {}
    for block in headings(document):
        if block.level == 2 and block.number is not None and not annex_of(block):
            found.setdefault(parent_path(block.path), []).append(block)
    return found


def parent_path(path: str) -> str:
    """Return the path one step up; empty at the top."""
    return path.rpartition("/")[0]


def prose(document: Document) -> Iterator[Block]:
    """Yield the blocks that carry sentences or titles: everything but tables."""
    return (block for block in document.blocks if block.text and block.kind is not Kind.TABLE)
