"""What every reader is: a name, a test on the first bytes, and a function."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.model import Document, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read.

    ``profile`` None: recognised from masthead and symbol. ``language`` None: from the script.
    ``revisions`` is "current" (tracked changes accepted) or "original" (rejected).
    """

    profile: Profile | None = None
    language: str | None = None
    revisions: str = "current"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A document, and what was repaired or could not be kept on the way."""

    document: Document
    findings: tuple[Finding, ...] = ()


class Reader(ABC):
    """One format.

    Attributes:
        name: as ``--from`` takes it: docx, markdown, text.
        suffixes: with the dot, lower case; only a tie-breaker, content decides.
    """

    name: str
    suffixes: tuple[str, ...]

    @abstractmethod
    def recognises(self, data: bytes) -> bool:
        """Return whether the bytes of a whole file look like this format."""

    @abstractmethod
    def read(self, data: bytes, path: str, options: ReadOptions) -> ReadResult:
        """Read a whole file.

        ``path`` is only for messages and ``Origin``; nothing is opened.

        Raises:
            InputError: there is no document in it at all.
        """

    @abstractmethod
    def visible(self, data: bytes, path: str, options: ReadOptions) -> str:
        """Return every word the file shows, mark-up and all, without looking for its structure.

        A receipt holds what ``read`` kept against this, so it must not go the way ``read`` goes.
        Marks that only point to a note are left out.

        Raises:
            InputError: as ``read``.
        """
