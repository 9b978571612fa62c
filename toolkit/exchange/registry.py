"""Which format a file is in, found by its content; and a desk written by the name of its file."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from toolkit.errors import InputError
from toolkit.exchange.po import read_po
from toolkit.exchange.po_write import write_po
from toolkit.exchange.source import root_name
from toolkit.exchange.tsv import read_tsv, write_tsv
from toolkit.exchange.unit import ExchangeFile
from toolkit.exchange.xliff import read_xliff
from toolkit.exchange.xliff2_write import write_xliff2
from toolkit.exchange.xliff12_write import write_xliff12
from toolkit.model.desk import Bilingual

SUFFIXES = (
    ".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff", ".po", ".pot", ".tsv", ".csv", ".xlsx",
)  # fmt: skip
"""Names of files that are read as exchange formats."""

Write = Callable[[Bilingual], bytes]


def read_exchange(data: bytes, path: str, *, via: str | None = None) -> ExchangeFile:
    """Return what a file of an exchange format has.

    Args:
        data: the file.
        path: its name, for messages and for formats that only a name tells apart.
        via: "translate" to have it read by translate-toolkit.

    Raises:
        InputError: it is of no known format, damaged, or not safe to read.
    """
    if via == "translate":
        return _module("foreign").read_via_translate(data, path)  # type: ignore[no-any-return]
    if data.startswith(b"PK"):
        return _module("xlsx").read_xlsx(data, path)  # type: ignore[no-any-return]
    root = root_name(data)
    if root == "xliff":
        return read_xliff(data, path)
    if root:
        raise InputError(
            f"{path} is XML, but no XLIFF: its first element is <{root}>. If translate-toolkit "
            "knows it, name it with --via translate."
        )
    name = path.lower()
    if name.endswith((".xlf", ".xliff")):
        return read_xliff(data, path)
    if name.endswith((".po", ".pot")) or _is_po(data):
        return read_po(data, path)
    return read_tsv(data, path)


def _is_po(data: bytes) -> bool:
    lines = (line.strip() for line in data[: 1 << 16].splitlines())
    first = next((line for line in lines if line and not line.startswith(b"#")), b"")
    return first.startswith((b"msgid ", b"msgctxt ", b'msgid"'))


def writers() -> dict[str, Write]:
    """Return what writes a desk, by the suffix of the file."""
    return {
        ".xlf": write_xliff12,
        ".xliff": write_xliff12,
        ".po": write_po,
        ".tsv": write_tsv,
        ".xlsx": lambda desk: _module("xlsx").write_xlsx(desk),
    }


def writer_of(suffix: str, *, version: str = "1.2", copied: bool = False) -> Write | None:
    """Return what writes a desk into a file of this suffix, None for no exchange format.

    ``version`` is that of XLIFF, 1.2 or 2.1; ``copied`` is for OmegaT, see ``write_xliff12``.
    """
    if suffix in (".xlf", ".xliff"):
        if version.startswith("2"):
            return write_xliff2
        return lambda desk: write_xliff12(desk, copied=copied)
    return writers().get(suffix)


def _module(name: str) -> Any:
    return import_module(f"toolkit.exchange.{name}")
