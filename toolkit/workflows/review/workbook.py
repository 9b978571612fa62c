"""Reviews as workbooks: XLSX out and in again.

Imported only when a workbook is at hand (``review/files``), like the frame it stands on.
"""

from collections.abc import Sequence
from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties

from toolkit.errors import UsageError
from toolkit.ooxml.workbook import (
    LONGEST_CELL,
    Odd,
    Style,
    book_bytes,
    new_book,
    offer,
    set_widths,
    sheets_of,
    shown,
    text_cell,
    told,
)
from toolkit.workflows.alignment.aligning import Aligned, is_doubtful
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.guide import SHEET
from toolkit.workflows.review.rows import COLUMNS, STATUSES, Row, rows_of
from toolkit.workflows.review.table import FORMULA, first_review

_SHEET = "Review"
_WIDTHS = (14, 20, 11, 8, 12, 60, 60, 14, 14, 30, 30, 10)
_LINE = 15  # points
_HIGHEST_ROW = 409  # points; the limit of the format
_MOST_ROWS = 1_048_576  # of a sheet


def as_xlsx(aligned: Aligned) -> bytes:
    """Return the review of an alignment as a workbook: a guide, and a sheet of all pairs.

    The bytes depend on nothing but the alignment.

    Raises:
        UsageError: there are more pairs, or longer segments, than a sheet can hold.
    """
    rows = rows_of(aligned)
    _refuse_too_large(rows)
    doubtful = sum(is_doubtful(*one) for one in aligned.judged())
    book = new_book()
    _write_guide(book.create_sheet("Read me 说明"))
    _write_rows(book.create_sheet(_SHEET), rows, doubtful)
    return book_bytes(book, "the review")


def _refuse_too_large(rows: Sequence[Row]) -> None:
    if len(rows) >= _MOST_ROWS:
        raise UsageError(f"{len(rows)} pairs are more than a sheet can hold; use --format review.")
    for row in rows:
        if max(map(len, row.cells)) > LONGEST_CELL:
            raise UsageError(
                f"The pair at {row.path or row.source_segments} is longer than a cell can be "
                f"({LONGEST_CELL} characters); use --format review."
            )


def _write_guide(sheet: Any) -> None:
    set_widths(sheet, (70, 70))
    for number, texts in enumerate(SHEET):
        style = Style.TEXT if number else Style.HEAD
        _set_height(sheet, number + 1, texts, (70, 70))
        sheet.append([text_cell(sheet, text, style) for text in texts])


def _write_rows(sheet: Any, rows: Sequence[Row], doubtful: int) -> None:
    set_widths(sheet, _WIDTHS)
    sheet.column_dimensions["L"].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:L{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _set_height(sheet, 1, COLUMNS, _WIDTHS)
    sheet.append([text_cell(sheet, name, Style.HEAD) for name in COLUMNS])
    for number, row in enumerate(rows):
        style = Style.MARKED if number < doubtful else Style.TEXT
        _set_height(sheet, number + 2, row.cells[:-1], _WIDTHS[:-1])
        sheet.append([text_cell(sheet, text, style) for text in row.cells])
    offer(sheet, f"E2:E{len(rows) + 1_000}", STATUSES, "ok, approved, wrong")


def _set_height(sheet: Any, number: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its wrapped text; not every program does it on opening a file."""
    lines = max(
        sum(1 + _columns(line) // width for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    sheet.row_dimensions[number].height = min(_LINE * lines + 2, _HIGHEST_ROW)


def _columns(text: str) -> int:
    """Return how many letters wide a text is; Chinese characters are two."""
    return len(text) + sum(1 for letter in text if letter >= "\u2e80")


def rows_of_workbook(given: Input) -> tuple[Row, ...]:
    """Return the rows of a review in a workbook that are not blank.

    Raises:
        InputError: it cannot be read, or is no workbook.
        UsageError: it has no header of a review, or a formula in a cell.
    """
    sheets = sheets_of(given.data, given.path, 4 * len(COLUMNS), _text)
    return first_review(iter(sheet) for sheet in sheets)


def _text(cell: Any) -> str:
    return FORMULA if told(cell) is Odd.FORMULA else shown(cell)
