"""A pretranslated document as a file: a Word file, or a page to look through."""

from collections.abc import Callable
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.workflows.desk.marks import Marks
from toolkit.workflows.desk.page import page
from toolkit.workflows.desk.segments import put_together
from toolkit.workflows.pretranslating import Pretranslated

Write = Callable[[Pretranslated, Marks], bytes]


def _word(made: Pretranslated, marks: Marks) -> bytes:
    return put_together(made.desk, made.translations, marks=marks)


def _page(made: Pretranslated, _marks: Marks) -> bytes:
    return page(made).encode("utf-8")


WRITERS: dict[str, Write] = {".docx": _word, ".html": _page}


def writer_for(path: Path) -> Write:
    """Return what writes a file of this name.

    Raises:
        UsageError: the suffix is of no format a translation is written in.
    """
    try:
        return WRITERS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(WRITERS)
        raise UsageError(f"{path}: the name must end in one of {known}.") from None
