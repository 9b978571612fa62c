"""Bilingual tables as workbooks; imported only when one is at hand."""

from collections.abc import Sequence
from typing import Any

from toolkit.errors import InputError, UsageError
from toolkit.exchange.tables import COLUMNS, STATES_SAID, NoText, Rows, file_of, rows_of
from toolkit.exchange.unit import ExchangeFile, State
from toolkit.model.desk import Bilingual
from toolkit.ooxml.workbook import (
    LONGEST_CELL,
    Odd,
    Style,
    book_bytes,
    new_book,
    offer,
    set_widths,
    sheets_of,
    text_cell,
    told,
)

_WIDTHS = (12, 20, 10, 60, 60, 14, 8, 30, 40)
_MOST_COLUMNS = 50


def write_xlsx(desk: Bilingual) -> bytes:
    """Return a desk as a workbook; rows that need a translator are shaded.

    The bytes depend on nothing but the desk.

    Raises:
        UsageError: a segment is longer than a cell can be.
    """
    book = new_book()
    sheet = book.create_sheet("Segments")
    set_widths(sheet, _WIDTHS)
    sheet.freeze_panes = "A3"
    count = 0
    for count, row in enumerate(rows_of(desk), 1):
        _check_lengths(row)
        style = _style(count, row)
        sheet.append([text_cell(sheet, text, style) for text in row])
    offer(sheet, f"F3:F{count + 1}", STATES_SAID)
    return book_bytes(book, "the table")


def _style(number: int, row: Sequence[str]) -> Style:
    if number <= 2:
        return Style.HEAD
    state = row[COLUMNS.index("state")]
    return Style.MARKED if state in (State.NEW, State.REVIEW) else Style.TEXT


def _check_lengths(row: Sequence[str]) -> None:
    longest = max(row, key=len)
    if len(longest) > LONGEST_CELL:
        raise UsageError(
            f"A segment is longer than a cell can be ({LONGEST_CELL} characters): "
            f"“{longest[:60]}…”. Use .xlf or .tsv."
        )


def read_xlsx(data: bytes, path: str) -> ExchangeFile:
    """Return what the first bilingual table of a workbook says.

    Raises:
        InputError: it cannot be read, or no sheet is a bilingual table.
    """
    refusal = InputError(f"{path} has no sheet; a bilingual table was expected.")
    for sheet in sheets_of(data, path, _MOST_COLUMNS, told):
        try:
            return file_of(_rows(sheet), path, "xlsx")
        except InputError as error:
            refusal = error
    raise refusal


def _rows(sheet: Sequence[tuple[int, Sequence[str | Odd]]]) -> Rows:
    return ((line, [_cell(one) for one in cells]) for line, cells in sheet)


def _cell(one: Any) -> str | NoText:
    return NoText(one.value) if isinstance(one, Odd) else one
