"""One document from one format to another, through the model."""

from enum import StrEnum
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.model import Document
from toolkit.writers import docx, markdown


class TargetFormat(StrEnum):
    """The formats that are written."""

    DOCX = "docx"
    MARKDOWN = "markdown"


SUFFIXES = {".docx": TargetFormat.DOCX, ".md": TargetFormat.MARKDOWN}


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


def convert(document: Document, target: TargetFormat, *, live: bool = False) -> bytes:
    """Return ``document`` as a file; ``live`` has Word do the numbering of a DOCX."""
    if target is TargetFormat.MARKDOWN:
        return markdown.write(document).encode("utf-8")
    return docx.write(document, numbers="live" if live else "typed")
