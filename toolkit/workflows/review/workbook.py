"""Reviews as workbooks: XLSX out and in again.

The only module that imports ``openpyxl``, and imported itself only when a workbook is at hand
(``review_files``): no other command need wait for it.
"""

import io
import re
import warnings
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from toolkit.errors import InputError, UsageError
from toolkit.ooxml.package import pack, unpack
from toolkit.text.normalize import strip_controls
from toolkit.workflows.alignment.aligning import Aligned
from toolkit.workflows.files import Input
from toolkit.workflows.review.guide import SHEET
from toolkit.workflows.review.rows import COLUMNS, STATUSES, Row, is_doubtful, rows_of
from toolkit.workflows.review.table import FORMULA, Cells, first_review

_SHEET = "Review"
_WIDTHS = (14, 20, 11, 8, 12, 60, 60, 14, 14, 30, 30, 10)
_LINE = 15  # points
_HIGHEST_ROW = 409  # points; the limit of the format
_LONGEST_CELL = 32_767  # characters; the limit of the format
_LARGEST_UNPACKED = 128 * 2**20  # bytes; a review of 50,000 pairs stays under a third of it
_MOST_ROWS = 1_048_576  # of a sheet
_BLANK_ROWS = 1_000  # in a row: nothing comes after them
_NOT_TEXT = re.compile(r"[=+\-@\t\r]")
_CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
# What a damaged sheet makes openpyxl and its parsers raise.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    InvalidFileException,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


def as_xlsx(aligned: Aligned) -> bytes:
    """Return the review of an alignment as a workbook: a guide, and a sheet of all pairs.

    The bytes depend on nothing but the alignment.

    Raises:
        UsageError: there are more pairs, or longer segments, than a sheet can hold.
    """
    rows = rows_of(aligned)
    _refuse_too_large(rows)
    doubtful = sum(is_doubtful(*one) for one in aligned.judged())
    book = Workbook(write_only=True)
    for name, style in _STYLES.items():
        book.add_named_style(NamedStyle(name=name, **style))
    _write_guide(book.create_sheet("Read me 说明"))
    _write_rows(book.create_sheet(_SHEET), rows, doubtful)
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue(), "the review")
    core = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return pack({**parts, "docProps/core.xml": core})


_TOP = Alignment(vertical="top", wrap_text=True)
_STYLES: dict[str, dict[str, Any]] = {
    "undraft head": {
        "font": Font(bold=True, color="FFFFFF"),
        "fill": PatternFill("solid", fgColor="1F4E79"),
        "alignment": _TOP,
    },
    "undraft text": {"alignment": _TOP, "number_format": "@"},
    "undraft doubtful": {
        "alignment": _TOP,
        "number_format": "@",
        "fill": PatternFill("solid", fgColor="FFF2CC"),
    },
}


def _refuse_too_large(rows: Sequence[Row]) -> None:
    if len(rows) >= _MOST_ROWS:
        raise UsageError(f"{len(rows)} pairs are more than a sheet can hold; use --format review.")
    for row in rows:
        if max(map(len, row.cells)) > _LONGEST_CELL:
            raise UsageError(
                f"The pair at {row.path or row.source_segments} is longer than a cell can be "
                f"({_LONGEST_CELL} characters); use --format review."
            )


def _write_guide(sheet: Any) -> None:
    for letter in "AB":
        sheet.column_dimensions[letter].width = 70
    for number, texts in enumerate(SHEET):
        style = "undraft text" if number else "undraft head"
        _set_height(sheet, number + 1, texts, (70, 70))
        sheet.append([_cell(sheet, text, style) for text in texts])


def _write_rows(sheet: Any, rows: Sequence[Row], doubtful: int) -> None:
    for letter, width in zip("ABCDEFGHIJKL", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["L"].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:L{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _set_height(sheet, 1, COLUMNS, _WIDTHS)
    sheet.append([_cell(sheet, name, "undraft head") for name in COLUMNS])
    for number, row in enumerate(rows):
        style = "undraft doubtful" if number < doubtful else "undraft text"
        _set_height(sheet, number + 2, row.cells[:-1], _WIDTHS[:-1])
        sheet.append([_cell(sheet, text, style) for text in row.cells])
    choice = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    choice.error = "ok, approved, wrong"
    choice.add(f"E2:E{len(rows) + 1_000}")
    sheet.data_validations.append(choice)  # a write-only sheet has no method for it


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


def _cell(sheet: Any, text: str, style: str) -> Any:
    cell = WriteOnlyCell(sheet, strip_controls(text))
    cell.style = style
    # Without this, text that begins with an equals sign would be a formula.
    cell.data_type = "s"
    cell.quotePrefix = bool(_NOT_TEXT.match(text))
    return cell


def rows_of_workbook(given: Input) -> tuple[Row, ...]:
    """Return the rows of a review in a workbook that are not blank.

    Raises:
        InputError: it cannot be read.
        UsageError: it has no header of a review, or a formula in a cell.
    """
    parts = _parts(given)
    if "xl/workbook.xml" not in parts:
        raise UsageError("this is no workbook (.xlsx) and no review.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep
        try:
            book = load_workbook(io.BytesIO(pack(parts)), read_only=True)
            return first_review(_sheet_cells(sheet) for sheet in book.worksheets)
        except _DAMAGE:
            raise _damaged(given.path) from None


def _parts(given: Input) -> dict[str, bytes]:
    if not given.data.startswith(b"PK"):
        raise InputError(
            f"{given.path} is protected by a password or is an old .xls; save it as .xlsx without."
        )
    try:
        parts = unpack(given.data, given.path)
    except InputError as error:
        if "larger" in str(error):
            raise
        raise _damaged(given.path) from None
    if sum(map(len, parts.values())) > _LARGEST_UNPACKED:
        raise InputError(f"{given.path} is far larger than any review; it was not opened.")
    return parts


def _damaged(path: str) -> InputError:
    return InputError(f"{path} is damaged; save it anew from your spreadsheet program as .xlsx.")


def _sheet_cells(sheet: Any) -> Cells:
    blank = 0
    for line, row in enumerate(sheet.iter_rows(max_col=4 * len(COLUMNS)), 1):
        cells = [_text(cell) for cell in row]
        blank = 0 if any(cells) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield line, cells


def _text(cell: Any) -> str:
    if cell.data_type == "f":
        return FORMULA
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
