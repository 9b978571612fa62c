"""An analysis as a workbook; imported when needed, like the frame it stands on."""

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from toolkit.ooxml.workbook import book_bytes, new_book, set_widths
from toolkit.workflows.leverages.leverage import Analysis
from toolkit.workflows.leverages.report import COLUMNS, rows

_WIDTHS = (60, 14, 11, 11, 12, 9, 9, 12)
_SHARE = COLUMNS.index("share")


def as_xlsx(analysis: Analysis) -> bytes:
    """Return the rows of an analysis as a workbook; the bytes depend on nothing else."""
    book = new_book()
    sheet = book.create_sheet("Analysis")
    sheet.freeze_panes = "A2"
    set_widths(sheet, _WIDTHS)
    sheet.append([_cell(sheet, name, bold=True) for name in COLUMNS])
    for row in rows(analysis):
        sums = row[1] == "sum"
        cells = [_cell(sheet, value, bold=sums) for value in row]
        cells[_SHARE].number_format = "0.0%"
        sheet.append(cells)
    return book_bytes(book, "the analysis")


def _cell(sheet: object, value: str | int | float, *, bold: bool) -> WriteOnlyCell:
    """Return a cell; text that a spreadsheet would take for a formula stays text."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
