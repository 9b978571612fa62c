"""References of a document to its own numbered parts, as the rules look at them.

What is a reference and where it leads is decided in ``toolkit.references``.
"""

from collections.abc import Iterator
from functools import lru_cache

from toolkit.languages import RefKind
from toolkit.model import Block, Document, Kind, Profile
from toolkit.references import Index, Reference, find_references, index_of

# Parts of a draft and corrigenda refer to paragraphs that stand in another paper.
WHOLE = (Profile.REPORT, Profile.NOTE)


@lru_cache(maxsize=4)
def known(document: Document) -> Index:
    """Return what there is in a document to be referred to."""
    return index_of(document)


@lru_cache(maxsize=4)
def own_references(document: Document) -> tuple[tuple[Block, Reference], ...]:
    """Return each block with each reference in its text that does not lead out."""
    blocks = {block.id: block for block in document.blocks if block.kind is not Kind.HEADING}
    return tuple(
        (blocks[one.block_id], one)
        for one in find_references(document)
        if not one.external
        and one.block_id in blocks
        and one.where.note is None
        and one.where.cell is None
    )


def of_kind(document: Document, kind: RefKind) -> Iterator[tuple[Block, Reference]]:
    """Yield the references of one kind that have numbers."""
    return (
        (block, one) for block, one in own_references(document) if one.kind is kind and one.targets
    )


def missing(one: Reference) -> int | None:
    """Return the first number of a reference that leads to nothing, None when all lead somewhere.

    Of a reversed range only the ends are looked up.
    """
    return next((target.number for target in one.dangling), None)


def span_of(one: Reference) -> tuple[int, int]:
    """Return where a reference stands in its block."""
    return one.span.start, one.span.end
