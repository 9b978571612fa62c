"""Edits of a document carried out in the Markdown or text file it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from toolkit.errors import InputError
from toolkit.model import Block, Document
from toolkit.model.edits import Add, Drop, Edit, Move, Reword, Spot, Unlabel
from toolkit.workflows.editing.locating import Found, Text
from toolkit.workflows.editing.text_places import TextPlaces


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """``text`` to stand where ``start:end`` of the source was; cuts at one place keep ``order``."""

    start: int
    end: int
    order: int
    text: str


def edit_text(source: str, document: Document, edits: Sequence[Edit]) -> str:
    """Carry out edits in the source of a text file; comments have no place there and are left.

    What moves takes the place of what was there: the blank lines between stay as they were.

    Raises:
        InputError: a block cannot be found again.
    """
    return _Desk(document, TextPlaces(document, source)).run(edits)


@dataclass(slots=True, eq=False)
class _Chunk:
    """Lines of the file: their words with line breaks inside, and the white space behind them."""

    start: int
    end: int
    core: str = ""
    gap: str = ""


@dataclass(slots=True)
class _Lines:
    """The chunks in their new order; ``placed`` are those that do not stand where they stood.

    ``blank`` is an empty line between two chunks, as the file ends its lines.
    """

    order: list[_Chunk]
    blank: str
    placed: set[_Chunk] = field(default_factory=set)
    cursors: dict[int, _Chunk] = field(default_factory=dict)

    def take(self, start: int, end: int) -> list[_Chunk]:
        """Take out the chunks that stood in ``start:end``."""
        taken = [
            one for one in self.order if one.start >= 0 and start <= one.start and one.end <= end
        ]
        self.order = [one for one in self.order if one not in taken]
        return taken

    def put(self, target: int, taken: Sequence[_Chunk]) -> None:
        """Put chunks where ``target`` stood, behind what was put there before."""
        before = self.cursors.get(target)
        if before is not None and before in self.order:
            at = self.order.index(before) + 1
        else:
            staying = (
                at
                for at, one in enumerate(self.order)
                if one.start >= target and one not in self.placed
            )
            at = next(staying, len(self.order))
        self.order[at:at] = taken
        self.placed.update(taken)
        if taken:
            self.cursors[target] = taken[-1]

    def joined(self, old: Sequence[_Chunk]) -> str:
        """Return the text; where nothing came or went the white space keeps its places."""
        if set(self.order) == set(old):
            for one, gap in zip(self.order, [one.gap for one in old], strict=True):
                one.gap = gap
        elif self.order and old and self.order[-1] is not old[-1]:
            self.order[-1].gap, old[-1].gap = old[-1].gap, self.blank
        return "".join(one.core + one.gap for one in self.order)


@dataclass(slots=True)
class _Desk:
    document: Document
    places: TextPlaces
    blocks: Mapping[str, Block] = field(init=False)
    order: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.blocks = {block.id: block for block in self.document.blocks}
        self.order = {block.id: at for at, block in enumerate(self.document.blocks)}

    def run(self, edits: Sequence[Edit]) -> str:
        # A note that is referred to twice is read twice, and changed once.
        once = dict.fromkeys(cut for edit in edits for cut in self._cuts(edit))
        cuts = sorted(Cut(*cut[:2], order, cut[2]) for order, cut in enumerate(once))
        flow = [one for one in edits if isinstance(one, Drop | Move | Add)]
        if not flow:
            return _cut(self.places.source, 0, len(self.places.source), cuts)
        return self._flow(flow, cuts)

    # -- words -----------------------------------------------------------------------------
    def _cuts(self, edit: Edit) -> Iterator[tuple[int, int, str]]:
        if isinstance(edit, Reword):
            start, end = self._text(edit.spot).span(edit.start, edit.end)
            yield start, end, edit.text
        elif isinstance(edit, Unlabel):
            yield self._unlabelled(edit)

    def _text(self, spot: Spot) -> Text:
        block = self.blocks[spot.block_id]
        found = self.places.of(block.id)
        if spot.note is not None:
            text = self.places.note(block, spot.note)
        elif spot.cell is not None:
            text = self.places.cell(block, *spot.cell)
        else:
            text = None if found is None else found.label if spot.label else found.text
        if text is None:
            raise self._lost(block)
        return text

    def _unlabelled(self, edit: Unlabel) -> tuple[int, int, str]:
        """Return the cut of a label: of its lines where the words stand on others."""
        found = self._found(edit.block_id)
        label, text = found.label, found.text
        if label is None or text is None:
            raise self._lost(self.blocks[edit.block_id])
        line, words = self.places.line_start(label.start), self.places.line_start(text.start)
        if line != words:
            return line, words, ""
        return label.start, text.start, ""

    def _found(self, block_id: str) -> Found:
        found = self.places.of(block_id)
        if found is None:
            raise self._lost(self.blocks[block_id])
        return found

    def _lost(self, block: Block) -> InputError:
        return InputError(
            f"{self.document.origin.path}, {block.place}: “{(block.label or block.text)[:40]}” "
            "was read, but cannot be found again to be changed; change it by hand."
        )

    # -- lines -----------------------------------------------------------------------------
    def _first(self, block_id: str) -> int:
        found = self._found(block_id)
        text = found.label or found.text
        return 0 if text is None else self.places.line_start(text.start)

    def _end(self, block_id: str) -> int:
        """Return where the lines of a block end: where the next block or a footnote begins."""
        at = self.order[block_id] + 1
        source = self.places.source
        following = len(source)
        for block in self.document.blocks[at:]:
            if self.places.of(block.id) is not None:
                following = self._first(block.id)
                break
        found = self._found(block_id)
        own = max(one.end for one in (found.label, found.text) if one is not None)
        notes = [one for one in self.places.definitions() if own <= one < following]
        return min([following, *notes])

    def _flow(self, flow: Sequence[Drop | Move | Add], cuts: Sequence[Cut]) -> str:
        ends = {0, len(self.places.source)}
        for one in flow:
            ends.update(self._edges(one))
        edges = sorted(ends)
        chunks = [self._chunk(start, end, cuts) for start, end in pairwise(edges)]
        lines = _Lines(list(chunks), self._blank)
        for one in flow:
            self._place(one, lines)
        return lines.joined(chunks)

    @property
    def _blank(self) -> str:
        return "\r\n\r\n" if "\r\n" in self.places.source else "\n\n"

    def _edges(self, one: Drop | Move | Add) -> Iterator[int]:
        if not isinstance(one, Add):
            yield self._first(one.blocks[0])
            yield self._end(one.blocks[-1])
        if not isinstance(one, Drop):
            yield self._target(one)

    def _target(self, one: Move | Add) -> int:
        return self._end(one.after) if one.after is not None else self._first(one.before or "")

    def _chunk(self, start: int, end: int, cuts: Sequence[Cut]) -> _Chunk:
        text = _cut(self.places.source, start, end, cuts)
        core = text.rstrip()
        return _Chunk(start, end, core, text[len(core) :])

    def _place(self, one: Drop | Move | Add, lines: "_Lines") -> None:
        """Take chunks out, and put them or new ones where they are to stand."""
        if isinstance(one, Add):
            taken = [self._new(one)]
        else:
            taken = lines.take(self._first(one.blocks[0]), self._end(one.blocks[-1]))
        if not isinstance(one, Drop):
            lines.put(self._target(one), taken)

    def _new(self, one: Add) -> _Chunk:
        """Return the lines of a new block, marked up like those of ``like``."""
        found = self._found(one.like)
        label, text = found.label, found.text
        source = self.places.source
        if label is None:
            raise self._lost(self.blocks[one.like])
        lead = source[self.places.line_start(label.start) : label.start]
        if text is None:
            return _Chunk(-1, -1, lead + one.label, self._blank)
        between = source[label.end : text.start]
        return _Chunk(-1, -1, lead + one.label + between + one.text, self._blank)


def _cut(source: str, start: int, end: int, cuts: Sequence[Cut]) -> str:
    """Return a stretch of the source with the cuts in it made."""
    pieces: list[str] = []
    at = start
    for one in cuts:
        inside = start <= one.start < end or (one.start == one.end == end == len(source))
        if inside:
            pieces += [source[at : max(at, one.start)], one.text]
            at = max(at, one.end)
    return "".join((*pieces, source[at:end]))
