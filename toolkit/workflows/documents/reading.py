"""Files to documents, two versions to a pair."""

from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.model import Document
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.versions import two_versions


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the input it came from and the reader's findings."""

    input: Input
    document: Document
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class LoadedPair:
    """Two language versions, source first; ``swapped`` when they were given the other way round."""

    source: Loaded
    target: Loaded
    swapped: bool = False


def load(path: str, *, name: str | None = None, options: ReadOptions | None = None) -> Loaded:
    """Read one file.

    Args:
        path: the file, "-" for standard input.
        name: of the reader, overruling the content ("docx", "markdown", "text").
        options: how to read; None for the defaults.

    Raises:
        InputError: see ``files.read_input`` and the readers.
    """
    return loaded(read_input(path), name=name, options=options)


def loaded(given: Input, *, name: str | None = None, options: ReadOptions | None = None) -> Loaded:
    """As ``load``, of a file whose bytes are there already."""
    result = read_bytes(given.data, given.path, name=name, options=options or ReadOptions())
    return Loaded(given, result.document, result.findings)


def order_pair(one: Loaded, other: Loaded, source_lang: str, target_lang: str) -> LoadedPair:
    """Put two documents in the order source, target by the languages they are in.

    Raises:
        UsageError: both are in the same language, or one is in neither of the two.
    """
    languages = (one.document.language, other.document.language)
    if languages == (source_lang, target_lang):
        return LoadedPair(one, other)
    if languages == (target_lang, source_lang):
        return LoadedPair(other, one, swapped=True)
    two_versions((one.input.path, languages[0]), (other.input.path, languages[1]))
    raise UsageError(
        f"{one.input.path} is in {languages[0]} and {other.input.path} in {languages[1]}; "
        f"{source_lang} and {target_lang} were expected (--source-lang, --target-lang)."
    )
