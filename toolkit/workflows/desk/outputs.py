"""A pretranslated document as a file: a Word file, a page, or what translation tools read."""

from collections.abc import Callable
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.exchange.registry import writer_of, writers
from toolkit.workflows.desk.marks import Marks
from toolkit.workflows.desk.page import page
from toolkit.workflows.desk.pretranslating import Pretranslated
from toolkit.workflows.desk.segments import bilingual, put_together

Write = Callable[[Pretranslated, Marks], bytes]


def _word(made: Pretranslated, marks: Marks) -> bytes:
    return put_together(made.desk, made.translations, marks=marks)


def _page(made: Pretranslated, _marks: Marks) -> bytes:
    return page(made).encode("utf-8")


def writer_for(path: Path, *, xliff: str = "1.2", copied: bool = False) -> Write:
    """Return what writes a file of this name.

    ``xliff`` is the version of XLIFF that is written; with ``copied`` its targets are copies of
    the sources, and the translations stand beside them, as OmegaT needs it.

    Raises:
        UsageError: the suffix is of no format a translation is written in, or the format cannot
            do what is asked.
    """
    suffix = path.suffix.lower()
    known = {".docx": _word, ".html": _page}
    if suffix not in (".xlf", ".xliff") and (xliff != "1.2" or copied):
        raise UsageError(f"{path}: --xliff and --copy-source are for .xlf files only.")
    if copied and xliff != "1.2":
        raise UsageError("--copy-source is for XLIFF 1.2, the version that OmegaT reads.")
    if suffix in known:
        return known[suffix]
    write = writer_of(suffix, version=xliff, copied=copied)
    if write is None:
        names = ", ".join((*known, *writers()))
        raise UsageError(f"{path}: the name must end in one of {names}.")
    return lambda made, _marks: write(bilingual(made.desk, made.translations))
