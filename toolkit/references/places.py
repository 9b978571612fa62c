"""Where a block stands among the others: its annex, and what belongs to it."""

from collections.abc import Sequence

from toolkit.model import Block, Document


def annex_of(block: Block) -> str:
    """Return the annex a block stands in, as its path names it; empty for the report itself."""
    first = block.path.split("/", 1)[0]
    return first if first.startswith("annex") else ""


def belonging(document: Document, index: int) -> Sequence[Block]:
    """Return the blocks that follow block ``index`` and are part of it: its items, further text."""
    owner = document.blocks[index]
    found = []
    for block in document.blocks[index + 1 :]:
        if block.path != owner.path and not block.path.startswith(f"{owner.path}/"):
            break
        found.append(block)
    return found
