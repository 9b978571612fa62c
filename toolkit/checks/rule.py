"""What a rule is, and the input it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Block, Document, Profile

# Code points of a block that a finding quotes: thousands of findings in one endless line would
# quote all of it thousands of times.
_LONGEST: Final = 5_000


class Scope(StrEnum):
    """What a rule looks at: one document, or two language versions of one."""

    DOCUMENT = "document"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class PairInput:
    """Two language versions, source first."""

    source: Document
    target: Document


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a rule looked at: the finding it gave, or None when all was well.

    Counting cases is how "nothing found" is told from "nothing looked at".
    """

    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small document in our Markdown dialect; pairs give both languages."""

    text: str
    language: str = "en"
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check.

    ``code`` is family and three digits; ``name`` reads well after "allow": it is the bad pattern.
    ``message`` is the English template of its findings, with ``{names}``. ``profiles`` are those it
    applies to (empty: all). ``authority`` names the manual and section. ``bad`` and ``good``
    examples are run by the tests. ``check`` yields one ``Case`` for each thing it looked at. The
    module's docstring is the rule's page.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    authority: str
    check: (
        Callable[["Rule", Document], Iterator[Case]] | Callable[["Rule", PairInput], Iterator[Case]]
    )
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    scope: Scope = Scope.DOCUMENT
    profiles: tuple[Profile, ...] = ()

    def at(
        self,
        document: Document,
        block: Block | None,
        span: tuple[int, int] | None = None,
        **values: object,
    ) -> Case:
        """Return a case with a finding at ``block`` (None: about the document as a whole)."""
        return Case(
            Finding(
                code=self.code,
                name=self.name,
                severity=self.severity,
                template=self.message,
                values={key: str(value) for key, value in values.items()},
                file=document.origin.path,
                path=block.path if block else "",
                label=block.label if block else None,
                place=block.place if block else "",
                snippet=block.text[:_LONGEST] if block else "",
                start=span[0] if span else None,
                end=span[1] if span else None,
            )
        )


FINE = Case()
