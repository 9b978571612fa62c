"""Edits of a document carried out in the Word file it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.errors import InputError
from toolkit.model import Block, Document, Kind
from toolkit.model.edits import Add, Comment, Drop, Edit, Move, Reword, Spot, Unlabel
from toolkit.ooxml.changes import (
    AddComment,
    Change,
    DeleteParagraph,
    InsertParagraph,
    MoveParagraphs,
    ReplaceText,
    StartNumber,
    StopNumber,
    Tracking,
)
from toolkit.ooxml.revising import WordText
from toolkit.workflows.editing.locating import Found, Text, find_stretch, is_blank
from toolkit.workflows.editing.word_places import WordPlaces

_SAID_ONCE = (ReplaceText, AddComment)
_COUNTED = (Kind.PARAGRAPH, Kind.RECOMMENDATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdited:
    """The new file; ``automatic`` when some number of the edits' kind is one that Word counts."""

    data: bytes
    automatic: bool


def edit_word(
    file: WordText,
    document: Document,
    edits: Sequence[Edit],
    tracking: Tracking | None,
    author: str,
) -> WordEdited:
    """Carry out edits.

    Args:
        file: just opened; it is used up.
        document: what the reader made of the same bytes.
        edits: places in ``document``; one that needs no change is passed over.
        tracking: None to change directly.
        author: who comments are by.

    Raises:
        InputError: a block cannot be found again, or a change cannot be made.
    """
    desk = _Desk(document, file, author)
    kept = desk.without_clashes(list(desk.changes(edits)))
    data = file.apply(kept, tracking)
    return WordEdited(data=data, automatic=desk.automatic())


def start_numbers(
    file: WordText, document: Document, starts: Mapping[str, int], tracking: Tracking | None
) -> bytes:
    """Let Word's own numbers of the blocks in ``starts`` begin anew with the value given."""
    places = WordPlaces(document, file.paragraphs)
    changes: list[Change] = []
    for block_id, value in starts.items():
        found = places.of(block_id)
        if found is not None:
            changes.append(StartNumber(found.units[0], value))
    return file.apply(changes, tracking)


@dataclass(slots=True)
class _Desk:
    document: Document
    file: WordText
    author: str
    places: WordPlaces = field(init=False)
    blocks: Mapping[str, Block] = field(init=False)

    def __post_init__(self) -> None:
        self.places = WordPlaces(self.document, self.file.paragraphs)
        self.blocks = {block.id: block for block in self.document.blocks}

    def changes(self, edits: Sequence[Edit]) -> Iterator[Change]:
        """Yield what edits are in this file; most are new words."""
        for edit in edits:
            if not isinstance(edit, Reword):
                yield from self._other(edit)
                continue
            place = self._spot(edit.spot, edit.start, edit.end)
            if place is not None:
                yield ReplaceText(*place, edit.text)

    def _other(self, edit: Drop | Move | Add | Unlabel | Comment) -> Iterator[Change]:
        match edit:
            case Drop():
                yield from map(DeleteParagraph, self._extent(edit.blocks))
            case Move():
                units = tuple(self._extent(edit.blocks))
                yield MoveParagraphs(units, self._after(edit.after, edit.before))
            case Add():
                yield from self._add(edit)
            case Unlabel():
                yield from self._unlabel(edit)
            case Comment():
                place = self._spot(edit.spot, edit.start, edit.end)
                if place is not None:
                    unit, start, end = place
                    yield AddComment(unit, start, end, edit.text, self.author)

    def without_clashes(self, changes: Sequence[Change]) -> list[Change]:
        """Return changes without those of paragraphs that go; what goes does not move either.

        A note that is referred to twice is read twice, and changed once.
        """
        gone = {one.paragraph for one in changes if isinstance(one, DeleteParagraph)}
        kept: list[Change] = [DeleteParagraph(one) for one in sorted(gone)]
        said: set[ReplaceText | AddComment] = set()
        for one in changes:
            if isinstance(one, _SAID_ONCE):
                if one.paragraph not in gone and one not in said:
                    kept.append(one)
                    said.add(one)
            elif isinstance(one, MoveParagraphs):
                staying = tuple(unit for unit in one.paragraphs if unit not in gone)
                kept += [MoveParagraphs(staying, one.after)] if staying else []
            elif not isinstance(one, DeleteParagraph):
                kept.append(one)
        return kept

    def automatic(self) -> bool:
        """Return whether Word counts any of the numbers of paragraphs and recommendations."""
        for block in self.document.blocks:
            if block.label and block.kind in _COUNTED:
                found = self.places.of(block.id)
                if found is not None and found.label is None:
                    return True
        return False

    # -- words -----------------------------------------------------------------------------
    def _spot(self, spot: Spot, start: int, end: int) -> tuple[int, int, int] | None:
        """Return unit and offsets of a stretch; None for a label that Word makes."""
        block = self.blocks[spot.block_id]
        if spot.note is not None:
            return self._in_note(block, spot.note, start, end)
        if spot.cell is not None:
            return self._in_cell(block, spot.cell, start, end)
        found = self._found(block)
        text = found.label if spot.label else found.text
        if text is None and spot.label:
            return None
        if text is None:
            raise self._lost(block)
        return text.unit, *text.span(start, end)

    def _in_note(self, block: Block, place: int, start: int, end: int) -> tuple[int, int, int]:
        """Find a stretch of a note, which may have several paragraphs, counted from its end."""
        words = block.notes[place].text
        signs = [
            (unit, at)
            for unit in self.places.note(block, place)
            for at, sign in enumerate(self.file.paragraphs[unit].text)
            if not sign.isspace()
        ]
        lead = len(signs) - len("".join(words.split()))
        found = find_stretch(words, start, end, signs[lead:]) if lead >= 0 else None
        if found is None:
            raise self._lost(block)
        return found

    def _in_cell(
        self, block: Block, cell: tuple[int, int], start: int, end: int
    ) -> tuple[int, int, int]:
        found = self.places.cell(block, *cell, start, end)
        if found is None:
            raise self._lost(block)
        return found

    def _found(self, block: Block) -> Found:
        found = self.places.of(block.id)
        if found is None:
            raise self._lost(block)
        return found

    def _lost(self, block: Block) -> InputError:
        return InputError(
            f"{self.document.origin.path}, {block.place}: “{(block.label or block.text)[:40]}” "
            "was read, but cannot be found again to be changed; change it in Word."
        )

    # -- paragraphs ------------------------------------------------------------------------
    def _extent(self, blocks: Sequence[str]) -> list[int]:
        """Return the paragraphs of blocks, with the empty ones between and behind them."""
        units = [unit for one in blocks for unit in self._found(self.blocks[one]).units]
        first, last = min(units), max(units)
        return list(range(first, self._behind_blanks(last) + 1))

    def _behind_blanks(self, unit: int) -> int:
        paragraphs = self.file.paragraphs
        while unit + 1 < len(paragraphs):
            one = paragraphs[unit + 1]
            table = one.table is not None or one.note is not None
            if not one.boxed and (table or one.label or not is_blank(one.text)):
                break
            unit += 1
        return unit

    def _after(self, after: str | None, before: str | None) -> int | None:
        if after is not None:
            return self._behind_blanks(max(self._found(self.blocks[after]).units))
        first = min(self._found(self.blocks[before or ""]).units)
        return first - 1 if first else None

    def _add(self, edit: Add) -> Iterator[Change]:
        """Yield the paragraphs of a new block: its label alone where that of ``like`` is."""
        like = self._found(self.blocks[edit.like])
        after = self._after(edit.after, edit.before)
        apart = like.text is None or like.units[0] != like.text.unit
        head, body = like.units[0], like.units[-1]
        label = edit.label if like.label is not None else ""
        if apart:
            yield InsertParagraph(after, head, label)
            for blank in range(head + 1, body):
                yield InsertParagraph(after, blank, "")
            yield InsertParagraph(after, body, edit.text)
            return
        yield InsertParagraph(after, head, self._lead(like, label) + edit.text)

    def _lead(self, like: Found, label: str) -> str:
        """Return what stands before the words of a paragraph, with another label."""
        if like.text is None:
            return label
        words = self.file.paragraphs[like.text.unit].text
        if like.label is None:
            return words[: like.text.start]
        between = words[like.label.end : like.text.start]
        return words[: like.label.start] + label + between

    def _unlabel(self, edit: Unlabel) -> Iterator[Change]:
        found = self._found(self.blocks[edit.block_id])
        text: Text | None = found.text
        if text is None or text.unit != found.units[0]:
            yield self._without_words(found.units[0])
        elif found.label is not None:
            yield ReplaceText(text.unit, found.label.start, text.start, "")
        else:
            yield StopNumber(text.unit)

    def _without_words(self, unit: int) -> Change:
        """Take out a paragraph; where a text box hangs in it, its words alone."""
        one, *behind = self.file.paragraphs[unit : unit + 2]
        if one.text and not one.boxed and any(other.boxed for other in behind):
            return ReplaceText(unit, 0, len(one.text), "")
        return DeleteParagraph(unit)
