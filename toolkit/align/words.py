"""What a segment is compared by: words cut down to their beginnings, and Chinese dictionary words.

Not the tokens that matches are counted in: here a rough common beginning ("provid" for provide,
provided, providing) is better than the exact word, and no word segmenter is needed, because a
dictionary's entries found by longest match are what can be compared through that dictionary.
"""

import re
from collections.abc import Collection, Iterator

from toolkit.languages.language import Language

BEGINNING = 6  # letters of a word that count; language-neutral, and as good as a stemmer here
LONGEST = 8  # characters of the longest dictionary word that is looked for

MARKS = {  # of punctuation, what translators keep: questions, calls, speech, things unsaid
    "?": "?？",
    "!": "!！",
    "“": '"“「『«',
    "…": "…",
}

_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def beginning(word: str) -> str:
    """Return the part of a word that is compared."""
    word = word.lower()
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return word[:BEGINNING]


def spaced_words(text: str) -> Iterator[str]:
    """Yield the beginnings of the words of a language that parts words by spaces."""
    for found in _LETTERS.finditer(text):
        if len(found[0]) > 2:
            yield beginning(found[0])


def han_runs(text: str) -> Iterator[str]:
    """Yield the unbroken stretches of Han."""
    for found in _HAN.finditer(text):
        yield found[0]


def latin_words(text: str) -> Iterator[str]:
    """Yield the words in Latin letters that stand in a text of another script."""
    for found in _LATIN.finditer(text):
        yield beginning(found[0])


def longest_words(run: str, vocabulary: Collection[str]) -> Iterator[str]:
    """Cut a run of Han by longest match; what is in no entry comes out as single characters."""
    at = 0
    while at < len(run):
        size = min(LONGEST, len(run) - at)
        while size > 1 and run[at : at + size] not in vocabulary:
            size -= 1
        yield run[at : at + size]
        at += size


def marks(text: str) -> Iterator[str]:
    """Yield the marks of punctuation that stand in a text, named alike in all languages."""
    text = text.replace("...", "…")
    for name, shapes in MARKS.items():
        if any(shape in text for shape in shapes):
            yield name


def words(text: str, lang: Language, vocabulary: Collection[str]) -> frozenset[str]:
    """Return the words ``text`` is compared by; ``vocabulary`` holds the known Han words."""
    found = set(marks(text))
    if lang.spaced:
        return frozenset(found.union(spaced_words(text)))
    found.update(latin_words(text))
    for run in han_runs(text):
        found.update(longest_words(run, vocabulary))
    return frozenset(found)
