"""Which terms a text uses, what they are to the body that speaks, and what it calls them itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.model.edits import Spot
from toolkit.model.terms import Standing, TermFacing, TermUse
from toolkit.symbols.find import find as find_symbols
from toolkit.terms.matching import Finder, Found
from toolkit.terms.termbase import Concept, Status, Term, Termbase
from toolkit.text.spans import Span

_QUOTED: Final = re.compile(
    r"“[^“”]{1,2000}”|《[^《》]{1,500}》|「[^「」]{1,2000}」|\x22[^\x22\n]{1,2000}\x22"
)
# What is judged least gravely is what a form is, where it belongs to several concepts.
_MILDEST: Final = (Standing.PREFERRED, Standing.ADMITTED, Standing.ELSEWHERE, Standing.DEPRECATED)


@dataclass(frozen=True, slots=True)
class _Meaning:
    concept: Concept
    term: Term


class Vocabulary:
    """A termbase as one body speaks one language.

    ``body`` is the symbol of a document or the beginning of one, "" where it is not known.
    """

    def __init__(self, base: Termbase, language: str, body: str = "") -> None:
        """Take the terms in ``language``; nothing is looked for yet."""
        self.language = language
        self._body = body
        forms = (
            (term.text, _Meaning(concept, term))
            for concept in base.concepts
            for term in concept.terms(language)
        )
        self._finder = Finder(forms, language)
        # What was asked before: many sentences ask the same.
        self._judged: dict[int, tuple[tuple[Standing, Term], ...]] = {}
        self._finders: dict[tuple[str, ...], Finder[str]] = {}

    def uses(self, texts: Iterable[tuple[Spot, str]]) -> Iterator[TermUse]:
        """Yield the terms in texts, in order; the longest at each place."""
        for spot, text in texts:
            quoted = _quotations(text)
            for found in self._found(text):
                yield self._use(spot, text, found, quoted)

    def allowed(self, concept: Concept) -> tuple[str, ...]:
        """Return the forms this body may use for a concept, the preferred ones first."""
        terms = self._standings(concept)
        admitted = (term.text for standing, term in terms if standing is Standing.ADMITTED)
        return tuple(dict.fromkeys((*self.preferred(concept), *admitted)))

    def preferred(self, concept: Concept) -> tuple[str, ...]:
        """Return what this body calls a concept, the best first."""
        terms = self._standings(concept)
        preferred = (term.text for standing, term in terms if standing is Standing.PREFERRED)
        return tuple(dict.fromkeys(preferred))

    def concepts(self, text: str) -> Iterator[tuple[Span, tuple[Concept, ...]]]:
        """Yield the places of terms in a text that is not quoted, with what they mean."""
        quoted = _quotations(text)
        for found in self._found(text):
            if not any(found.span.overlaps(one) for one in quoted):
                yield found.span, tuple(meaning.concept for meaning in found.meant)

    def concepts_anywhere(self, text: str) -> Iterator[Concept]:
        """Yield what the terms in a text mean, quoted ones too."""
        for found in self._found(text):
            yield from (meaning.concept for meaning in found.meant)

    def holds(self, text: str, forms: Sequence[str]) -> bool:
        """Return whether a text has one of these forms, be it inside a longer word."""
        names = tuple(forms)
        if names not in self._finders:
            self._finders[names] = Finder(((form, form) for form in names), self.language)
        return any(True for _ in self._finders[names].find(text))

    def _found(self, text: str) -> Iterator[Found[_Meaning]]:
        """Yield the terms in a text; what stands in a document symbol is none."""
        symbols = [one.span for one in find_symbols(text)]
        for found in self._finder.find(text):
            if not any(found.span.overlaps(one) for one in symbols):
                yield found

    def _use(
        self, spot: Spot, text: str, found: Found[_Meaning], quoted: Sequence[Span]
    ) -> TermUse:
        judged = [(self._standing_of(one), one) for one in found.meant]
        standing, meaning = min(judged, key=lambda one: _MILDEST.index(one[0]))
        return TermUse(
            spot=spot,
            start=found.span.start,
            end=found.span.end,
            said=found.span.of(text),
            form=meaning.term.text,
            concept=_name(meaning.concept),
            standing=standing,
            preferred=self.preferred(meaning.concept),
            bodies=meaning.term.bodies,
            quoted=any(found.span.overlaps(one) for one in quoted),
        )

    def _standing_of(self, meaning: _Meaning) -> Standing:
        terms = self._standings(meaning.concept)
        return next(standing for standing, term in terms if term is meaning.term)

    def _standings(self, concept: Concept) -> tuple[tuple[Standing, Term], ...]:
        """Return the forms of a concept with what they are to this body."""
        # By identity: concepts are large values, and the termbase outlives the vocabulary.
        known = self._judged.get(id(concept))
        if known is None:
            terms = concept.terms(self.language)
            known = tuple((self._standing(concept, term), term) for term in terms)
            self._judged[id(concept)] = known
        return known

    def _standing(self, concept: Concept, term: Term) -> Standing:
        if not self._is_ours(term):
            # Another body's dislike says nothing to us; its word for a thing is not ours.
            other = self._body and term.status is not Status.DEPRECATED
            return Standing.ELSEWHERE if other else Standing.ADMITTED
        if term.status is Status.DEPRECATED:
            return Standing.DEPRECATED
        if term.status is Status.ADMITTED:
            return Standing.ADMITTED
        same = concept.terms(self.language)
        if not term.bodies and any(self._is_own_word(one) for one in same):
            return Standing.ELSEWHERE
        unmarked = term.status is None and any(one.status is Status.PREFERRED for one in same)
        return Standing.ADMITTED if unmarked else Standing.PREFERRED

    def _is_ours(self, term: Term) -> bool:
        return not term.bodies or any(belongs(self._body, one) for one in term.bodies)

    def _is_own_word(self, term: Term) -> bool:
        """Return whether a form is this body's own word for a thing, not everybody's."""
        wanted = term.status in (None, Status.PREFERRED)
        return wanted and bool(term.bodies) and self._is_ours(term)


def _quotations(text: str) -> list[Span]:
    return [Span(*one.span()) for one in _QUOTED.finditer(text)]


def _name(concept: Concept) -> str:
    """Return the id of a concept; the first of its forms where the termbase gives it none."""
    forms = (term.text for section in concept.sections for term in section.terms)
    return concept.id or next(forms, "")


def belongs(symbol: str, body: str) -> bool:
    """Return whether a symbol is of a body.

    >>> belongs("CSIW/COP/WG.3/2026/L.1", "CSIW/COP/WG.3"), belongs("CSIW/COP/2026/1", "CSIW/CO")
    (True, False)
    """
    whole, part = symbol.casefold().strip("/"), body.casefold().strip("/")
    return bool(part) and f"{whole}/".startswith(f"{part}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """Words of an original and of the translation that faces them, each with its block."""

    source_id: str
    source: str
    target_id: str
    target: str


def facings(
    pairs: Iterable[Facing], source: Vocabulary, target: Vocabulary
) -> Iterator[TermFacing]:
    """Yield each term of the originals that the termbase has a word for in the other language.

    A term counts as kept when any form of its concept is there: one that is deprecated is judged
    by itself. Where a form means several things, a word for one of them will do.
    """
    for pair in pairs:
        seen: set[tuple[str, ...]] = set()
        there = {_name(one) for one in target.concepts_anywhere(pair.target)}
        for span, known in source.concepts(pair.source):
            names = tuple(map(_name, known))
            allowed = [form for one in known for form in target.allowed(one)]
            if not allowed or names in seen:
                continue
            seen.add(names)
            kept = bool(there & set(names)) or target.holds(pair.target, allowed)
            yield TermFacing(
                block_id=pair.target_id,
                source_id=pair.source_id,
                said=span.of(pair.source),
                concept=names[0],
                expected=tuple(dict.fromkeys(allowed)),
                kept=kept,
            )
