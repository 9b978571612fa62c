"""The guard: small changes of words that turn the meaning, which a percentage does not show.

The words are in ``data``, one file a language.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from toolkit.languages.language import Language
from toolkit.text.pattern import Pattern

CAP = 84  # the highest score of a match that the guard holds back

_NUMERAL = Pattern(r"\d|\b[IVXLC]+\b|[(（]\w[)）]|[一二三四五六七八九十]")  # no reference without

# What each list of words is called in a message, in the order in which they are looked at.
LISTS = {
    "negation": "negation",
    "party": "party addressed",
    "quantity": "quantity",
    "measure": "unit or currency",
    "calendar": "day or hour",
    "person": "person",
    "name": "name",
}


def guard(stored: str, query: str, lang: Language) -> str | None:
    """Say in a sentence what turns the meaning between two sources, None if nothing does.

    Looked at are negations, who is addressed (Member States are not States parties), quantities
    in words, units and currencies, days and hours, persons and other names, the rungs of
    normative verbs, and references. Values that are carried over should have been taken out of
    both texts.
    """
    both = zip(_looks(stored, lang), _looks(query, lang), strict=True)
    for (what, before), (_, after) in both:
        if before != after:
            lost, gained = _words(before - after), _words(after - before)
            return f"The {what} differs: {lost} in the memory, {gained} here."
    return None


@lru_cache(maxsize=20_000)
def _looks(text: str, lang: Language) -> tuple[tuple[str, Counter[str]], ...]:
    """Return what is looked at in a text, by its name in messages."""
    words = [(LISTS[name], _found(one, text)) for name, one in _patterns(lang.code).items()]
    return (
        *words,
        ("strength of what is asked", _norms(text, lang)),
        ("reference", _references(text, lang)),
    )


@cache
def _patterns(code: str) -> Mapping[str, Pattern]:
    """Return the patterns of a language by the names of ``LISTS``.

    Raises:
        FileNotFoundError: the language has no file in ``data``.
    """
    source = files("toolkit.memory") / "data" / f"{code}.toml"
    known = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: Pattern(known[name]) for name in LISTS}


def _found(pattern: Pattern, text: str) -> Counter[str]:
    return Counter(match[0].casefold() for match in pattern.finditer(text))


def _norms(text: str, lang: Language) -> Counter[str]:
    rungs = (mention.strength.name for mention in lang.norms(text))
    return Counter(rung.lower().replace("_", " ") for rung in rungs)


def _references(text: str, lang: Language) -> Counter[str]:
    if not _NUMERAL.search(text):
        return Counter()
    return Counter(one.span.of(text) for one in lang.references(text) if one.ranges)


def _words(counts: Counter[str]) -> str:
    return ", ".join(f"“{word}”" for word in counts) or "nothing"
