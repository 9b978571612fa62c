"""What there is in a document to be referred to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.languages import RefKind, by_code
from toolkit.languages.vocabulary import vocabulary
from toolkit.model import Block, Document, Kind
from toolkit.references.labels import again_in
from toolkit.references.places import annex_of, belonging
from toolkit.references.series import scopes


class Key(NamedTuple):
    """The name of a thing.

    ``scope`` is the series a paragraph or recommendation counts in, the annex of other things,
    the chapter of a section.
    """

    kind: RefKind
    number: int | None
    scope: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Where each thing stands, as a place among the document's blocks.

    ``notes`` gives the block and the place among its notes of each numbered footnote; ``paths``
    the first block of each path; ``series`` for each block the series it stands in, by kind,
    as ``scopes`` gives them.
    """

    document: Document
    places: Mapping[Key, int]
    notes: Mapping[int, tuple[int, int]]
    paths: Mapping[str, int]
    series: Mapping[RefKind, Sequence[Sequence[str]]] = field(default_factory=dict)

    def has(self, kind: RefKind) -> bool:
        """Return whether there is anything of a kind."""
        return any(key.kind is kind for key in self.places) or (
            kind is RefKind.FOOTNOTE and bool(self.notes)
        )

    def highest(self, kind: RefKind) -> int:
        """Return the highest number of a kind outside the annexes, 0 where there is none."""
        numbers = (key.number or 0 for key in self.places if key.kind is kind and not key.scope)
        return max(numbers, default=0)


def index_of(document: Document) -> Index:
    """Return the index of a document; of things with one name the first counts."""
    places: dict[Key, int] = {}
    paths: dict[str, int] = {}
    notes: dict[int, tuple[int, int]] = {}
    series = {ref: scopes(document.blocks, kind) for kind, ref in _NUMBERED.items()}
    for at, block in enumerate(document.blocks):
        if block.path:
            paths.setdefault(block.path, at)
        for place, note in enumerate(block.notes):
            if note.number.isdecimal():
                notes.setdefault(int(note.number), (at, place))
        kind = _NUMBERED.get(block.kind)
        if kind is None:
            for key in _keys(document, block):
                places.setdefault(key, at)
        elif block.number is not None:
            scope = series[kind][at][0]
            places.setdefault(Key(kind, block.number, scope, again_in(block.label or "")), at)
    for key, at in _agenda(document):
        places.setdefault(key, at)
    return Index(document, places, notes, paths, series)


_NUMBERED = {
    Kind.PARAGRAPH: RefKind.PARAGRAPH,
    Kind.RECOMMENDATION: RefKind.RECOMMENDATION,
}


def _keys(document: Document, block: Block) -> Iterator[Key]:
    if block.kind is Kind.HEADING:
        yield from _heading(block)
    elif block.kind is Kind.CAPTION:
        yield from _caption(document, block)


def _heading(block: Block) -> Iterator[Key]:
    steps = block.path.split("/")
    annex = annex_of(block)
    if annex:
        steps = steps[1:]
    if annex and not steps:
        yield Key(kind=RefKind.ANNEX, number=block.number)
    elif block.number is not None and len(steps) == 1:
        yield Key(kind=RefKind.CHAPTER, number=block.number, scope=annex)
    elif block.number is not None and len(steps) == 2:
        scope = block.path.rpartition("/")[0]
        yield Key(kind=RefKind.SECTION, number=block.number, scope=scope)


def _caption(document: Document, block: Block) -> Iterator[Key]:
    """Yield what a caption names; its own first words are the label of a table or figure."""
    for one in by_code(document.language).reference_lists(block.text)[:1]:
        if one.span.start == 0 and one.kind in (RefKind.TABLE, RefKind.FIGURE):
            yield Key(kind=one.kind, number=one.members[0].value, scope=annex_of(block))


def _agenda(document: Document) -> Iterator[tuple[Key, int]]:
    """Yield the items of the agenda where it is set out, the first time."""
    phrases = vocabulary(document.language).lists.get("reference.agenda_opening", ())
    if not phrases:
        return
    opening = re.compile("|".join(phrases))
    following = (block.path for block in document.blocks[1:])
    for at, (block, after) in enumerate(zip(document.blocks, following, strict=False)):
        # What nothing belongs to sets no agenda out, and need not be read.
        if after.startswith(block.path) and opening.search(block.text):
            for place, item in enumerate(belonging(document, at), start=at + 1):
                if item.kind is Kind.ITEM and item.number and (item.label or "")[:1].isdecimal():
                    yield Key(kind=RefKind.AGENDA_ITEM, number=item.number), place
            return
