"""Words cut where their looks or links change: what HTML and Akoma Ntoso are written from."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.model import Block, Document, MarkKind, Note
from toolkit.model.edits import Spot
from toolkit.references import Reference, Target, find_references
from toolkit.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where words lead: to an ``address`` outside, or to a block, or to one of its items.

    ``start`` is where the link begins, so that two links side by side can be told apart.
    """

    start: int
    end: int
    address: str = ""
    block_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Words that look and lead the same all through; or, with ``note``, the mark of a note.

    ``note`` is the place among the notes of the block; ``text`` is empty then.
    """

    text: str = ""
    looks: frozenset[MarkKind] = frozenset()
    link: Link | None = None
    note: int | None = None


class Strands:
    """The words of one document, its references among them as links."""

    def __init__(self, document: Document) -> None:
        """Find the references of ``document``."""
        self._links: dict[Spot, list[Link]] = defaultdict(list)
        for reference in find_references(document):
            self._links[reference.where].extend(_links(reference))

    def words(self, block: Block) -> Iterator[Strand]:
        """Yield the words of a block that is no table."""
        yield from _cut(block.text, block, 0, self._links[Spot(block_id=block.id)])

    def note(self, block: Block, place: int) -> Iterator[Strand]:
        """Yield the words of one of its notes, which have neither marks nor notes."""
        text = block.notes[place].text
        bare = replace(block, marks=(), notes=())
        yield from _cut(text, bare, 0, self._links[Spot(block_id=block.id, note=place)])

    def rows(self, block: Block) -> Iterator[list[list[Strand]]]:
        """Yield the cells of a table, row by row.

        In the text of a table its cells are joined by tabs and its rows by line feeds.
        """
        at = 0
        for row_at, row in enumerate(block.rows):
            cells: list[list[Strand]] = []
            for cell_at, text in enumerate(row):
                links = self._links[Spot(block_id=block.id, cell=(row_at, cell_at))]
                cells.append(list(_cut(text, block, at, links)))
                at += len(text) + 1
            yield cells


def _links(reference: Reference) -> Iterator[Link]:
    """Yield a link for each number that has its target in the document, or one for the whole."""
    members = reference.found.members
    seen: set[int | None] = set()
    for target in reference.targets:
        if target.block_id is None or target.member in seen:
            continue
        seen.add(target.member)
        whole = target.member is None or len(members) == 1
        span = reference.span if whole else members[target.member or 0].span
        yield Link(start=span.start, end=span.end, block_id=_end(target))


def _end(target: Target) -> str:
    """Return the id of the deepest block that a target names."""
    named = [one for one in target.items if one]
    return named[-1] if named else target.block_id or ""


def _cut(text: str, block: Block, shift: int, links: Iterable[Link]) -> Iterator[Strand]:
    """Yield ``text``, which stands at ``shift`` in the block's text, in strands."""
    window = Span(shift, shift + len(text))
    looks = [look for look in _looks(block, window) if look[0] is not MarkKind.LINK]
    changes: dict[int, list[tuple[MarkKind, int]]] = defaultdict(list)
    for kind, start, end in looks:
        changes[start].append((kind, 1))
        changes[end].append((kind, -1))
    notes: dict[int, list[int]] = defaultdict(list)
    for place, note in enumerate(block.notes):
        if _holds(window, note):
            notes[note.at - shift].append(place)
    leading = _apart([*_addresses(block, window), *links])
    ends = (at for link in leading for at in (link.start, link.end))
    places = sorted({0, len(text), *changes, *notes, *ends})
    depth: Counter[MarkKind] = Counter()
    at_link = 0
    for start, end in pairwise([*places, len(text)]):
        yield from (Strand(note=place) for place in notes[start])
        for kind, step in changes[start]:
            depth[kind] += step
        while at_link < len(leading) and leading[at_link].end <= start:
            at_link += 1
        if start < end:
            link = next((one for one in leading[at_link : at_link + 1] if one.start <= start), None)
            kinds = frozenset(kind for kind, count in depth.items() if count)
            yield Strand(text=text[start:end], looks=kinds, link=link)


def _holds(window: Span, note: Note) -> bool:
    return window.start <= note.at <= window.end


def _looks(block: Block, window: Span) -> Iterator[tuple[MarkKind, int, int]]:
    for mark in block.marks:
        start, end = max(mark.start, window.start), min(mark.end, window.end)
        if start < end:
            yield mark.kind, start - window.start, end - window.start


def _addresses(block: Block, window: Span) -> Iterator[Link]:
    for mark in block.marks:
        start, end = max(mark.start, window.start), min(mark.end, window.end)
        if mark.kind is MarkKind.LINK and start < end:
            yield Link(start=start - window.start, end=end - window.start, address=mark.target)


def _apart(links: Sequence[Link]) -> list[Link]:
    """Return links in order, none of which overlaps another; the first in the list wins."""
    kept: list[Link] = []
    for link in links:
        at = bisect_left(kept, link.start, key=lambda one: one.start)
        before = at == 0 or kept[at - 1].end <= link.start
        if before and (at == len(kept) or link.end <= kept[at].start):
            kept.insert(at, link)
    return kept
