"""Terms harvested from a memory or from two versions of a document."""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.languages import by_code
from toolkit.terms import Concept, Section, Termbase, term_of
from toolkit.terms.matching import Finder
from toolkit.terms.suggest import Couple, Suggestion, suggest
from toolkit.workflows.alignment.facing import facing_of
from toolkit.workflows.documents.reading import LoadedPair
from toolkit.workflows.terms.words import cutter
from toolkit.workflows.tm.source import Units

_SURE = 0.5  # confidence of an alignment whose sentences count


def suggested(
    couples: Sequence[Couple],
    languages: tuple[str, str],
    *,
    known: Termbase | None = None,
    least: int = 3,
    score: float = 0.7,
) -> tuple[Suggestion, ...]:
    """Return pairs that may be terms and that ``known`` does not have; see ``terms.suggest``."""
    source, target = by_code(languages[0]), by_code(languages[1])
    cuts = (
        cutter(source, (one.source for one in couples)),
        cutter(target, (one.target for one in couples)),
    )
    found = suggest(couples, (source, target), cuts, least=least, score=score)
    return tuple(_unknown(found, known, languages)) if known else found


def of_memories(names: Sequence[str], languages: tuple[str, str]) -> list[Couple]:
    """Return the units of memories.

    Raises:
        MemoryStoreError: one is missing, damaged or out of reach.
    """
    return [
        Couple(source=unit.source, target=unit.target, path=_place(unit.symbol, unit.path))
        for name in names
        for unit in Units(name, languages)
    ]


def of_pair(pair: LoadedPair) -> list[Couple]:
    """Return the sentences of two versions that surely face each other."""
    paths = {block.id: block.path for block in pair.source.document.blocks}
    return [
        Couple(
            source=" ".join(each.text for each in one.source),
            target="".join(each.text for each in one.target),
            path=paths.get(one.source[0].block_id, ""),
        )
        for one in facing_of(pair.source.document, pair.target.document)
        if one.source and one.target and one.confidence >= _SURE
    ]


def as_terms(found: Iterable[Suggestion], languages: tuple[str, str]) -> Termbase:
    """Return suggestions as a termbase for somebody to go through."""
    concepts = (
        Concept(
            id=f"suggestion-{number}",
            sections=(
                Section(languages[0], (term_of(one.source),)),
                Section(languages[1], (term_of(one.target),)),
            ),
        )
        for number, one in enumerate(found, start=1)
    )
    return Termbase(concepts=tuple(concepts))


def _place(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _unknown(
    found: Iterable[Suggestion], known: Termbase, languages: tuple[str, str]
) -> Iterator[Suggestion]:
    """Yield what the termbase does not have: it has a pair when it has both as one concept."""
    forms = [
        [
            (term.text, number)
            for number, one in enumerate(known.concepts)
            for term in one.terms(lang)
        ]
        for lang in languages
    ]
    finders = [Finder(side, lang) for side, lang in zip(forms, languages, strict=True)]
    for one in found:
        sides = zip((one.source, one.target), finders, strict=True)
        meant = [_meant(text, finder) for text, finder in sides]
        if not meant[0] & meant[1]:
            yield one


def _meant(text: str, finder: Finder[int]) -> set[int]:
    """Return what a text as a whole means."""
    whole = (found for found in finder.find(text) if found.span.length == len(text))
    return {number for found in whole for number in found.meant}
