"""Two versions of a document, and what changed its name between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.compare import pairs_of
from toolkit.errors import UsageError
from toolkit.languages import by_code
from toolkit.model import Block, Document
from toolkit.terms import Termbase, term_of
from toolkit.terms.drift import Drift, Passage, drift
from toolkit.terms.termbase import Concept, Section, Status
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.terms.looking import texts
from toolkit.workflows.terms.words import cutter


@dataclass(frozen=True, slots=True)
class Drifted:
    """Two versions and what changed its name; ``passages`` is how many places were compared."""

    old: Loaded
    new: Loaded
    drifts: tuple[Drift, ...]
    passages: int

    @property
    def language(self) -> str:
        """The language of both."""
        return self.new.document.language


def drift_files(old: str, new: str, *, least: int = 2) -> Drifted:
    """Return what changed its name in ``least`` places or more, or everywhere it stood.

    Raises:
        UsageError: the versions are in different languages.
        InputError: one cannot be read.
    """
    one, other = load(old), load(new)
    if one.document.language != other.document.language:
        raise UsageError(
            f"{old} is in {one.document.language} and {new} in {other.document.language}. Two "
            "versions in one language were expected."
        )
    passages = list(_passages(one.document, other.document))
    language = by_code(other.document.language)
    cut = cutter(language, (text for each in passages for text in (each.old, each.new)))
    whole = [text for _, text in texts(one.document)], [text for _, text in texts(other.document)]
    found = drift(passages, language, cut, whole=whole)
    kept = tuple(each for each in found if each.count >= least)
    return Drifted(one, other, kept, len(passages))


def as_terms(drifted: Drifted) -> Termbase:
    """Return the changes as a termbase: what a thing is called now, and what is given up."""
    news: dict[str, list[str]] = {}
    for one in drifted.drifts:
        news.setdefault(one.new, []).append(one.old)
    bodies = _body(drifted.new.document)
    concepts = (
        Concept(
            id=f"drift-{number}",
            sections=(
                Section(
                    drifted.language,
                    (
                        term_of(new, status=Status.PREFERRED, bodies=bodies),
                        *(term_of(old, status=Status.DEPRECATED, bodies=bodies) for old in olds),
                    ),
                ),
            ),
        )
        for number, (new, olds) in enumerate(news.items(), start=1)
    )
    return Termbase(concepts=tuple(concepts))


def _body(document: Document) -> tuple[str, ...]:
    """Return whose words they are: the symbol up to its year, () where there is none."""
    parts = (document.masthead.symbol or "").split("/")
    years = [at for at, part in enumerate(parts) if part.isdecimal()]
    body = "/".join(parts[: years[0]]) if years else ""
    return (body,) if body else ()


def _passages(old: Document, new: Document) -> Iterator[Passage]:
    for at, to in pairs_of(old, new):
        before, after = old.blocks[at], new.blocks[to]
        for one, other in zip(_texts(before), _texts(after), strict=False):
            yield Passage(path=after.path, place=after.place, old=one, new=other)


def _texts(block: Block) -> Sequence[str]:
    cells = [cell for row in block.rows for cell in row]
    return [*(cells or [block.text]), *(note.text for note in block.notes)]
