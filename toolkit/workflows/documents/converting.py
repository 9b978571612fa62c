"""One document from one format to another, through the model."""

import csv
import io
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.model import Document
from toolkit.writers import akn, docx, html, markdown


class TargetFormat(StrEnum):
    """The formats that are written."""

    DOCX = "docx"
    MARKDOWN = "markdown"
    HTML = "html"
    AKN = "akn"


SUFFIXES = {
    ".docx": TargetFormat.DOCX,
    ".md": TargetFormat.MARKDOWN,
    ".html": TargetFormat.HTML,
    ".xml": TargetFormat.AKN,
}


def format_of(path: Path) -> TargetFormat:
    """Return the format a file name asks for.

    Raises:
        UsageError: the suffix is of no format that is written.
    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        known = " or ".join(SUFFIXES)
        raise UsageError(f"{path}: the name must end in {known}.") from None


_NAMES = {"md": TargetFormat.MARKDOWN, "xml": TargetFormat.AKN}


def other_formats(names: str) -> tuple[TargetFormat, ...]:
    """Return the formats that a list such as "html,md,akn" names, to stand beside a Word file.

    Raises:
        UsageError: one is not known, or is Word's own.
    """
    found: list[TargetFormat] = []
    for name in filter(None, (one.strip().lower() for one in names.split(","))):
        target = _NAMES.get(name) or next((one for one in TargetFormat if one.value == name), None)
        if target is None or target is TargetFormat.DOCX:
            raise UsageError(
                f"“{name}” cannot be written beside the Word file; use html, md or akn."
            )
        found.append(target)
    return tuple(dict.fromkeys(found))


def suffix_of(target: TargetFormat) -> str:
    """Return how the names of files of a format end."""
    return next(suffix for suffix, one in SUFFIXES.items() if one is target)


def convert(
    document: Document,
    target: TargetFormat,
    *,
    live: bool = False,
    earlier: Mapping[str, str] | None = None,
) -> bytes:
    """Return ``document`` as a file.

    ``live`` has Word do the numbering of a DOCX; ``earlier`` are the names that places had before
    a renumbering, which Akoma Ntoso keeps.

    Raises:
        UsageError: Akoma Ntoso is asked for and nothing says of when the document is.
    """
    if target is TargetFormat.MARKDOWN:
        return markdown.write(document).encode("utf-8")
    if target is TargetFormat.HTML:
        return html.write(document).encode("utf-8")
    if target is TargetFormat.AKN:
        return akn.write(document, earlier)
    return docx.write(document, numbers="live" if live else "typed")


def earlier_names(table: str, name: str) -> dict[str, str]:
    """Return names of places with those before, from a table of ``undraft renumber --map``.

    Only what has one old and one new number is in it; ``name`` is the table's, for messages.

    Raises:
        UsageError: it is no such table.
    """
    try:
        rows = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
        known = {"kind", "old", "new"} <= set(rows.fieldnames or ())
        pairs = [(row["kind"], row["old"], row["new"]) for row in rows] if known else []
    except csv.Error:
        known = False
    if not known:
        raise UsageError(
            f"{name} is no table of numbers: its first line must be "
            "kind,path_old,old,new,relation, as undraft renumber --map writes it."
        )
    return {
        f"{kind}_{new}": f"{kind}_{old}"
        for kind, old, new in pairs
        if old and new and (old.isdecimal() and new.isdecimal())
    }
