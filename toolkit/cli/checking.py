"""What the commands that check share: options, settled settings, findings for people."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from toolkit.cli.options import FormatChoice, ProfileChoice
from toolkit.cli.output import emit
from toolkit.cli.progress import progress
from toolkit.cli.session import resolved_settings, settings
from toolkit.cli.streams import takes_colour
from toolkit.cli.telling import announce
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.render.text import findings_as_text
from toolkit.errors import UsageError
from toolkit.readers import ReadOptions
from toolkit.workflows.checking.accepting import house_of, policy_of
from toolkit.workflows.checking.checking import Checked, CheckOptions, check_files, expand
from toolkit.workflows.terms.looking import load_terms

REPAIRS = "RDR1"
"""Codes of what a reader mended by itself; losses are RDR2 and are shown."""


class FailOn(StrEnum):
    """The lowest severity that ends a check with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class MessageLanguage(StrEnum):
    """Languages of messages."""

    EN = "en"
    ZH = "zh"


Files = Annotated[
    list[str] | None, typer.Argument(metavar="FILE|DIR", help="Reports, or folders of them.")
]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Lowest severity that ends with 1.")
]
MessagesIn = Annotated[
    MessageLanguage | None, typer.Option("--lang", help="Language of the messages.")
]
Pair = Annotated[
    tuple[str, str] | None,
    typer.Option("--pair", metavar="SOURCE TARGET", help="Two language versions to compare."),
]
EachFinding = Annotated[
    bool,
    typer.Option("--all", help="Show each finding as text, those that repeat by the dozen too."),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be checked: files, those of them that were found in folders, and pairs."""

    names: tuple[str, ...]
    gathered: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    def check(self, options: CheckOptions) -> Checked:
        """Read and check all of it, and show on a terminal how far it is."""
        with progress("reading", len(self.names) + 2 * len(self.pairs)) as tick:
            return check_files(self.names, self.pairs, options, tick, gathered=self.gathered)

    def moved(self, to: Mapping[str, str]) -> "Asked":
        """Return the same, of files that are elsewhere now where ``to`` says so."""
        return Asked(
            tuple(to.get(name, name) for name in self.names),
            tuple(to.get(name, name) for name in self.gathered),
            tuple((to.get(one, one), to.get(other, other)) for one, other in self.pairs),
        )


def asked_for(files: Sequence[str] | None, pair: tuple[str, str] | None) -> Asked:
    """Return what a command line asks to check.

    Raises:
        UsageError: neither a file nor a pair is named.
        InputError: a folder holds no report.
    """
    named = frozenset(files or ())
    names = expand(files or ())
    if not names and not pair:
        raise UsageError("Name a file, a folder, or two versions with --pair SOURCE TARGET.")
    gathered = tuple(name for name in names if name not in named)
    return Asked(names, gathered, (pair,) if pair else ())


def settled_options(
    profile: ProfileChoice = ProfileChoice.AUTO,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    terms: list[str] | None = None,
    source_format: FormatChoice | None = None,
) -> CheckOptions:
    """Return how to check: what was asked for, and what the settings say where nothing was."""
    ours = settings()
    auto = profile is ProfileChoice.AUTO
    return CheckOptions(
        languages=(ours.source_lang, ours.target_lang),
        read=ReadOptions(profile=(ProfileChoice(ours.profile) if auto else profile).profile),
        reader=source_format.value if source_format else None,
        select=_words(select, ours.select),
        ignore=_words(ignore, ours.ignore),
        house=house_of(ours),
        policy=policy_of(resolved_settings()),
        terms=load_terms(terms or ours.terms) if terms or ours.terms else None,
    )


def _words(given: list[str] | None, default: tuple[str, ...]) -> tuple[str, ...]:
    if not given:
        return default
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())


def show_text(checked: Checked, lang: str, *, everything: bool = False) -> None:
    """Print findings for people; a reader's repairs are only counted, they need no mending.

    Unless ``everything`` is wanted, what is said by the dozen is gathered.
    """
    result = checked.result
    repairs = [one for one in result.findings if one.code.startswith(REPAIRS)]
    shown = [one for one in result.findings if not one.code.startswith(REPAIRS)]
    colour = takes_colour(sys.stdout, os.environ)
    text = findings_as_text(shown, result.checked, lang, colour=colour, everything=everything)
    emit(text.rstrip("\n"))
    for file, count in Counter(one.file for one in repairs).items():
        announce(
            "note: {file}: {count} repair while reading; `undraft read` lists it."
            if count == 1
            else "note: {file}: {count} repairs while reading; `undraft read` lists them.",
            lang=lang,
            file=file,
            count=count,
        )


def reached(findings: Iterable[Finding], floor: FailOn) -> bool:
    """Return whether any finding is as grave as ``floor``, so that a check ends with 1."""
    if floor is FailOn.NEVER:
        return False
    return any(one.severity.rank >= Severity(floor.value).rank for one in findings)
