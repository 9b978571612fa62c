"""The frame of workbooks (.xlsx): cells that stay text, the same bytes each time, damage told.

The only module that imports ``openpyxl``, which loads slowly: whoever needs it imports this one
when a workbook is at hand, so that no other command waits for it.
"""

import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from toolkit.errors import InputError
from toolkit.ooxml.package import pack, unpack
from toolkit.text.normalize import strip_controls

LONGEST_CELL = 32_767  # characters; the limit of the format
_LARGEST_UNPACKED = 128 * 2**20  # bytes; a table of 50,000 pairs stays under a third of it
_MOST_SHEETS = 20
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
_TOP = Alignment(vertical="top", wrap_text=True)
# Formats under which a spreadsheet shows a number as it is kept.
_AS_KEPT = ("General", "@", "0")
_FIGURES = 10  # significant ones that it shows of such a number


class Style(StrEnum):
    """How a cell looks."""

    HEAD = "undraft head"
    TEXT = "undraft text"
    MARKED = "undraft marked"


_LOOKS: dict[Style, dict[str, Any]] = {
    Style.HEAD: {
        "font": Font(bold=True, color="FFFFFF"),
        "fill": PatternFill("solid", fgColor="1F4E79"),
        "alignment": _TOP,
    },
    Style.TEXT: {"alignment": _TOP, "number_format": "@"},
    Style.MARKED: {
        "alignment": _TOP,
        "number_format": "@",
        "fill": PatternFill("solid", fgColor="FFF2CC"),
    },
}


class Odd(StrEnum):
    """What a cell may hold that is no text."""

    FORMULA = "a formula"
    DATE = "a date or a time"
    BOOLEAN = "TRUE or FALSE"
    ERROR = "an error of the spreadsheet"
    NUMBER = "a number shown otherwise than it is kept"


T = TypeVar("T", str, str | Odd)


# -- writing ---------------------------------------------------------------------------------
def new_book() -> Any:
    """Return a workbook without sheets whose cells can have a ``Style``."""
    book = Workbook(write_only=True)
    for name, look in _LOOKS.items():
        book.add_named_style(NamedStyle(name=name.value, **look))
    return book


def set_widths(sheet: Any, widths: Sequence[int]) -> None:
    """Set how many letters wide each column is, from the first on."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def text_cell(sheet: Any, text: str, style: Style) -> Any:
    """Return a cell that is text, whatever the text begins with."""
    cell = WriteOnlyCell(sheet, strip_controls(text))
    cell.style = style.value
    # Without this, text that begins with an equals sign would be a formula.
    cell.data_type = "s"
    cell.quotePrefix = bool(_NOT_TEXT.match(text))
    return cell


def offer(sheet: Any, cells: str, choices: Sequence[str], error: str = "") -> None:
    """Offer a list of words in cells such as "F3:F90"; ``error`` is said of any other."""
    choice = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    choice.error = error or None
    choice.add(cells)
    sheet.data_validations.append(choice)  # a write-only sheet has no method for it


def book_bytes(book: Any, what: str) -> bytes:
    """Return a workbook as bytes that depend on its cells alone; ``what`` it is, for messages."""
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue(), what)
    core = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return pack({**parts, "docProps/core.xml": core})


# -- reading ---------------------------------------------------------------------------------
def sheets_of(
    data: bytes, path: str, columns: int, value: Callable[[Any], T]
) -> list[list[tuple[int, list[T]]]]:
    """Return the sheets of a workbook as rows with their numbers, and what ``value`` has of cells.

    Blank rows are among them until there are too many; only the first ``columns`` are looked at.

    Raises:
        InputError: it is no workbook, damaged, protected by a password, or far too large.
    """
    packed = pack(_parts(data, path))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep
        try:
            book = load_workbook(io.BytesIO(packed), read_only=True)
            return [list(_rows(one, columns, value)) for one in book.worksheets[:_MOST_SHEETS]]
        except _DAMAGE:
            raise _damaged(path) from None


def _parts(data: bytes, path: str) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        raise InputError(
            f"{path} is protected by a password or is an old .xls; save it as .xlsx without."
        )
    try:
        parts = unpack(data, path)
    except InputError as error:
        if "larger" in str(error):
            raise
        raise _damaged(path) from None
    if "xl/workbook.xml" not in parts:
        raise InputError(f"{path} is no workbook (.xlsx).")
    if sum(map(len, parts.values())) > _LARGEST_UNPACKED:
        raise InputError(f"{path} is far larger than any table of ours; it was not opened.")
    return parts


def _damaged(path: str) -> InputError:
    return InputError(f"{path} is damaged; save it anew from your spreadsheet program as .xlsx.")


def _rows(sheet: Any, columns: int, value: Callable[[Any], T]) -> Iterator[tuple[int, list[T]]]:
    blank = 0
    for line, row in enumerate(sheet.iter_rows(max_col=columns), 1):
        cells = [value(cell) for cell in row]
        blank = 0 if any(cells) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield line, cells


def shown(cell: Any) -> str:
    """Return what a cell holds as text; whole numbers without a decimal point."""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def told(cell: Any) -> str | Odd:
    """Return the text of a cell, or a number that is shown as it is kept; else what it is."""
    if cell.data_type in _ODD:
        return _ODD[cell.data_type]
    if isinstance(cell.value, int | float):
        said = shown(cell)
        plain = cell.number_format in _AS_KEPT and sum(map(str.isdigit, said)) <= _FIGURES
        return said if plain and "e" not in said else Odd.NUMBER
    return shown(cell)


_ODD = {"f": Odd.FORMULA, "d": Odd.DATE, "b": Odd.BOOLEAN, "e": Odd.ERROR}
