"""The blocks of a document read from a Word file, found again among its paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from toolkit.model import Block, Document, Kind
from toolkit.ooxml.opened import Words
from toolkit.workflows.editing.locating import (
    Found,
    Text,
    begins_with,
    find_stretch,
    find_text,
    follows_label,
    is_blank,
)

_FURTHER = 8  # paragraphs without words between the label of a block and its words, at most


class WordPlaces:
    """Leads from blocks to paragraphs of a Word file."""

    def __init__(self, document: Document, paragraphs: Sequence[Words]) -> None:
        """Find every block; one that stands in a header or was made up is not found."""
        self._paragraphs = paragraphs
        self._main = [one for one in paragraphs if one.note is None]
        self._ordinals = [one.ordinal for one in self._main]
        self._tables = self._table_units()
        self._notes = self._note_units()
        self._loose = self._loose_notes()
        self._at = 0
        self._found: dict[str, Found] = {}
        self._signs: dict[str, list[tuple[int, int]]] = {}
        for block in document.blocks:
            found = self._block(block)
            if found is not None:
                self._found[block.id] = found

    def of(self, block_id: str) -> Found | None:
        """Return where a block stands, None where it was not found."""
        return self._found.get(block_id)

    def cell(
        self, block: Block, row: int, column: int, start: int, end: int
    ) -> tuple[int, int, int] | None:
        """Return unit and offsets of ``start:end`` of a cell of a table block."""
        found = self._found.get(block.id)
        if found is None:
            return None
        if block.id not in self._signs:
            self._signs[block.id] = list(self._table_signs(found.units))
        signs = self._signs[block.id]
        before = [
            *(cell for cells in block.rows[:row] for cell in cells),
            *block.rows[row][:column],
        ]
        lead = sum(_count(cell) for cell in before)
        words = block.rows[row][column]
        stretch = find_stretch(words, start, end, signs[lead : lead + _count(words)])
        return None if stretch is None or stretch[1] < 0 else stretch

    def _table_signs(self, units: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield unit and offset of every sign of a table; -1 for those of Word's own labels."""
        for unit in units:
            one = self._paragraphs[unit]
            for sign in one.label or "":
                if not sign.isspace():
                    yield unit, -1
            for at, sign in enumerate(one.text):
                if not sign.isspace():
                    yield unit, at

    def note(self, block: Block, place: int) -> list[int]:
        """Return the paragraphs of the note at a place among a block's notes.

        The references in the block lead there, for several notes may have the same words; by its
        words it is looked for only where the reader took other notes into the block.
        """
        found = self._found.get(block.id)
        units = found.units if found is not None else ()
        refers = [one for unit in units for one in self._paragraphs[unit].refers]
        if len(refers) == len(block.notes):
            return self._notes.get(refers[place], [])
        words = _squeezed(block.notes[place].text)
        notes = ((_squeezed(*map(self._text, units)), units) for units in self._notes.values())
        return next((units for text, units in notes if text.endswith(words)), [])

    def _text(self, unit: int) -> str:
        return self._paragraphs[unit].text

    # -- walking ---------------------------------------------------------------------------
    def _table_units(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = {}
        for one in self._main:
            if one.table is not None:
                found.setdefault(one.table, []).append(one.index)
        return found

    def _note_units(self) -> Mapping[tuple[bool, str], list[int]]:
        units: dict[tuple[bool, str], list[int]] = {}
        for one in self._paragraphs:
            if one.note is not None:
                units.setdefault(one.note, []).append(one.index)
        return units

    def _loose_notes(self) -> list[Words]:
        """Return the notes that nothing points to and that are one paragraph."""
        used = {refers for one in self._paragraphs for refers in one.refers}
        own = [units for note, units in self._notes.items() if note not in used]
        return [self._paragraphs[units[0]] for units in own if len(units) == 1]

    def _block(self, block: Block) -> Found | None:
        if block.kind is Kind.FOOTNOTE and block.place == "notes":
            return self._loose_note(block)
        word, _, number = block.place.partition(" ")
        if word != "paragraph" or not number.isdecimal():
            return None
        ordinal = int(number)
        if block.kind is Kind.TABLE:
            return self._table(ordinal)
        start = max(self._at, bisect_left(self._ordinals, ordinal))
        for at in range(start, len(self._main)):
            one = self._main[at]
            if one.ordinal > ordinal:
                return None
            found = self._match(block, one) if one.table is None else None
            if found is not None:
                self._at = found.units[-1] + 1
                return found
        return None

    def _loose_note(self, block: Block) -> Found | None:
        for at, one in enumerate(self._loose):
            if _squeezed(one.text) == _squeezed(block.text):
                del self._loose[at]
                return Found(None, find_text(block.text, one.text, one.index), [one.index])
        return None

    def _table(self, ordinal: int) -> Found | None:
        for one in reversed(self._main[: bisect_left(self._ordinals, ordinal + 1)]):
            if one.table is not None:
                units = self._tables[one.table]
                self._at = max(self._at, units[-1] + 1)
                return Found(units=units)
            if one.ordinal < ordinal:
                break
        return None

    def _match(self, block: Block, one: Words) -> Found | None:
        label: Text | None = None
        end = 0
        if one.label and block.label:
            if not _made(one.label, one.text, block.label):
                return None
        elif block.label:
            label = begins_with(block.label, one.text, one.index)
            if label is None:
                return None
            end = label.end
        if not block.text:
            return Found(label, None, [one.index])
        text = find_text(block.text, one.text, one.index, end)
        if text is not None and follows_label(one.text, end, text):
            return Found(label, text, [one.index])
        return self._apart(block, one, label, end) if block.label else None

    def _apart(self, block: Block, one: Words, label: Text | None, end: int) -> Found | None:
        """Find words that stand in a paragraph behind that of their label."""
        if not is_blank(one.text[end:].lstrip(".:：．—–")):
            return None
        for other in self._main[one.index + 1 : one.index + 1 + _FURTHER]:
            if is_blank(other.text):
                continue
            text = find_text(block.text, other.text, other.index)
            if text is None or not follows_label(other.text, 0, text):
                return None
            return Found(label, text, [one.index, other.index])
        return None


def _made(label: str, text: str, printed: str) -> bool:
    """Return whether Word's own label is the one printed, or with its words makes it."""
    whole = "".join(f"{label}{text}".split())
    return whole.startswith("".join(printed.split()))


def _squeezed(*texts: str) -> str:
    return "".join("".join(text.split()) for text in texts)


def _count(text: str) -> int:
    return sum(not sign.isspace() for sign in text)
