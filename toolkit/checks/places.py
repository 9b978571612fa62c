"""Where a block stands among the others: its annex, its parent, what belongs to it."""

from collections.abc import Iterator, Sequence

from toolkit.model import Block, Document, Kind


def annex_of(block: Block) -> str:
    """Return the annex a block stands in, as its path names it; empty for the report itself."""
    first = block.path.split("/", 1)[0]
    return first if first.startswith("annex") else ""


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


def belonging(document: Document, index: int) -> Sequence[Block]:
    """Return the blocks that follow block ``index`` and are part of it: its items, further text."""
    owner = document.blocks[index]
    found = []
    for block in document.blocks[index + 1 :]:
        if block.path != owner.path and not block.path.startswith(f"{owner.path}/"):
            break
        found.append(block)
    return found


def prose(document: Document) -> Iterator[Block]:
    """Yield the blocks that carry sentences or titles: everything but tables."""
    return (block for block in document.blocks if block.text and block.kind is not Kind.TABLE)
