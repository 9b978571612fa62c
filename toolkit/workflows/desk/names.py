"""Names that no memory has as a segment, found as what the translations of sentences share.

The name of an organ or a body stands in many sentences. What all their translations have in common,
and nothing else has, is the name in the other language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from toolkit.languages import Language
from toolkit.memory.memory import Memory

_READ = 40  # sentences looked at
_FEWEST = 2  # different sentences that must have the name
_SHORTEST = 4  # signs of a name
_SURE = 0.9  # share of the sentences with the found name that have the other one
_EDGES = " \t\n,，.。;；:：、的在由向对和及与了请以“”‘’《》（）()"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the other language; ``sentences`` are how many speak for it."""

    text: str
    sentences: int


def name_in(memories: Sequence[Memory], name: str, target: Language) -> Name | None:
    """Return what a name is called, None where the memories do not show it beyond doubt."""
    pairs = dict(_pairs(memories, name, of_source=True))
    if len(pairs) < _FEWEST:
        return None
    targets = list(dict.fromkeys(pairs.values()))
    if len(targets) < _FEWEST:
        return None
    found = _shared(targets, target)
    if len(found) < _SHORTEST or found == name:
        return None
    back = dict(_pairs(memories, found, of_source=False))
    having = sum(name in source for source in back)
    if having < _SURE * len(back):
        return None
    return Name(found, len(pairs))


def _pairs(memories: Sequence[Memory], words: str, *, of_source: bool) -> Iterator[tuple[str, str]]:
    for memory in memories:
        for unit in islice(memory.containing([words]), _READ):
            if words in (unit.source if of_source else unit.target):
                yield unit.source, unit.target


def _shared(texts: Sequence[str], language: Language) -> str:
    """Return the longest stretch that all texts have, cut to whole words."""
    shortest = min(texts, key=len)
    best = ""
    for start in range(len(shortest)):
        while start + len(best) < len(shortest):
            longer = shortest[start : start + len(best) + 1]
            if not all(longer in text for text in texts):
                break
            best = longer
    return _capitalised(_whole_words(best, texts, language).strip(_EDGES), language)


def _capitalised(found: str, language: Language) -> str:
    """Leave out small words before a name: articles, prepositions."""
    while language.spaced and " " in found and found[0].islower():
        found = found.partition(" ")[2]
    return found


def _whole_words(found: str, texts: Sequence[str], language: Language) -> str:
    """Cut off letters at the ends that are parts of longer words somewhere."""
    if not language.spaced or not found:
        return found
    while found and any(_cuts(text, found, -1) for text in texts):
        found = found.partition(" ")[2]
    while found and any(_cuts(text, found, 1) for text in texts):
        found = found.rpartition(" ")[0]
    return found


def _cuts(text: str, found: str, side: int) -> bool:
    at = text.find(found)
    beside = text[at - 1 : at] if side < 0 else text[at + len(found) : at + len(found) + 1]
    edge = found[:1] if side < 0 else found[-1:]
    return beside.isalnum() and edge.isalnum()
