"""Bilingual tables as workbooks; imported only when one is at hand, since openpyxl loads slowly."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from toolkit.errors import InputError, UsageError
from toolkit.exchange.tables import COLUMNS, STATES_SAID, file_of, rows_of
from toolkit.exchange.unit import ExchangeFile, State
from toolkit.model.desk import Bilingual
from toolkit.ooxml.package import pack, unpack
from toolkit.text.normalize import strip_controls

_WIDTHS = (12, 20, 10, 60, 60, 14, 8, 30, 40)
_LONGEST_CELL = 32_767  # characters; the limit of the format
_LARGEST_UNPACKED = 128 * 2**20  # bytes
_BLANK_ROWS = 1000  # in a row: nothing comes after them
_ACTIVE = re.compile(r"[=+\-@\t\r]")
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
_TOP = Alignment(vertical="top", wrap_text=True)
_STYLES: dict[str, dict[str, Any]] = {
    "undraft head": {
        "font": Font(bold=True, color="FFFFFF"),
        "fill": PatternFill("solid", fgColor="1F4E79"),
        "alignment": _TOP,
    },
    "undraft text": {"alignment": _TOP, "number_format": "@"},
    "undraft open": {
        "alignment": _TOP,
        "number_format": "@",
        "fill": PatternFill("solid", fgColor="FFF2CC"),
    },
}


def write_xlsx(desk: Bilingual) -> bytes:
    """Return a desk as a workbook; rows that need a translator are shaded.

    The bytes depend on nothing but the desk.

    Raises:
        UsageError: a segment is longer than a cell can be.
    """
    book = Workbook(write_only=True)
    for name, style in _STYLES.items():
        book.add_named_style(NamedStyle(name=name, **style))
    sheet = book.create_sheet("Segments")
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A3"
    count = 0
    for count, row in enumerate(rows_of(desk), 1):
        sheet.append([_cell(sheet, text, _style(count, row)) for text in row])
    choice = DataValidation(type="list", formula1=f'"{",".join(STATES_SAID)}"', allow_blank=True)
    choice.add(f"F3:F{count + 1}")
    sheet.data_validations.append(choice)  # a write-only sheet has no method for it
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue(), "the table")
    core = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return pack({**parts, "docProps/core.xml": core})


def _style(number: int, row: Sequence[str]) -> str:
    if number <= 2:
        return "undraft head"
    state = row[COLUMNS.index("state")]
    return "undraft open" if state in (State.NEW, State.REVIEW) else "undraft text"


def _cell(sheet: Any, text: str, style: str) -> Any:
    if len(text) > _LONGEST_CELL:
        raise UsageError(
            f"A segment is longer than a cell can be ({_LONGEST_CELL} characters): "
            f"“{text[:60]}…”. Use .xlf or .tsv."
        )
    cell = WriteOnlyCell(sheet, strip_controls(text))
    cell.style = style
    # Without this, text that begins with an equals sign would be a formula.
    cell.data_type = "s"
    cell.quotePrefix = bool(_ACTIVE.match(text))
    return cell


def read_xlsx(data: bytes, path: str) -> ExchangeFile:
    """Return what the first bilingual table of a workbook says.

    Raises:
        InputError: it cannot be read, or no sheet is a bilingual table.
    """
    parts = _parts(data, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep
        try:
            book = load_workbook(io.BytesIO(pack(parts)), read_only=True, data_only=True)
            sheets = [list(_cells(sheet)) for sheet in book.worksheets[:20]]
        except _DAMAGE:
            raise _damaged(path) from None
    refusal: InputError | None = None
    for rows in sheets:
        try:
            return file_of(rows, path, "xlsx")
        except InputError as error:
            refusal = error
    raise refusal or _damaged(path)


def _parts(data: bytes, path: str) -> dict[str, bytes]:
    try:
        parts = unpack(data, path)
    except InputError as error:
        if "larger" in str(error):
            raise
        raise _damaged(path) from None
    if "xl/workbook.xml" not in parts:
        raise InputError(f"{path} is no workbook (.xlsx).")
    if sum(map(len, parts.values())) > _LARGEST_UNPACKED:
        raise InputError(f"{path} is far larger than any bilingual table; it was not opened.")
    return parts


def _damaged(path: str) -> InputError:
    return InputError(f"{path} is damaged; save it anew from your spreadsheet program as .xlsx.")


def _cells(sheet: Any) -> Iterator[tuple[int, Sequence[str]]]:
    blank = 0
    for line, row in enumerate(sheet.iter_rows(max_col=50), 1):
        cells = [_text(cell) for cell in row]
        blank = 0 if any(cells) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield line, cells


def _text(cell: Any) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
