"""Tables in plain text: rows whose cells stand apart and one below the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from toolkit.languages import Language
from toolkit.model import Note
from toolkit.numbering.label import readings
from toolkit.structure.para import Para, Role

_GAP: Final = re.compile(r" *\t[ \t]*| {2,}|\u3000{2,}")
_LONGEST_CELL: Final = 60


def as_table(para: Para, language: Language) -> Para:
    """Return the table that the lines of a paragraph are, or the paragraph.

    Every line must have as many cells as the first, at least two; two columns need a third row.
    A list of items with a gap behind each label is none.
    """
    if "\n" not in para.text or para.rows or para.label is not None:
        return para
    rows: list[tuple[str, ...]] = []
    places: list[list[int]] = []
    start = 0
    for line in para.text.split("\n"):
        if line.strip():
            cells = _cells(line)
            rows.append(tuple(text for _, text in cells))
            places.append([start + at for at, _ in cells])
        start += len(line) + 1
    if not _is_table(rows, language):
        return para
    notes = tuple(_moved(note, rows, places) for note in para.notes)
    return replace(para, text="", role=Role.TABLE, rows=tuple(rows), notes=notes, marks=())


def _cells(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line with the offsets at which they begin."""
    cells: list[tuple[int, str]] = []
    at = len(line) - len(line.lstrip())
    for gap in _GAP.finditer(line.rstrip(), at):
        cells.append((at, line[at : gap.start()]))
        at = gap.end()
    return [*cells, (at, line[at:].rstrip())]


def _is_table(rows: Sequence[tuple[str, ...]], language: Language) -> bool:
    width = len(rows[0]) if rows else 0
    if width < 2 or len(rows) < (3 if width == 2 else 2):
        return False
    if any(len(row) != width or max(map(len, row)) > _LONGEST_CELL for row in rows):
        return False
    labels = sum(bool(readings(f"{row[0]} ", language)[0]) for row in rows)
    return labels == 0 or width > 2


def _moved(note: Note, rows: Sequence[tuple[str, ...]], places: Sequence[Sequence[int]]) -> Note:
    """Return a note with its offset counted in cells joined by tabs and line feeds."""
    passed = 0
    offset = 0
    for row, starts in zip(rows, places, strict=True):
        for cell, start in zip(row, starts, strict=True):
            if start <= note.at:
                offset = passed + min(note.at - start, len(cell))
            passed += len(cell) + 1
    return replace(note, at=offset)
