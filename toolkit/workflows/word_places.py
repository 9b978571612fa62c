"""The blocks of a document read from a Word file, found again among its paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from toolkit.model import Block, Document, Kind
from toolkit.ooxml.opened import Words
from toolkit.workflows.locating import (
    Found,
    Text,
    begins_with,
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
        self._at = 0
        self._found: dict[str, Found] = {}
        for block in document.blocks:
            found = self._block(block)
            if found is not None:
                self._found[block.id] = found

    def of(self, block_id: str) -> Found | None:
        """Return where a block stands, None where it was not found."""
        return self._found.get(block_id)

    def cell(self, block: Block, row: int, column: int, words: str, start: int) -> Text | None:
        """Return where ``words``, at ``start`` of a cell of a table block, stand."""
        found = self._found.get(block.id)
        if found is None:
            return None
        order = 0
        for at, cells in enumerate(block.rows):
            for place, text in enumerate(cells):
                if (at, place) == (row, column):
                    return self._in_cell(found.units, order, text, words, start)
                order += len([line for line in text.split("\n") if line])
        return None

    def _in_cell(
        self, units: Sequence[int], order: int, text: str, words: str, start: int
    ) -> Text | None:
        """Find words of a cell: its lines are the paragraphs with words, counted over the table."""
        line = text[:start].count("\n")
        own = [one for one in units if self._has_words(one)]
        if order + line >= len(own):
            return None
        unit = own[order + line]
        offset = start - (text.rfind("\n", 0, start) + 1)
        shown = text.split("\n")[line]
        label = self._paragraphs[unit].label
        lead = len(f"{label} ") if label else 0
        whole = find_text(shown[lead:], self._paragraphs[unit].text.replace("\t", " "), unit)
        if whole is None:
            return None
        begin, end = whole.span(offset - lead, offset - lead + len(words))
        return Text(unit, begin, end)

    def _has_words(self, unit: int) -> bool:
        one = self._paragraphs[unit]
        return not is_blank(one.text) or bool(one.label)

    def note(self, block: Block, place: int) -> list[int]:
        """Return the paragraphs of the note at a place among a block's notes."""
        words = "".join(block.notes[place].text.split())
        return next((units for text, units in self._notes if text.endswith(words)), [])

    # -- walking ---------------------------------------------------------------------------
    def _table_units(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = {}
        for one in self._main:
            if one.table is not None:
                found.setdefault(one.table, []).append(one.index)
        return found

    def _note_units(self) -> list[tuple[str, list[int]]]:
        units: dict[tuple[bool, str], list[int]] = {}
        for one in self._paragraphs:
            if one.note is not None:
                units.setdefault(one.note, []).append(one.index)
        return [
            ("".join("".join(self._paragraphs[at].text.split()) for at in group), group)
            for group in units.values()
        ]

    def _block(self, block: Block) -> Found | None:
        word, _, number = block.place.partition(" ")
        if word != "paragraph" or not number.isdecimal():
            return None
        ordinal = int(number)
        start = max(self._at, bisect_left(self._ordinals, ordinal))
        if block.kind is Kind.TABLE:
            return self._table(ordinal)
        for one in self._candidates(start, ordinal):
            found = self._match(block, one)
            if found is not None:
                self._at = max(found.units) + 1
                return found
        return None

    def _candidates(self, start: int, ordinal: int) -> Iterator[Words]:
        for one in self._main[start:]:
            if one.ordinal > ordinal:
                return
            if one.table is None:
                yield one

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
