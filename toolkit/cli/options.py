"""Options that mean the same in every command, so that they are spelt the same."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toolkit.errors import UsageError
from toolkit.languages import Language, by_code, codes
from toolkit.model import Profile


class ProfileChoice(StrEnum):
    """The profiles of the contract, with ``auto`` for recognising one."""

    AUTO = "auto"
    REPORT = "report"
    DRAFT = "draft"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    NOTE = "note"
    OTHER = "other"

    @property
    def profile(self) -> Profile | None:
        """The profile, None for ``auto``."""
        return None if self is ProfileChoice.AUTO else Profile(self.value)


class FormatChoice(StrEnum):
    """The formats of input."""

    DOCX = "docx"
    MARKDOWN = "markdown"
    TEXT = "text"


class Via(StrEnum):
    """Who reads a file instead of ourselves."""

    TRANSLATE = "translate"


class XliffVersion(StrEnum):
    """Versions of XLIFF that are written."""

    V1_2 = "1.2"
    V2_1 = "2.1"


class PlainFormat(StrEnum):
    """Output of commands that have nothing but text and JSON."""

    TEXT = "text"
    JSON = "json"


class Revisions(StrEnum):
    """How tracked changes are read."""

    CURRENT = "current"
    ORIGINAL = "original"


Json = Annotated[bool, typer.Option("--json", help="Print one JSON object (as --format json).")]
Plain = Annotated[PlainFormat, typer.Option("--format", help="How to print the result.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="File to write instead of printing.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace an output that exists.")]
ProfileOption = Annotated[
    ProfileChoice, typer.Option("--profile", help="What kind of paper it is.")
]
From = Annotated[
    FormatChoice | None, typer.Option("--from", help="Format of the input, overruling its content.")
]
RevisionsOption = Annotated[
    Revisions,
    typer.Option("--revisions", help="Tracked changes: current accepts them, original rejects."),
]
SourceLang = Annotated[
    str | None, typer.Option("--source-lang", help="Language of the original (default: en).")
]
TargetLang = Annotated[
    str | None, typer.Option("--target-lang", help="Language of the translation (default: zh).")
]
Memories = Annotated[
    list[str] | None,
    typer.Option(
        "--tm", help="Memory: .tmx, a folder of them, .undraft or an address; repeat for more."
    ),
]


def language(tag: str) -> Language:
    """Return the language a user named.

    Raises:
        UsageError: no such language here.
    """
    try:
        return by_code(tag)
    except KeyError:
        known = ", ".join(codes())
        raise UsageError(f"{tag} is not a language of this version; it knows {known}.") from None
