"""Bytes to text: UTF-8 first, then UTF-16 by its mark, then GB18030, told as a finding."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.structure import repairs

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_BINARY: Final = frozenset(range(32)) - {9, 10, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; ``guessed`` when nothing in the file said so."""

    text: str
    encoding: str
    guessed: bool = False
    lost: int = 0

    def findings(self, path: str) -> Iterator[Finding]:
        """Yield what an editor should know of the encoding."""
        if self.guessed:
            yield repairs.GUESSED_ENCODING.at(None, path, encoding=self.encoding)
        if self.lost:
            yield repairs.UNREADABLE_CHARACTERS.at(
                None, path, count=self.lost, encoding=self.encoding
            )


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file, None when it is no text: control bytes, or of no encoding."""
    for mark, codec, name in _MARKED:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            return None if "\0" in text else Decoded(text, name, lost=text.count("\ufffd"))
    if not _BINARY.isdisjoint(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode("gb18030"), "GB18030", guessed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "replace"), "Windows-1252", guessed=True)
