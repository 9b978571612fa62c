"""Edits of a document carried out in the file it was read from, of whatever kind it is."""

from collections.abc import Sequence

from toolkit.errors import InputError
from toolkit.model.edits import Edit
from toolkit.ooxml.changes import Tracking
from toolkit.readers.decoding import decode
from toolkit.workflows.editing.opening import Changeable
from toolkit.workflows.editing.text import edit_text
from toolkit.workflows.editing.word import WordEdited, edit_word

_CODECS = {"UTF-8": "utf-8", "UTF-16": "utf-16", "GB18030": "gb18030", "Windows-1252": "cp1252"}


def carried_out(
    taken: Changeable, edits: Sequence[Edit], tracking: Tracking | None = None
) -> WordEdited:
    """Return the file with edits made in it; without any its bytes are those given.

    Args:
        taken: what was read; its open file is used up.
        edits: places in its document.
        tracking: how to record them in a Word file, None to make them directly.

    Raises:
        InputError: a place cannot be found again or changed.
    """
    if taken.document.origin.format == "docx":
        if not edits:
            return WordEdited(data=taken.data, automatic=False)
        author = tracking.author if tracking else "Undraft"
        return edit_word(taken.open_again(), taken.document, edits, tracking, author)
    decoded = decode(taken.data)
    if decoded is None or decoded.lost:
        path = taken.document.origin.path
        raise InputError(f"{path} is not whole text; save it as UTF-8 and try again.")
    if not edits:
        return WordEdited(data=taken.data, automatic=False)
    text = edit_text(decoded.text, taken.document, edits)
    return WordEdited(data=as_before(text, decoded.encoding, taken.data), automatic=False)


def as_before(text: str, encoding: str, data: bytes) -> bytes:
    """Return a text as bytes, encoded and marked as the file it came from."""
    codec = _CODECS.get(encoding, "utf-8")
    marked = codec == "utf-8" and data.startswith(b"\xef\xbb\xbf")
    return text.encode("utf-8-sig" if marked else codec)
