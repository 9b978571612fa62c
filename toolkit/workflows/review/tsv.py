"""A review as tab-separated text: for a spreadsheet, or for a text editor."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from toolkit.errors import InputError, UsageError
from toolkit.text.normalize import strip_controls
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.guide import LINES
from toolkit.workflows.review.rows import COLUMNS, Row

# A spreadsheet would run a cell that begins so as a formula, and make a number or a date of a short
# one with figures in it; an apostrophe makes it text, and one that was there already is doubled, so
# that the text comes back as it went.
_ACTIVE = re.compile(r"[=+\-@\t\r]")
_TEXTS = frozenset({"source", "target", "note"})
_SHORT = 30  # characters, up to which figures may be taken for a number or a date


def as_tsv(rows: Iterable[Row]) -> bytes:
    """Return a review with a guide in two lines, a header and a line a row.

    UTF-8 with a byte order mark, by which spreadsheets know it.

    Raises:
        UsageError: a segment is longer than any table's cell.
    """
    rows = tuple(rows)
    for row in rows:
        if max(map(len, row.cells)) >= csv.field_size_limit():
            raise UsageError(
                f"The pair at {row.path or row.source_segments} is too long to be reviewed in a "
                "table; is the file one segment a line?"
            )
    buffer = io.StringIO()
    writer = csv.writer(buffer, dialect="excel-tab", lineterminator="\r\n")
    writer.writerows([line] for line in LINES)
    writer.writerow(COLUMNS)
    for row in rows:
        named = zip(row.cells, COLUMNS, strict=True)
        writer.writerow([_quiet(cell, text=name in _TEXTS) for cell, name in named])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def tsv_cells(given: Input) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows of a tab-separated file with their numbers from 1, as a spreadsheet counts.

    UTF-8, or UTF-16 with its mark, which is what spreadsheets save as Unicode text.

    Raises:
        InputError: it is neither, or is no table.
    """
    try:
        text = given.data.decode(_encoding(given.data))
    except UnicodeDecodeError:
        raise InputError(
            f"{given.path} is neither a spreadsheet (.xlsx) nor text in UTF-8; "
            "save the review as one of these."
        ) from None
    try:
        for line, cells in enumerate(csv.reader(io.StringIO(text), dialect="excel-tab"), 1):
            yield line, [_loud(cell) for cell in cells]
    except csv.Error as error:
        raise InputError(f"{given.path} is not a table parted by tabs: {error}.") from None


def _encoding(data: bytes) -> str:
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _quiet(cell: str, *, text: bool) -> str:
    plain = strip_controls(cell)
    return f"'{plain}" if _is_active(plain, text=text) else plain


def _loud(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_active(cell[1:], text=True) else cell


def _is_active(cell: str, *, text: bool) -> bool:
    """Whether a spreadsheet would change a cell, apostrophes before it left aside."""
    bare = cell.lstrip("'")
    figures = text and len(bare) <= _SHORT and any(map(str.isdigit, bare))
    return figures or _ACTIVE.match(bare) is not None
