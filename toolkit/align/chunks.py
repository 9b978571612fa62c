"""A document as chunks: what has a counterpart as a whole, before its sentences have one."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.align.aids import Cut
from toolkit.model import Block, Document, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One segment of a document: its words, the block it stands in, and what it is there.

    ``kind`` is the kind of the block, or "title", "cell" or "footnote"; ``block_id`` is "" for
    the title.
    """

    text: str
    path: str
    block_id: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A title, a heading, a paragraph, a cell or a note, cut into segments (at least one).

    ``place`` is what its counterpart has too: path and kind, and row and column of a cell.
    """

    segments: tuple[Segment, ...]
    kind: str
    place: str
    number: int | None = None

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(segment.text for segment in self.segments)


def chunks(document: Document, segment: Cut) -> tuple[Chunk, ...]:
    """Return the chunks in order: title, blocks, then the notes by their place in the text.

    ``segment`` cuts a paragraph.
    """
    return tuple(
        chunk
        for part in (_title(document, segment), _body(document, segment), _notes(document, segment))
        for chunk in part
    )


def _title(document: Document, segment: Cut) -> Iterator[Chunk]:
    for place, text in (
        ("agenda title", document.masthead.agenda_title),
        ("title", document.masthead.title),
        ("subtitle", document.masthead.subtitle),
    ):
        yield from _chunk(segment, text or "", "title", place)


def _body(document: Document, segment: Cut) -> Iterator[Chunk]:
    tables = 0
    for block in document.blocks:
        if block.rows:
            tables += 1
            yield from _cells(segment, block, f"table {tables}")
        else:
            yield from _chunk(segment, block.text, str(block.kind), block.path, block)


def _cells(segment: Cut, block: Block, table: str) -> Iterator[Chunk]:
    for row, cells in enumerate(block.rows, 1):
        for column, text in enumerate(cells, 1):
            yield from _chunk(segment, text, "cell", f"{table}/row {row}/column {column}", block)


def _notes(document: Document, segment: Cut) -> Iterator[Chunk]:
    for block in document.blocks:
        for note in block.notes:
            yield from _chunk(segment, note.text, "footnote", f"note {note.number}", block)


def _chunk(
    segment: Cut, text: str, kind: str, place: str, block: Block | None = None
) -> Iterator[Chunk]:
    """Yield the chunk, nothing for a blank text; headings and titles stay whole."""
    if not text.strip():
        return
    whole = kind in (Kind.HEADING, "title")
    pieces = [text.strip()] if whole else [span.of(text) for span in segment(text)]
    path = place if block is None or not block.path else block.path
    if block is not None and kind in ("cell", "footnote"):
        path = f"{block.path}/{place}" if block.path else place
    block_id = block.id if block else ""
    yield Chunk(
        segments=tuple(Segment(text=p, path=path, block_id=block_id, kind=kind) for p in pieces),
        kind=kind,
        place=f"{kind} {place}",
        number=block.number if block and kind not in ("cell", "footnote") else None,
    )
