"""Files read to be changed: a Word file is opened once, read from, and changed."""

from dataclasses import dataclass

from toolkit.errors import InputError
from toolkit.model import Document
from toolkit.ooxml.package import is_word
from toolkit.ooxml.revising import WordText
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER, read_open
from toolkit.readers.registry import read_bytes


@dataclass(frozen=True, slots=True)
class Changeable:
    """A document and the bytes it was read from.

    ``file`` is the same, open to be changed once; None for text, and for a Word file that can be
    read and not be changed, of which ``open_again`` says why.
    """

    document: Document
    data: bytes
    file: WordText | None = None

    def open_again(self) -> WordText:
        """Return the file open to be changed: the one at hand until it is used, else opened now.

        Raises:
            InputError: it is damaged, so that writing it back would lose something.
        """
        if self.file is not None and not self.file.used:
            return self.file
        return WordText.open(self.data, self.document.origin.path)


def read_to_change(data: bytes, path: str, name: str | None, options: ReadOptions) -> Changeable:
    """Read a file of any kind as ``read_bytes`` does, and keep it open.

    Raises:
        InputError: it cannot be read.
        UsageError: there is no reader of that name.
    """
    in_word = name in (None, READER.name) and is_word(data)
    file = _opened(data, path) if in_word and options.revisions == "current" else None
    if file is None:
        return Changeable(read_bytes(data, path, name=name, options=options).document, data)
    return Changeable(read_open(file, data, options).document, data, file)


def _opened(data: bytes, path: str) -> WordText | None:
    try:
        return WordText.open(data, path)
    except InputError:
        return None  # what is damaged can still be read
