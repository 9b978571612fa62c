"""All references of a document, each led to its target."""

from collections.abc import Iterator
from functools import lru_cache

from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind
from toolkit.references.index import Index, index_of
from toolkit.references.reference import Reference, Where
from toolkit.references.resolve import Resolver


def find_references(document: Document) -> tuple[Reference, ...]:
    """Return the references of a document in reading order, those of notes and cells included.

    What leads out of the document is among them, without targets. The words "Table 2" at the
    head of a caption are a label and no reference.
    """
    return _found(document)


@lru_cache(maxsize=4)
def _found(document: Document) -> tuple[Reference, ...]:
    return tuple(_references(document, index_of(document)))


def _references(document: Document, index: Index) -> Iterator[Reference]:
    language = by_code(document.language)
    resolver = Resolver(index)
    for at, block in enumerate(document.blocks):
        for where, text in texts(block):
            for found in language.reference_lists(text):
                if block.kind is Kind.CAPTION and where.note is None and found.span.start == 0:
                    continue
                targets = () if found.outside else resolver.targets(found, at)
                yield Reference(where=where, text=text, found=found, targets=targets)


def texts(block: Block) -> Iterator[tuple[Where, str]]:
    """Yield each text of a block with where it stands: its words or cells, then its notes."""
    if block.rows:
        for row_at, row in enumerate(block.rows):
            for cell_at, cell in enumerate(row):
                yield Where(block_id=block.id, cell=(row_at, cell_at)), cell
    elif block.text:
        yield Where(block_id=block.id), block.text
    for place, note in enumerate(block.notes):
        yield Where(block_id=block.id, note=place), note.text
