"""References of a document to its own numbered parts, and what there is to be referred to."""

from collections.abc import Iterator
from functools import lru_cache

from toolkit.checks.places import annex_of
from toolkit.languages import ReferenceMention, RefKind, by_code
from toolkit.model import Block, Document, Kind, Profile

# Parts of a draft and corrigenda refer to paragraphs that stand in another paper.
WHOLE = (Profile.REPORT, Profile.NOTE)

_MOST = 1000  # numbers of one range that are looked up


@lru_cache(maxsize=4)
def own_references(document: Document) -> tuple[tuple[Block, ReferenceMention], ...]:
    """Return each block with each reference in it that does not lead to another document."""
    language = by_code(document.language)
    return tuple(
        (block, one)
        for block in document.blocks
        if block.kind is not Kind.HEADING
        for one in language.references(block.text)
        if not one.external
    )


def of_kind(document: Document, kind: RefKind) -> Iterator[tuple[Block, ReferenceMention]]:
    """Yield the references of one kind that have numbers."""
    return (
        (block, one) for block, one in own_references(document) if one.kind is kind and one.ranges
    )


def positions(document: Document, kind: Kind) -> dict[tuple[str, int], int]:
    """Return where each number first stands among the blocks, by its annex ("" for the report)."""
    found: dict[tuple[str, int], int] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is kind and block.number is not None:
            found.setdefault((annex_of(block), block.number), index)
    return found


def missing(
    mention: ReferenceMention, block: Block, known: dict[tuple[str, int], int]
) -> int | None:
    """Return the first number of a reference that is neither in the block's annex nor the report.

    A reversed range is only looked up at its ends.
    """
    for first, last in mention.ranges:
        numbers = range(first, min(last, first + _MOST) + 1) if first <= last else (first, last)
        for number in numbers:
            if (annex_of(block), number) not in known and ("", number) not in known:
                return number
    return None
