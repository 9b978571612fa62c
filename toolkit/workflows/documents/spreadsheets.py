"""Cells for tables that people open in a spreadsheet."""


def as_cell(value: object) -> str:
    """Return a cell; one that a spreadsheet would take for a formula begins with an apostrophe.

    None is an empty cell.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
