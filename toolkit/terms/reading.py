"""A file to a termbase, with what reading has to say, whichever kind of file it is."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.terms.foreign import read_foreign
from toolkit.terms.markup import is_tbx
from toolkit.terms.table import read_table
from toolkit.terms.tbx import read_tbx
from toolkit.terms.termbase import Termbase

TABLES: Final = (".csv", ".tsv", ".tab", ".utf8")


@dataclass(frozen=True, slots=True)
class Reading:
    """A termbase that was read; ``findings`` tell what was left out and why."""

    termbase: Termbase
    findings: tuple[Finding, ...]


def read_termbase(
    data: bytes, file: str, *, languages: tuple[str, str] = ("en", "zh"), foreign: bool = False
) -> Reading:
    """Read TBX of any edition, or a table of terms; which of them is seen from the content.

    Args:
        data: of the file.
        file: its name, for messages.
        languages: source and target, for files that do not say theirs.
        foreign: have translate-toolkit read it, which knows other kinds.

    Raises:
        InputError: it is none of these, or does not hold; the message says where.
    """
    if foreign:
        return Reading(*read_foreign(data, file, languages))
    if is_tbx(data):
        return Reading(*read_tbx(data, file))
    if PurePath(file).suffix.lower() in TABLES:
        return Reading(*read_table(data, file))
    if data.lstrip()[:1] == b"<" or PurePath(file).suffix.lower() == ".tbx":
        return Reading(*read_tbx(data, file))
    raise InputError(
        f"{file} is no termbase: TBX, or a table as .csv or .tsv, was expected. `undraft term "
        "import --via translate` makes a termbase of more kinds."
    )
