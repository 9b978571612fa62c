"""An analysis as a workbook; the module that imports ``openpyxl`` for it, imported when needed."""

import io
import re

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from toolkit.ooxml.package import pack, unpack
from toolkit.workflows.leverages.leverage import Analysis
from toolkit.workflows.leverages.report import COLUMNS, rows

_CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_WIDTHS = (60, 14, 11, 11, 12, 9, 9, 12)
_SHARE = COLUMNS.index("share")


def as_xlsx(analysis: Analysis) -> bytes:
    """Return the rows of an analysis as a workbook; the bytes depend on nothing else."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Analysis")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_cell(sheet, name, bold=True) for name in COLUMNS])
    for row in rows(analysis):
        sums = row[1] == "sum"
        cells = [_cell(sheet, value, bold=sums) for value in row]
        cells[_SHARE].number_format = "0.0%"
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue(), "the analysis")
    core = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return pack({**parts, "docProps/core.xml": core})


def _cell(sheet: object, value: str | int | float, *, bold: bool) -> WriteOnlyCell:
    """Return a cell; text that a spreadsheet would take for a formula stays text."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
