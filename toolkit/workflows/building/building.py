"""A template, a data file and the memories to drafts in several languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.assemble import (
    Data,
    Filled,
    Suggestion,
    Template,
    earlier,
    fill,
    find,
    going_on,
    load,
    read_data,
    translate,
)
from toolkit.assemble.template import BASE
from toolkit.errors import InputError, TemplateError, UsageError
from toolkit.languages import Language, by_code
from toolkit.memory.match import Match, MatchKind
from toolkit.model import Document, Profile
from toolkit.symbols.relations import base
from toolkit.symbols.symbol import Symbol
from toolkit.workflows.building.visible import with_remarks
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.reading import load as load_document
from toolkit.workflows.filling.differing import changes_of
from toolkit.workflows.filling.filling import Filler
from toolkit.workflows.filling.remembering import open_memories
from toolkit.workflows.installed.shipped import shipped
from toolkit.writers import docx


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build: where to look for translations, and how numbers and origins are shown.

    Without ``marks`` nothing would show that a fuzzy match is one, and none is filled.
    ``after`` are the files of the parts of the report that came before this one.
    """

    memories: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    numbers: docx.Numbers = "typed"
    marks: docx.Marks = "comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One draft: its language, the filled template, and the Word file."""

    language: Language
    filled: Filled
    data: bytes

    @property
    def file_name(self) -> str:
        """``<symbol with / as _>.<lang>.docx``; "draft" stands in for a missing symbol."""
        symbol = self.filled.document.masthead.symbol or "draft"
        return f"{symbol.replace('/', '_').rstrip('*')}.{self.language.code}.docx"

    def document_for(self, marks: docx.Marks) -> Document:
        """Return the document for formats that have no comments and colours.

        With ``marks``, what is not sure has words behind it that say so.
        """
        return self.filled.document if marks == "none" else with_remarks(self.filled)


def find_template(name: str, own: str) -> Template:
    """Load a template by path, else from the folder ``own``, else from the shipped ones.

    Raises:
        TemplateError: there is none, or it does not hold.
    """
    return load(find(name, (Path(own), shipped("templates"))))


def read_text(path: str) -> tuple[Input, str]:
    """Return a data file and its text.

    Raises:
        InputError: it cannot be read, or is not UTF-8.
    """
    given = read_input(path)
    if given.data.startswith(b"PK"):
        raise InputError(
            f"{path} is a Word file or another archive; --data takes the data file, a TOML file. "
            "undraft new makes one."
        )
    try:
        return given, given.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8.") from None


def build(
    template: Template,
    data_file: tuple[str, str],
    languages: Sequence[Language],
    options: BuildOptions,
) -> tuple[Built, ...]:
    """Build the draft in each of ``languages``.

    The template's own first language is filled; the others are drawn from its approved wording,
    then from the memories, sentence by sentence. Memories are opened only for a translation.
    ``data_file`` is the text and the path of the data.

    Raises:
        TemplateError: the template or the data file does not hold; every fault is listed.
        UsageError: the template is not made for one of the languages, or not for a later part.
        InputError: an earlier part cannot be read.
        MemoryStoreError: a memory cannot be opened.
    """
    _offered(template, languages)
    data = read_data(*data_file, template)
    if options.after:
        data = _after(template, data, options.after)
    source = by_code(template.languages[0])
    original = fill(template, data, source)
    built = []
    for language in languages:
        filled = original
        if language.code != source.code:
            opened = open_memories(options.memories, (source, language))
            lookup = _Lookup(Filler(memories=opened, source=source, target=language))
            shown = options.marks != "none"
            filled = translate(original, template, data, language, lookup, fuzzy=shown)
        built.append(_write(template, language, filled, options))
    return tuple(built)


def _after(template: Template, data: Data, paths: Sequence[str]) -> Data:
    """Return the data with numbers that go on from the parts at ``paths``."""
    if template.profile is not Profile.ADDENDUM:
        raise UsageError(
            f"The template {template.name} makes the first part of a report; --after is for an "
            "addendum."
        )
    parts = [load_document(path).document for path in paths]
    own = data.values.get("symbol")
    for path, part in zip(paths, parts, strict=True):
        _of_one_report(own, part.masthead.symbol, path)
    return going_on(template, data, earlier(parts))


def _of_one_report(own: object, other: str | None, path: str) -> None:
    """Refuse a part whose symbol is not that of the same report, or is this document's own."""
    try:
        symbol = Symbol.parse(other) if other else None
    except ValueError:
        symbol = None
    if not isinstance(own, Symbol):
        return
    if symbol is None:
        raise UsageError(
            f"{path} has no document symbol, so that nothing says it is a part of the report of "
            f"{own}; --after names the Word files of the parts before it."
        )
    if base(symbol) != base(own):
        raise UsageError(f"{path} is {symbol}, which is not a part of the report of {own}.")
    if symbol == own:
        raise UsageError(f"{path} is {own} itself; --after names the parts before it.")


def _offered(template: Template, wanted: Sequence[Language]) -> None:
    for language in wanted:
        if language.code not in template.languages:
            offered = ", ".join(template.languages)
            raise UsageError(
                f"The template {template.name} is not made for {language.code}; it has {offered}."
            )


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Asks the memories for one sentence."""

    filler: Filler

    def __call__(self, sentence: str, previous: str, following: str) -> Suggestion | None:
        best = self.filler(sentence, previous, following).best
        return _suggestion(best) if best else None


def _suggestion(found: Match) -> Suggestion:
    changes = ", ".join(f"{old} -> {new}" for old, new in found.substitutions)
    return Suggestion(
        text=found.suggestion,
        kind=found.kind.value,
        score=found.score,
        symbol=found.unit.symbol,
        path=found.unit.path,
        note=f"set: {changes}" if changes else "",
        changes=changes_of(found) if found.kind is MatchKind.FUZZY else (),
    )


def _write(template: Template, language: Language, filled: Filled, options: BuildOptions) -> Built:
    translated = language.code != template.languages[0]
    try:
        data = docx.write(
            filled.document,
            base=template.base,
            styles=template.roles,
            numbers=options.numbers,
            remarks=filled.remarks() if translated else (),
            marks=options.marks,
        )
    except TemplateError as error:
        raise TemplateError(f"{template.folder / BASE}: {error}") from error
    return Built(language=language, filled=filled, data=data)
