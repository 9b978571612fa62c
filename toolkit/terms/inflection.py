"""English words by what their singular and plural have in common."""

from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    "women": "woman", "men": "man", "children": "child", "people": "person", "persons": "person",
    "criteria": "criterion", "phenomena": "phenomenon", "indices": "index", "data": "datum",
    "appendices": "appendix", "matrices": "matrix", "analyses": "analysis",
    "crises": "crisis", "theses": "thesis",
    "bases": "basis", "lives": "life", "wives": "wife", "halves": "half", "feet": "foot",
    "media": "medium", "memoranda": "memorandum", "addenda": "addendum",
    "corrigenda": "corrigendum",
    "quora": "quorum", "knives": "knife", "leaves": "leaf", "staves": "staff", "mice": "mouse",
    "themselves": "themselves", "this": "this", "its": "its", "news": "news", "series": "series",
    "species": "species",
}  # fmt: skip
_SHORT: Final = 3  # letters: "use" and "us" are two words
_ENDINGS: Final = (("sses", 2), ("shes", 2), ("ches", 2), ("xes", 2), ("zes", 2), ("ses", 2))


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """Return what a noun's singular and plural share, in lower case; it need be no word.

    >>> key("Parties") == key("party"), key("houses") == key("house")
    (True, True)
    >>> key("mission") == key("mass")
    False
    """
    plain = word.casefold()
    if plain in _IRREGULAR:
        plain = _IRREGULAR[plain]
    elif len(plain) > 4 and plain.endswith("ies"):
        plain = plain[:-3] + "y"
    else:
        plain = _without_s(plain)
    silent = len(plain) > _SHORT and plain.endswith(("se", "xe", "ze", "che", "she"))
    return plain[:-1] if silent else plain


def _without_s(word: str) -> str:
    for ending, length in _ENDINGS:
        if len(word) > max(len(ending), _SHORT + 1) and word.endswith(ending):
            return word[:-length]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
