"""What a walk over a Word file yields: paragraphs and tables as plain values."""

from dataclasses import dataclass

from toolkit.ooxml.styles import Meaning

LANGUAGE_VARIABLE = "UndraftLanguage"
"""A document variable that names the language of a file that is translated in part only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Formatting of ``text[start:end]`` beyond that of the paragraph's own style.

    ``link`` is the address of a hyperlink to the outside, else "".
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRef:
    """A reference to a note at an offset of the text.

    ``mark`` is a sign the author typed ("*"), None where Word counts; ``endnote`` tells
    endnotes from footnotes.
    """

    at: int
    id: str
    mark: str | None = None
    endnote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    r"""One paragraph.

    ``text`` has tabs as "\t" and line breaks as "\n". ``label`` is Word's own number, None in
    no list. ``outline`` is the outline level, 0 the highest. ``bold`` is true when all its
    letters are bold, by style or directly. ``boxed``: it stands in a text box. ``ordinal``
    counts the paragraphs of the part that hold text, from 1.
    """

    text: str
    style: str = ""
    meaning: Meaning | None = None
    outline: int | None = None
    label: str | None = None
    bold: bool = False
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[NoteRef, ...] = ()
    boxed: bool = False
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Wide:
    """The cell ``rows[row][cell]`` of a table, ``across`` columns wide and ``down`` rows high.

    In the rows below its first it has a cell each, as Word has it.
    """

    row: int
    cell: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of paragraphs; the paragraphs of nested tables stand in the cell.

    ``merged`` are the cells that are one over several columns or rows.
    """

    rows: tuple[tuple[tuple["Paragraph", ...], ...], ...]
    ordinal: int = 0
    merged: tuple[Wide, ...] = ()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs, row by row."""
        return tuple(one for row in self.rows for cell in row for one in cell)


Item = Paragraph | Table
