"""The guard: small changes of words that turn the meaning, which a percentage does not show."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from toolkit.languages.language import Language

CAP = 84  # the highest score of a match that the guard holds back

_NEGATIONS = {
    "en": r"\b(?:not|no|never|neither|nor|none|without|cannot|unless|except)\b|n['’]t\b",
    "zh": r"(?<!除)非(?!洲|常|政府)|不(?!同|断|仅|但|久|少|动产|限成员)"
    r"|没有|未(?!来)|无(?!论|线)|勿|毋|除非",
}
_PARTIES = {
    "en": r"\b(?:non-)?(?:Member States|States [Pp]arties|States [Mm]embers|signatory States"
    r"|observer States|[Pp]arties|States|Governments)\b",
    "zh": r"非?缔约国|会员国|成员国|签署国|观察员国|缔约方|各国政府|各国|国家",
}
_QUANTIFIERS = {
    "en": r"\b(?:all|any|each|every|both|some|several|many|most|few|only|at least|at most"
    r"|more than|less than|no more than|up to)\b",
    "zh": r"所有|一切|任何|每|全体|有些|一些|若干|许多|大多数"
    r"|少数|仅|只有|至少|至多|超过|不超过|最多",
}

Finder = Callable[[str, Language], Counter[str]]


def guard(stored: str, query: str, lang: Language) -> str | None:
    """Say in a sentence what turns the meaning between two sources, None if nothing does.

    Looked at are negations, the rungs of normative verbs, who is addressed (Member States are
    not States parties) and quantities in words.
    """
    for what, find in _LOOKS:
        before, after = find(stored, lang), find(query, lang)
        if before != after:
            lost, gained = _words(before - after), _words(after - before)
            return f"The {what} differs: {lost} in the memory, {gained} here."
    return None


def _by(patterns: Mapping[str, str]) -> Finder:
    def find(text: str, lang: Language) -> Counter[str]:
        pattern = patterns.get(lang.code, r"(?!)")
        return Counter(match[0].casefold() for match in re.finditer(pattern, text, re.IGNORECASE))

    return find


def _parties(text: str, lang: Language) -> Counter[str]:
    pattern = _PARTIES.get(lang.code, r"(?!)")
    return Counter(match[0].casefold() for match in re.finditer(pattern, text))


def _norms(text: str, lang: Language) -> Counter[str]:
    rungs = (mention.strength.name for mention in lang.norms(text))
    return Counter(rung.lower().replace("_", " ") for rung in rungs)


def _words(counts: Counter[str]) -> str:
    return ", ".join(f"“{word}”" for word in counts) or "nothing"


_LOOKS: tuple[tuple[str, Finder], ...] = (
    ("negation", _by(_NEGATIONS)),
    ("strength of what is asked", _norms),
    ("party addressed", _parties),
    ("quantity", _by(_QUANTIFIERS)),
)
