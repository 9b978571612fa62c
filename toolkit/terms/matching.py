"""Forms of terms in a text: the longest at each place, whatever their number and case.

Looking up costs as much as the text is long, however large the termbase.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from toolkit.languages.tags import base
from toolkit.terms.inflection import key
from toolkit.text.normalize import fold_width
from toolkit.text.spans import Span

T = TypeVar("T")

LONGEST: Final = 60  # words or characters of a form; a longer one is a sentence
UNSPACED: Final = ("zh", "zh-hant", "ja", "th")

_WORD: Final = re.compile(r"[^\W_]+")
_SIGN: Final = re.compile(r"[A-Za-z0-9]+|[^\s]")
_GAP: Final = re.compile(r"[\s‐‑–-]+")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A form in a text; ``meant`` are all that were given for the form, in order."""

    span: Span
    meant: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """A unit of a text: what is compared, what parts it from the one before, and where it is."""

    key: str
    gap: str
    start: int
    end: int


class Finder(Generic[T]):
    """Finds the forms of one language."""

    def __init__(self, forms: Iterable[tuple[str, T]], language: str) -> None:
        """Take forms, each with what it means; one without letters or figures is passed over."""
        self._cut = _cutter(language)
        self._by_first: dict[str, dict[tuple[str, ...], list[tuple[str, T]]]] = {}
        self._lengths: dict[str, list[int]] = {}
        for form, meant in forms:
            self._add(form, meant)
        for first, known in self._by_first.items():
            self._lengths[first] = sorted({len(one) // 2 for one in known}, reverse=True)

    def _add(self, form: str, meant: T) -> None:
        tokens = list(self._cut(form))
        if not 0 < len(tokens) <= LONGEST:
            return
        known = self._by_first.setdefault(tokens[0].key, {})
        known.setdefault(_shape(tokens), []).append((form, meant))

    def find(self, text: str) -> Iterator[Found[T]]:
        """Yield what is found in order; nothing overlaps, the longest at a place wins."""
        tokens = list(self._cut(text))
        at = 0
        while at < len(tokens):
            found = self._longest(text, tokens, at)
            if found is None:
                at += 1
                continue
            length, meant = found
            span = Span(tokens[at].start, tokens[at + length - 1].end)
            yield Found(span, meant)
            at += length

    def _longest(
        self, text: str, tokens: Sequence[_Token], at: int
    ) -> tuple[int, tuple[T, ...]] | None:
        first = tokens[at].key
        for length in self._lengths.get(first, ()):
            here = tokens[at : at + length]
            if len(here) < length:
                continue
            meant = self._meant(text, here)
            if meant:
                return length, meant
        return None

    def _meant(self, text: str, here: Sequence[_Token]) -> tuple[T, ...]:
        known: Mapping[tuple[str, ...], list[tuple[str, T]]] = self._by_first[here[0].key]
        said = text[here[0].start : here[-1].end]
        return tuple(meant for form, meant in known.get(_shape(here), ()) if _same_case(form, said))


def _shape(tokens: Sequence[_Token]) -> tuple[str, ...]:
    """Return units and what parts them; what stands before the first does not count."""
    return tuple(
        part for n, one in enumerate(tokens) for part in ("" if n == 0 else one.gap, one.key)
    )


def _same_case(form: str, said: str) -> bool:
    """Return whether the case fits: abbreviations have their own, "State" is not "state"."""
    if " " in form.strip():
        return True
    letters = [one for one in form if one.isalpha() and one.isascii()]
    if len(letters) > 1 and all(one.isupper() for one in letters):
        return said.rstrip("s") == form.rstrip("s") or fold_width(said) == form
    return not form[:1].isupper() or not said[:1].islower()


def _cutter(language: str) -> Callable[[str], Iterator[_Token]]:
    code = base(language)
    if code in UNSPACED:
        return _signs
    return _english if code == "en" else _words


def _english(text: str) -> Iterator[_Token]:
    return _spaced(text, key)


def _words(text: str) -> Iterator[_Token]:
    return _spaced(text, str.casefold)


def _spaced(text: str, keyed: Callable[[str], str]) -> Iterator[_Token]:
    before = 0
    for found in _WORD.finditer(text):
        gap = _GAP.sub(" ", text[before : found.start()])
        yield _Token(keyed(found[0]), gap, found.start(), found.end())
        before = found.end()


def _signs(text: str) -> Iterator[_Token]:
    """Yield characters, Latin words whole; white space counts only between such words."""
    folded = fold_width(text)
    latin = False
    before = 0
    for found in _SIGN.finditer(folded):
        word = found[0].casefold()
        now = found[0].isascii() and found[0].isalnum()
        gap = " " if latin and now and found.start() > before else ""
        yield _Token(word, gap, found.start(), found.end())
        latin, before = now, found.end()
