"""Which reader reads a file: its content decides, its suffix breaks a tie."""

from functools import cache
from pathlib import PurePath
from typing import Final

import toolkit.readers as package
from toolkit.discover import members
from toolkit.errors import InputError, UsageError
from toolkit.readers.decoding import decode
from toolkit.readers.notation import notation
from toolkit.readers.reader import Reader, ReadOptions, ReadResult

_MOST_TEXT: Final = 10_000_000  # bytes; some three thousand pages
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK\x03\x04"
_WORD: Final = (".docx", ".docm", ".dotx", ".dotm")
_REFUSED: Final = (
    (b"%PDF-", "is a PDF; save its text as .txt, or use the DOCX it was made from."),
    (_ZIP, "is a zip file, but no Word document was found in it; give a .docx file."),
    (b"{\\rtf", "is an RTF file; save it as .docx in Word or LibreOffice and read that."),
    (b"<?xml", "is an XML file; a DOCX, Markdown or text file was expected."),
    (b"<!DOCTYPE html", "is a web page; a DOCX, Markdown or text file was expected."),
    (b"<html", "is a web page; a DOCX, Markdown or text file was expected."),
    (b"\x89PNG", "is a picture; a DOCX, Markdown or text file was expected."),
    (b"\xff\xd8\xff", "is a picture; a DOCX, Markdown or text file was expected."),
)


@cache
def readers() -> tuple[Reader, ...]:
    """Return every reader, in module order: docx, markdown, plaintext."""
    return members(package, Reader)  # type: ignore[type-abstract]


def read_bytes(
    data: bytes, path: str, *, name: str | None = None, options: ReadOptions | None = None
) -> ReadResult:
    """Read a file of any known kind.

    Args:
        data: all of it.
        path: as the user gave it, for messages, ``Origin`` and the tie-breaker.
        name: of the reader to use whatever the content looks like; None: by content.
        options: None for the defaults.

    Raises:
        InputError: it is empty, too long, of no kind that can be read, or text under a Word file's
            name; the sentence says which.
        UsageError: there is no reader of that name.
    """
    options = options or ReadOptions()
    if not data.strip():
        raise InputError(f"{path} is empty.")
    if len(data) > _MOST_TEXT and not data.startswith(_ZIP):
        size = f"{len(data) / 1_000_000:.0f} MB"
        raise InputError(f"{path} is {size} long, far more than any report; give the report alone.")
    if name is not None:
        return _named(name).read(data, path, options)
    fitting = [one for one in readers() if one.recognises(data)]
    refusal = _refusal(data)
    if refusal and not any(one.name == "docx" for one in fitting):
        raise InputError(f"{path} {refusal}")
    if fitting and not data.startswith(_ZIP) and PurePath(path).suffix.lower() in _WORD:
        raise InputError(
            f"{path} is named as a Word file but is none; ask for a fresh copy, or, if its text is "
            "what you want, read it with --from text."
        )
    if not fitting:
        raise InputError(f"{path} is no document we can read; give a DOCX, Markdown or text file.")
    if not data.startswith(_ZIP) and (what := _notation(data, path)):
        raise InputError(
            f"{path} is {what}, not a document; give a DOCX, Markdown or text file, or, if its "
            "words are what you want, read it with --from text."
        )
    return _chosen(fitting, path).read(data, path, options)


def visible(data: bytes, path: str, name: str, options: ReadOptions) -> str:
    """Return every word a file shows, as ``Reader.visible`` of the reader called ``name``."""
    return _named(name).visible(data, path, options)


def _named(name: str) -> Reader:
    for one in readers():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in readers())
    raise UsageError(f"There is no reader “{name}”; there are {known}.")


def _chosen(fitting: list[Reader], path: str) -> Reader:
    """Return the reader whose suffix the file has, else the first: the most particular one.

    Markdown without any mark-up looks like plain text; then the suffix is all there is to go by.
    """
    suffix = PurePath(path).suffix.lower()
    textual = fitting[-1].name == "text"
    for one in readers():
        if suffix in one.suffixes and (one in fitting or (textual and one.name == "markdown")):
            return one
    return fitting[0]


def _notation(data: bytes, path: str) -> str | None:
    """Return what kind of data for programs a text is, None for a document."""
    decoded = decode(data)
    return notation(decoded.text, path) if decoded else None


def _refusal(data: bytes) -> str | None:
    """Return why a file of a known but unreadable kind is not read."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return (
                "is protected with a password; open it in Word, remove the password, and save it."
            )
        return "is a Word 97–2003 file; save it as .docx in Word or LibreOffice and read that."
    head = data.lstrip()[:20].lower()
    return next((why for sign, why in _REFUSED if head.startswith(sign.lower())), None)
