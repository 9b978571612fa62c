"""A Word file changed in place: nothing but what is asked for changes, in any of its parts.

How to use it::

    file = WordText.open(data, "report.docx", existing=Existing.KEEP)
    file.paragraphs[14].text          # as the reader gives it, white space at the ends too
    changes = [ReplaceText(14, 3, 5, "12"), DeleteParagraph(20)]
    new = file.apply(changes, Tracking("Undraft", "2026-03-01T00:00:00Z"))   # or None: directly

Paragraphs are those of the main text in reading order (text boxes behind the paragraph they
hang in, tables cell by cell), then those of footnotes and endnotes. The kinds of changes are
plain values in ``changes.py``. All of one call name paragraphs and offsets as they are before
it, and a ``WordText`` is used for one call: open the result for the next. ``accept_all`` and
``reject_all`` are in ``revisions.py``. Which paragraph and offset a block of a document came from
is told by ``workflows/editing/locating.py``.
"""

from collections.abc import Sequence
from enum import StrEnum

from toolkit.errors import InputError, UsageError
from toolkit.ooxml.applying import Application
from toolkit.ooxml.changes import Change, Tracking
from toolkit.ooxml.opened import Opened, Words, open_word
from toolkit.ooxml.records import Item
from toolkit.ooxml.revisions import accept_all, count_revisions


class Existing(StrEnum):
    """What becomes of tracked changes that a file has already."""

    KEEP = "keep"
    ACCEPT = "accept"
    REFUSE = "refuse"


class WordText:
    """A Word file, open to be changed once.

    Attributes:
        opened: what it was opened to; a reader may read from it before ``apply``.
        paragraphs: everything that can be changed, by its index.
        items: the main text as the reader walks it.
    """

    def __init__(self, opened: Opened, data: bytes) -> None:
        """Take an open file; use ``open``."""
        self.opened = opened
        self._data = data
        self._used = False
        self.paragraphs: tuple[Words, ...] = tuple(opened.words())
        self.items: tuple[Item, ...] = opened.items

    @classmethod
    def open(cls, data: bytes, path: str, *, existing: Existing = Existing.KEEP) -> "WordText":
        """Open the bytes of a Word file; ``path`` is only for messages.

        Raises:
            InputError: it is no Word file, is damaged, so that writing it back would lose
                something, or has tracked changes and ``existing`` is REFUSE.
        """
        if existing is Existing.REFUSE and (count := count_revisions(data, path)):
            raise InputError(
                f"{path} holds {count} tracked changes; accept or reject them in Word, or say "
                "--existing keep or --existing accept."
            )
        if existing is Existing.ACCEPT:
            data = accept_all(data, path)
        return cls(open_word(data, path), data)

    @property
    def used(self) -> bool:
        """Whether it was changed, so that it must be opened again."""
        return self._used

    def apply(self, changes: Sequence[Change], tracking: Tracking | None = None) -> bytes:
        """Make all changes and return the file; its unchanged parts keep their bytes.

        Without a change the bytes are those of the input (after ``existing``).

        Args:
            changes: in any order; those that insert at one place stay in the order given.
            tracking: how to record them; None to make them directly. Comments and colours are
                never tracked, for Word has no way to.

        Raises:
            InputError: a change reaches what cannot be changed so; the sentence says what to do.
            UsageError: two changes of words overlap, or the file was changed before.
        """
        if self._used:
            raise UsageError(f"{self.opened.path}: open the file again to change it once more")
        self._used = True
        return Application(self.opened, tracking).run(changes) if changes else self._data
