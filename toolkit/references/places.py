"""Where a block stands among the others: its annex, and what belongs to it."""

from collections.abc import Sequence

from toolkit.model import Block, Document


def annex_of(block: Block) -> str:
    """Return the annex a block stands in, as its path names it; empty for the report itself."""
    return block.path.split("/", 1)[0] if block.path.startswith("annex") else ""


def belonging(document: Document, index: int) -> Sequence[Block]:
    """Return the blocks that follow block ``index`` and are part of it: its items, further text."""
    own = document.blocks[index].path
    inside = f"{own}/"
    found = []
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.path != own and not block.path.startswith(inside):
            break
        found.append(block)
    return found
