"""Bilingual tables as text parted by tabs, by commas or semicolons where others write so."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from toolkit.errors import InputError
from toolkit.exchange.tables import COLUMNS, file_of, rows_of
from toolkit.exchange.unit import ExchangeFile
from toolkit.model.desk import Bilingual
from toolkit.text.normalize import strip_controls

# A spreadsheet runs a cell that begins so as a formula; an apostrophe makes it text, and one that
# was there already is doubled, so that the text comes back as it went.
_ACTIVE = re.compile(r"[=+\-@\t\r]")
_SCORE = COLUMNS.index("score")  # meant as a number
_FIGURES = re.compile(r"[\d.,:/ %–-]{1,30}")  # what it takes for a number, a date or a time


def write_tsv(desk: Bilingual) -> bytes:
    """Return a desk as UTF-8 with a byte order mark, by which spreadsheets know it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, dialect="excel-tab", lineterminator="\r\n")
    for row in rows_of(desk):
        writer.writerow([_quiet(cell, at) for at, cell in enumerate(row)])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def read_tsv(data: bytes, path: str) -> ExchangeFile:
    """Return what a table says; UTF-8, or UTF-16 with its mark.

    Raises:
        InputError: it is neither, or is no bilingual table.
    """
    return file_of(_cells(data, path), path, "tsv")


def _cells(data: bytes, path: str) -> Iterator[tuple[int, Sequence[str]]]:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            f"{path} is no text in UTF-8 or UTF-16; save the table as “CSV UTF-8” or “Unicode "
            "Text”, or as .xlsx. (The older encodings of spreadsheets have no ⟦ and ⟧.)"
        ) from None
    if "\0" in text:
        raise InputError(f"{path} is no table: it has a NUL in it.")
    parted = _delimiter(text[: text.find("\n")])
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted)
        for line, cells in enumerate(rows, 1):
            yield line, [_loud(cell) for cell in cells]
    except csv.Error as error:
        raise InputError(f"{path} is not a table parted by tabs: {error}.") from None


def _delimiter(line: str) -> str:
    """Return what parts the cells of a line: a tab, else the more frequent of comma and semicolon.

    Spreadsheets write semicolons where the comma is that of decimals.
    """
    if "\t" in line:
        return "\t"
    return ";" if line.count(";") > line.count(",") else ","


def _quiet(cell: str, column: int) -> str:
    plain = strip_controls(cell)
    return f"'{plain}" if column != _SCORE and _is_active(plain) else plain


def _loud(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_active(cell[1:]) else cell


def _is_active(cell: str) -> bool:
    bare = cell.lstrip("'")
    return bool(_ACTIVE.match(bare) or _FIGURES.fullmatch(bare))
