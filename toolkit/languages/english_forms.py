"""The forms of English references, as patterns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from toolkit.languages.reference import AGAINS, RefKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.number_words import WORD
from toolkit.text.pattern import Pattern

LISTS = vocabulary("en").lists
_PART = r"(?:\s?\((?:[a-z]{1,2}|[ivx]{1,6}|\d{1,2})\)){1,4}"
_PARTS = rf"{_PART}(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–]\s?){_PART}){{0,12}}"
_AGAIN = rf"(?P<again>\s?(?:{'|'.join(AGAINS)})\b)"
_LATER = _AGAIN.replace("?P<again>", "?:") + "?"
_DIGITS = rf"\d{{1,4}}(?![\d/]|[.,]\d){_LATER}"
ABOVES = ("above", "supra")
_ROMAN = r"(?:\d{1,4}(?![\d/]|[.,]\d)|[IVXLC]{1,7}\b)"
_LETTER = rf"(?:{_ROMAN}|[A-Z]\b)"
_DASH = r"\s?[-‑–—−]\s?"
_S = r"\s{1,2}"
_RANGE = rf"{_DASH}|{_S}(?i:to|through|up{_S}to){_S}"
_JOINING = rf"and/or|and{_S}also|and|or|nor|&|as{_S}well{_S}as|together{_S}with"
# "Paragraphs 5 and, in particular, 7".
_STRESS = rf"(?:,?{_S}(?i:in{_S}particular|particularly|especially|notably),?)?"
_AND = rf",{_S}(?:(?i:{_JOINING}){_STRESS}{_S})?|{_S}(?i:{_JOINING}){_STRESS}{_S}"
TOKEN = Pattern(
    rf"(?P<number>\d{{1,4}}|(?<![A-Za-z])(?:(?:[IVXLC]{{1,7}}|[A-Z])\b|(?i:{WORD}))){_AGAIN}?"
    rf"(?P<part>{_PARTS})?|(?P<range>{_RANGE})"
)
_SURELY_ABOVE = rf",?{_S}(?P<direction>above|below|supra|infra)\b(?!-)"
_ABOVE = f"(?:{_SURELY_ABOVE})?"
# A number before one of these words counts them: "paragraphs 3 and 4, 12 speakers".
_COUNTS = rf"(?!\s(?:{alternation(LISTS['reference.counted'])})\b)"
# Behind "paragraph 5 and 6" the mention has to be at its end.
_ENDS = (
    rf"(?=\s?(?:[.,;:!?)\]”\"’'—–]|$)"
    rf"|{_S}(?:{alternation(LISTS['reference.behind'])})\b)"
)


def _nouns(name: str) -> str:
    return f"(?P<noun>(?i:{alternation(LISTS[f'reference.{name}'])}))"


def plural_of(name: str) -> str:
    """Return the ending of the plural of a kind of noun in the data file."""
    return "es" if name == "annex" else "s"


def _patterns(
    kind: RefKind, one: str, number: str, above: str = _ABOVE
) -> list[tuple[RefKind, Pattern]]:
    """A noun in the plural takes a list; in the singular where nothing else can be meant."""
    item = rf"{number}(?:{_PARTS})?"
    last = rf"{item}(?:(?:{_RANGE}){item})?{_COUNTS}"
    earlier = rf"(?:,{_S}{item}){{0,12}},?{_S}"
    single = (
        rf"(?P<list>{item}(?:{_DASH}{item}|{earlier}(?i:nor|or|and/or){_S}{last}"
        rf"|(?:{earlier}(?i:and)|{_S}(?i:to)){_S}{last}{_ENDS})?)"
    )
    return [
        (kind, Pattern(rf"(?<![\w-]){_nouns(noun)}{_NUMBER_SIGN}{listing}{above}"))
        for noun, listing in ((f"{one}{plural_of(one)}", _plural(item)), (one, single))
    ]


def _in_words(kind: RefKind, one: str) -> list[tuple[RefKind, Pattern]]:
    """As ``_patterns`` of numbers in words, which have to be at the end of the mention.

    "One" before a verb such as "should" is somebody, and a lone number behind a noun in the plural
    counts what follows.
    """
    word = f"(?i:{WORD})"
    more = rf"(?:(?:{_RANGE}|{_AND}){word})"
    earlier = rf"(?:,{_S}{word}){{0,12}},?{_S}"
    single = (
        rf"(?P<list>(?!(?i:one){_S}(?:{_SOMEBODY})\b){word}"
        rf"(?:{earlier}(?i:nor|or|and/or){_S}{word}|{_S}(?i:to){_S}{word})?)"
    )
    listings = ((f"{one}{plural_of(one)}", rf"(?P<list>{word}{more}{{1,30}})"), (one, single))
    return [
        (kind, Pattern(rf"(?<![\w-]){_nouns(noun)}{_NUMBER_SIGN}{listing}{_ENDS}{_ABOVE}"))
        for noun, listing in listings
    ]


_SOMEBODY = "should|shall|can|could|may|might|must|will|would|has|had|does|did|also|not|of"


def _plural(item: str) -> str:
    return rf"(?P<list>{item}(?:(?:{_RANGE}|{_AND}){item}{_COUNTS}){{0,30}})"


_NUMBER_SIGN = rf"(?:{_S}|(?<=\.))(?:[Nn](?:os?\.|umbers?){_S})?"


ARTICLES = _patterns(RefKind.ARTICLE, "article", _ROMAN)
_KINDS = [
    (kind, pattern, name)
    for kind, name, number, above in (
        (RefKind.RECOMMENDATION, "recommendation", _DIGITS, _ABOVE),
        (RefKind.CHAPTER, "chapter", _ROMAN, _ABOVE),
        (RefKind.SECTION, "section", _LETTER, _ABOVE),
        (RefKind.ANNEX, "annex", _LETTER, _ABOVE),
        (RefKind.AGENDA_ITEM, "agenda_item", _DIGITS, _ABOVE),
        (RefKind.PARAGRAPH, "paragraph", _DIGITS, _ABOVE),
        (RefKind.FOOTNOTE, "footnote", _DIGITS, _ABOVE),
        (RefKind.FOOTNOTE, "note", _DIGITS, _SURELY_ABOVE),
        (RefKind.TABLE, "table", _ROMAN, _ABOVE),
        (RefKind.FIGURE, "figure", _ROMAN, _ABOVE),
    )
    for _, pattern in _patterns(kind, name, number, above)
] + [
    (kind, pattern, name)
    for kind, name in (
        (RefKind.RECOMMENDATION, "recommendation"),
        (RefKind.PARAGRAPH, "paragraph"),
    )
    for _, pattern in _in_words(kind, name)
]
BY_NOUN: Mapping[str, tuple[tuple[RefKind, Pattern], ...]] = MappingProxyType(
    {
        noun: tuple(
            (kind, pattern)
            for kind, pattern, own in _KINDS
            if noun in (LISTS[f"reference.{own}"] + LISTS[f"reference.{own}{plural_of(own)}"])
        )
        for _, _, name in _KINDS
        for noun in LISTS[f"reference.{name}"] + LISTS[f"reference.{name}{plural_of(name)}"]
    }
)
# The beginnings of the words that can open a mention.
STEMS = (
    *("agenda", "annex", "art", "chap", "decision", "fig", "foot", "item", "note", "para", "rec"),
    *("regulation", "resolution", "rule", "sect", "sub", "table"),
)
_NUMBERED = Pattern(
    r"(?:annex|resolution|decision|(?:agenda\s{1,2})?(?:foot|sub-?)?"
    r"(?:art|chap|fig|item|note|para|rec|regulation|rule|sect|table)[a-z]{0,20}+\.?\s{0,2}"
    r"(?:nos?\.\s{1,2}|numbers?\s{1,2})?(?:[\d(\ue000]|[a-z]\b|[ivxlc]{1,7}\b|"
    rf"{WORD}))"
)
_NOUN = Pattern(rf"(?:{alternation(tuple(BY_NOUN))})(?=\s|(?<=\.)[\da-z])")


class Openings(NamedTuple):
    """Where a text may open a reference, by stem; ``small`` is the text in small letters."""

    small: str
    places: Mapping[str, Sequence[int]]

    def of(self, *stems: str) -> list[int]:
        """Return the places of stems, in order."""
        return sorted(at for stem in stems for at in self.places.get(stem, ()))


def openings(small: str) -> Openings:
    """Return where a text of small letters may open a reference; no such place is left out."""
    # Looking for the few words that can open one is much cheaper than a pattern at every letter.
    found: dict[str, list[int]] = {}
    for stem in [one for one in STEMS if one in small]:
        at = small.find(stem)
        while at >= 0:
            if _NUMBERED.match(small, at):
                found.setdefault(stem, []).append(at)
            at = small.find(stem, at + 1)
    return Openings(small, found)


def nouns(opened: Openings) -> Iterator[tuple[int, str]]:
    """Yield the nouns that a number may follow, each with its place before it, in order."""
    end = 0
    for at in opened.of(*opened.places):
        match = _NOUN.match(opened.small, at) if at >= end else None
        if match:
            end = match.end()
            yield at, " ".join(match.group().split())


def matches(pattern: Pattern, text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in a text where it can only begin at ``places``."""
    end = 0
    for at in places:
        match = pattern.match(text, at) if at >= end else None
        if match:
            end = match.end()
            yield match


_ITEMS = rf"(?P<list>{_DIGITS}(?:{_PARTS})?(?:(?:{_RANGE}|{_AND}){_DIGITS}(?:{_PARTS})?){{0,30}})"
ARTICLE_TAIL = Pattern(rf",?\s(?:(?:sub)?paragraphs?|(?:sub)?paras?\.)\s{_ITEMS}")
OF_ARTICLE = Pattern(
    rf"\b(?i:paragraphs?|paras?\.)\s{_ITEMS},?\sof\s"
    r"(?P<noun>(?i:article|art\.|rule|regulation))\s(?P<article>\d{1,4}|[IVXLC]{1,7})\b"
)
_LETTERS = r"(?P<letter>[A-Z](?:(?:,\s(?:and\s)?|\sand\s|\sto\s|[-–])[A-Z]){0,12})\b"
SECTION_TAIL = Pattern(rf"(?:,\s(?:[Ss]ections?|sects?\.)\s|\.){_LETTERS}")
SECTION_OF = Pattern(
    rf"(?<![\w-])(?:[Ss]ections?|[Ss]ects?\.)\s{_LETTERS},?\sof\s(?P<noun>chapter|chap\.)\s"
    rf"(?P<list>{_ROMAN}){_ABOVE}"
)
SECTION_DOTTED = Pattern(
    rf"(?<![\w-])(?P<noun>[Ss]ections?|[Ss]ects?\.)\s(?P<list>[IVXLC]{{1,7}})\."
    rf"(?P<letter>[A-Z])\b{_ABOVE}"
)
_SUB = r"(?:(?i:subparagraphs?|subparas?\.))"
LETTERED = Pattern(rf"(?<![\w-])(?P<noun>{_SUB})\s?(?P<part>{_PARTS}){_ABOVE}")
SUB_TAIL = Pattern(rf",?\s{_SUB}\s?(?P<part>{_PARTS}){_ABOVE}")
SUB_OF = Pattern(
    rf"(?<![\w-]){_SUB}\s?(?P<part>{_PARTS}),?\sof\s(?P<noun>(?i:paragraph|para\.?))\s"
    rf"(?P<list>{_DIGITS}){_ABOVE}"
)
# "paragraphs 3 above and 7 below": each direction has its own numbers.
OTHER_SIDE = Pattern(
    rf"(?:{_AND}){_plural(rf'{_DIGITS}(?:{_PARTS})?').replace('{0,30}', '{0,12}')}{_SURELY_ABOVE}"
)
BARE_ANNEX = Pattern(rf"\b(?P<noun>[Aa]nnex)\b{_ABOVE}")
