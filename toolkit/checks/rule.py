"""What a rule is, and the input it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from toolkit.diagnostics import Finding, Fix, Severity
from toolkit.model import Block, Document, Profile
from toolkit.model.terms import TermFacing, TermUse
from toolkit.model.unit import TranslationUnit

# Code points of a block that a finding quotes: thousands of findings in one endless line would
# quote all of it thousands of times.
_LONGEST: Final = 5_000


class Scope(StrEnum):
    """What a rule looks at.

    A document, two versions of one, the parts of a report, a memory, a document with the terms
    that a termbase knows in it, or a template of documents.
    """

    DOCUMENT = "document"
    PAIR = "pair"
    SET = "set"
    MEMORY = "memory"
    TERMS = "terms"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; ``block_id`` is "" for the title."""

    block_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Facing:
    """Sentences that translate each other; a side is empty where nothing translates the other.

    ``confidence`` is 0-1.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PairInput:
    """Two language versions, source first.

    ``facing`` covers their sentences in order, and is empty where nobody has aligned them.
    """

    source: Document
    target: Document
    facing: tuple[Facing, ...] = ()


@dataclass(frozen=True, slots=True)
class SetInput:
    """What is there of one report: its parts in order, draft before final, in all languages."""

    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class MemoryInput:
    """The units of a memory; ``file`` is its name, ``languages`` are source and target."""

    file: str
    languages: tuple[str, str]
    units: tuple[TranslationUnit, ...]


@dataclass(frozen=True, slots=True)
class TermsInput:
    """A document and the terms of a termbase in it, in order.

    ``facings`` are the terms of its original, where the document is a translation that stands
    beside it; ``original`` is that document.
    """

    document: Document
    uses: tuple[TermUse, ...]
    facings: tuple[TermFacing, ...] = ()
    original: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateInput:
    """A template folder: what is wrong with it, and how much there was to look at.

    ``findings`` have the codes of the rules about templates (TPL).
    """

    folder: str
    findings: tuple[Finding, ...]
    clauses: int = 0
    fields: int = 0
    roles: int = 0
    examples: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a rule looked at: the finding it gave, or None when all was well.

    Counting cases is how "nothing found" is told from "nothing looked at".
    """

    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small document in our Markdown dialect.

    Pairs give both languages, memories both texts, sets two parts of one report. ``terms`` is a
    table of terms with a line for each concept, for rules on terms. For rules on templates
    ``text`` is ``text.toml`` and ``other`` ``template.toml``, ``data`` the example data, and
    ``without`` a file that the folder lacks.
    """

    text: str
    language: str = "en"
    other: str = ""
    terms: str = ""
    data: str = ""
    without: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check.

    ``code`` is family and three digits; ``name`` reads well after "allow": it is the bad pattern.
    ``message`` is the English template of its findings, with ``{names}``. ``profiles`` are those it
    applies to (empty: all). ``house`` names the setting that the rule obeys ("" for none), and
    ``choice`` is what it is set to, "" when nobody has. ``instead_of`` is the code of a rule that
    finds the same without the original; where both do, this one tells it. ``authority`` names the
    manual and section. ``bad`` and ``good`` examples are run by the tests. ``check`` yields one
    ``Case`` for each thing it looked at. The module's docstring is the rule's page.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    authority: str
    check: (
        Callable[["Rule", Document], Iterator[Case]]
        | Callable[["Rule", PairInput], Iterator[Case]]
        | Callable[["Rule", SetInput], Iterator[Case]]
        | Callable[["Rule", MemoryInput], Iterator[Case]]
        | Callable[["Rule", TermsInput], Iterator[Case]]
        | Callable[["Rule", TemplateInput], Iterator[Case]]
    )
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    scope: Scope = Scope.DOCUMENT
    profiles: tuple[Profile, ...] = ()
    house: str = ""
    choice: str = ""
    instead_of: str = ""

    def at(
        self,
        document: Document,
        block: Block | None,
        span: tuple[int, int] | None = None,
        fix: Fix | None = None,
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
                fix=fix,
            )
        )

    def of_unit(self, memory: MemoryInput, at: int, **values: object) -> Case:
        """Return a case with a finding about the unit at a place of a memory, from 0."""
        unit = memory.units[at]
        return Case(
            Finding(
                code=self.code,
                name=self.name,
                severity=self.severity,
                template=self.message,
                values={key: str(value) for key, value in values.items()},
                file=memory.file,
                path=unit.path,
                place=f"unit {at + 1}",
                snippet=unit.source[:_LONGEST],
            )
        )


FINE = Case()
