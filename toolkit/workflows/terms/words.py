"""Where words begin and end: by spaces, or in Chinese by a dictionary, the longest first."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from toolkit.align.dictionary import glosses
from toolkit.languages import Language, by_code
from toolkit.text.spans import Span

LONGEST: Final = 8  # characters of a word of the dictionary

_SPACED: Final = re.compile(r"\w+(?:['’-]\w+)*")
_LATIN: Final = re.compile(r"[A-Za-z0-9]+")

Cut = Callable[[str], Sequence[Span]]


def cutter(language: Language, texts: Iterable[str]) -> Cut:
    """Return what gives the words of these texts."""
    if language.spaced:
        return lambda text: [Span(*one.span()) for one in _SPACED.finditer(text)]
    known = frozenset(glosses(texts, language, by_code("en")))
    return lambda text: _words(text, known)


def _words(text: str, known: frozenset[str]) -> list[Span]:
    found: list[Span] = []
    at = 0
    while at < len(text):
        latin = _LATIN.match(text, at)
        if latin:
            end = latin.end()
        else:
            sizes = range(min(LONGEST, len(text) - at), 1, -1)
            end = at + next((size for size in sizes if text[at : at + size] in known), 1)
        if text[at:end].strip() and text[at].isalnum():
            found.append(Span(at, end))
        at = end
    return found
