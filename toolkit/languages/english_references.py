"""English references: "paragraphs 3 and 5 above", "article 10, paragraph 1", "resolution 7/1"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from toolkit.languages.english_acts import acts
from toolkit.languages.english_elsewhere import outside
from toolkit.languages.english_lists import counted
from toolkit.languages.mentions import hide, symbol_spans
from toolkit.languages.reference import AGAINS, ListingWords, Outside, ReferenceList, RefKind
from toolkit.languages.referring import (
    Links,
    joined,
    members,
    normal_part,
    printed,
    trimmed,
    turned,
)
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.spans import Span

_LISTS = vocabulary("en").lists
_PART = r"(?:\s?\((?:[a-z]{1,2}|[ivx]{1,6}|\d{1,2})\)){1,4}"
_PARTS = rf"{_PART}(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–]\s?){_PART}){{0,12}}"
_AGAIN = rf"(?P<again>\s?(?:{'|'.join(AGAINS)})\b)"
_LATER = _AGAIN.replace("?P<again>", "?:") + "?"
_DIGITS = rf"\d{{1,4}}(?![\d/]|[.,]\d){_LATER}"
_ABOVES = ("above", "supra")
_ROMAN = r"(?:\d{1,4}(?![\d/]|[.,]\d)|[IVXLC]{1,7}\b)"
_LETTER = rf"(?:{_ROMAN}|[A-Z]\b)"
_DASH = r"\s?[-‑–—−]\s?"
_S = r"\s{1,2}"
_RANGE = rf"{_DASH}|{_S}(?i:to|through|up{_S}to){_S}"
_JOINING = rf"and/or|and{_S}also|and|or|nor|&|as{_S}well{_S}as|together{_S}with"
_AND = rf",{_S}(?:(?i:{_JOINING}){_S})?|{_S}(?i:{_JOINING}){_S}"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,4}}|(?<![A-Za-z])(?:[IVXLC]{{1,7}}|[A-Z])\b){_AGAIN}?"
    rf"(?P<part>{_PARTS})?|(?P<range>{_RANGE})"
)
_SURELY_ABOVE = rf",?{_S}(?P<direction>above|below|supra|infra)\b(?!-)"
_ABOVE = f"(?:{_SURELY_ABOVE})?"
# A number before one of these words counts them: "paragraphs 3 and 4, 12 speakers".
_COUNTS = rf"(?!\s(?:{alternation(_LISTS['reference.counted'])})\b)"
# Behind "paragraph 5 and 6" the mention has to be at its end.
_ENDS = (
    rf"(?=\s?(?:[.,;:!?)\]”\"’'—–]|$)"
    rf"|{_S}(?:{alternation(_LISTS['reference.behind'])})\b)"
)


def _nouns(name: str) -> str:
    return f"(?P<noun>(?i:{alternation(_LISTS[f'reference.{name}'])}))"


def _patterns(
    kind: RefKind, one: str, number: str, above: str = _ABOVE
) -> list[tuple[RefKind, re.Pattern[str]]]:
    """A noun in the plural takes a list; in the singular where nothing else can be meant."""
    item = rf"{number}(?:{_PARTS})?"
    last = rf"{item}(?:(?:{_RANGE}){item})?{_COUNTS}"
    earlier = rf"(?:,{_S}{item}){{0,12}},?{_S}"
    single = (
        rf"(?P<list>{item}(?:{_DASH}{item}|{earlier}(?i:nor|or|and/or){_S}{last}"
        rf"|(?:{earlier}(?i:and)|{_S}(?i:to)){_S}{last}{_ENDS})?)"
    )
    return [
        (kind, re.compile(rf"(?<![\w-]){_nouns(noun)}{_NUMBER_SIGN}{listing}{above}"))
        for noun, listing in ((f"{one}{_PLURAL.get(one, 's')}", _plural(item)), (one, single))
    ]


def _plural(item: str) -> str:
    return rf"(?P<list>{item}(?:(?:{_RANGE}|{_AND}){item}{_COUNTS}){{0,30}})"


_NUMBER_SIGN = rf"(?:{_S}|(?<=\.))(?:[Nn](?:os?\.|umbers?){_S})?"


_PLURAL = {"annex": "es"}
_ARTICLES = _patterns(RefKind.ARTICLE, "article", _ROMAN)
_KINDS = [
    *_patterns(RefKind.RECOMMENDATION, "recommendation", _DIGITS),
    *_patterns(RefKind.CHAPTER, "chapter", _ROMAN),
    *_patterns(RefKind.SECTION, "section", _LETTER),
    *_patterns(RefKind.ANNEX, "annex", _LETTER),
    *_patterns(RefKind.AGENDA_ITEM, "agenda_item", _DIGITS),
    *_patterns(RefKind.PARAGRAPH, "paragraph", _DIGITS),
    *_patterns(RefKind.FOOTNOTE, "footnote", _DIGITS),
    *_patterns(RefKind.FOOTNOTE, "note", _DIGITS, _SURELY_ABOVE),
    *_patterns(RefKind.TABLE, "table", _ROMAN),
    *_patterns(RefKind.FIGURE, "figure", _ROMAN),
]
# A text without the stem of a noun has no such reference; looking is much cheaper than matching.
_STEMS = MappingProxyType(
    {
        RefKind.RECOMMENDATION: "rec",
        RefKind.CHAPTER: "chap",
        RefKind.SECTION: "sect",
        RefKind.ANNEX: "annex",
        RefKind.AGENDA_ITEM: "item",
        RefKind.PARAGRAPH: "para",
        RefKind.FOOTNOTE: "note",
        RefKind.TABLE: "table",
        RefKind.FIGURE: "fig",
    }
)
_ANY = re.compile(
    r"(?i:rec|chap|sect|annex|item|para|note|table|fig|art|rule|regulation|resolution|decision)"
)
_ITEMS = rf"(?P<list>{_DIGITS}(?:{_PARTS})?(?:(?:{_RANGE}|{_AND}){_DIGITS}(?:{_PARTS})?){{0,30}})"
_ARTICLE_TAIL = re.compile(rf",?\s(?:(?:sub)?paragraphs?|(?:sub)?paras?\.)\s{_ITEMS}")
_OF_ARTICLE = re.compile(
    rf"\b(?i:paragraphs?|paras?\.)\s{_ITEMS},?\sof\s"
    r"(?P<noun>(?i:article|art\.|rule|regulation))\s(?P<article>\d{1,4}|[IVXLC]{1,7})\b"
)
_LETTERS = r"(?P<letter>[A-Z](?:(?:,\s(?:and\s)?|\sand\s|\sto\s|[-–])[A-Z]){0,12})\b"
_SECTION_TAIL = re.compile(rf"(?:,\s(?:[Ss]ections?|sects?\.)\s|\.){_LETTERS}")
_SECTION_OF = re.compile(
    rf"(?<![\w-])(?:[Ss]ections?|[Ss]ects?\.)\s{_LETTERS},?\sof\s(?P<noun>chapter|chap\.)\s"
    rf"(?P<list>{_ROMAN}){_ABOVE}"
)
_SECTION_DOTTED = re.compile(
    rf"(?<![\w-])(?P<noun>[Ss]ections?|[Ss]ects?\.)\s(?P<list>[IVXLC]{{1,7}})\."
    rf"(?P<letter>[A-Z])\b{_ABOVE}"
)
_SUB = r"(?:(?i:subparagraphs?|subparas?\.))"
_LETTERED = re.compile(rf"(?<![\w-])(?P<noun>{_SUB})\s?(?P<part>{_PARTS}){_ABOVE}")
_SUB_TAIL = re.compile(rf",?\s{_SUB}\s?(?P<part>{_PARTS}){_ABOVE}")
_SUB_OF = re.compile(
    rf"(?<![\w-]){_SUB}\s?(?P<part>{_PARTS}),?\sof\s(?P<noun>(?i:paragraph|para\.?))\s"
    rf"(?P<list>{_DIGITS}){_ABOVE}"
)
# "paragraphs 3 above and 7 below": each direction has its own numbers.
_OTHER_SIDE = re.compile(
    rf"(?:{_AND}){_plural(rf'{_DIGITS}(?:{_PARTS})?').replace('{0,30}', '{0,12}')}{_SURELY_ABOVE}"
)
_BARE_ANNEX = re.compile(rf"\b(?P<noun>[Aa]nnex)\b{_ABOVE}")
_LINKS = Links(
    forward=re.compile(r",?\s(?:and|or)\s|,\s|;\s"), backward=re.compile(r",?\s(?:and|or)\s|,\s")
)
_NAMES = (
    *("paragraph", "recommendation", "chapter", "section", "agenda_item"),
    *("annex", "footnote", "note", "table", "figure"),
)
_GOVERNING = ("of", "in", "to", "with", "for", "under", "on", "by", "from", "at", "and", "see")

LISTING = ListingWords(
    comma=", ",
    conjunction=" and ",
    to=" to ",
    again="",
    conjunctions=("and/or", "and also", "and", "nor", "or", "as well as", "together with", "&"),
    verbs=tuple(zip(_LISTS["reference.verb"], _LISTS["reference.verbs"], strict=True)),
    governing=_GOVERNING,
    plurals=tuple(
        pair
        for name in _NAMES
        for pair in zip(
            _LISTS[f"reference.{name}"],
            _LISTS[f"reference.{name}{_PLURAL.get(name, 's')}"],
            strict=True,
        )
    ),
    opposites=(("above", "below"), ("below", "above"), ("supra", "infra"), ("infra", "supra")),
)


def reference_lists(text: str) -> tuple[ReferenceList, ...]:
    """Find references, as ``Language.reference_lists`` says.

    Resolutions, decisions and articles always lead out. "Paragraph 1 of article 10" and
    "article 10, paragraph 1" are each one mention of an article with part "1".
    """
    if not _ANY.search(text):
        return ()
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceList] = []
    for finder in (acts, _of_articles, _articles, _own, _annexes):
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return joined(text, found, _LINKS)


def _of_articles(text: str) -> Iterator[ReferenceList]:
    for match in _OF_ARTICLE.finditer(text):
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ARTICLE,
            members=members(match, _TOKEN, "article"),
            noun=Span(*match.span("noun")),
            part=printed(members(match, _TOKEN)),
            outside=Outside.LAW,
        )


def _articles(text: str) -> Iterator[ReferenceList]:
    for _, pattern in _ARTICLES:
        for match in pattern.finditer(text):
            found = members(match, _TOKEN)
            tail = _ARTICLE_TAIL.match(text, match.end())
            alone = len(found) == 1 or any(one.ends_range for one in found)
            takes = tail is not None and alone and not found[0].part
            yield ReferenceList(
                span=Span(match.start(), tail.end() if tail and takes else match.end()),
                kind=RefKind.ARTICLE,
                members=found,
                noun=Span(*match.span("noun")),
                part=printed(members(tail, _TOKEN)) if tail and takes else "",
                outside=Outside.LAW,
            )


def _own(text: str) -> Iterator[ReferenceList]:
    """Find what may be a part of this document; text in which such a part stands is hidden."""
    taken: list[Span] = []
    for finder in (_sections_of, _subparagraphs_of, _numbered, _lettered):
        for one in finder(text, taken):
            taken.append(one.span)
            yield one


def _sections_of(text: str, _taken: list[Span]) -> Iterator[ReferenceList]:
    for pattern in (_SECTION_OF, _SECTION_DOTTED):
        for match in pattern.finditer(text):
            yield _list(text, RefKind.CHAPTER, match, match)


def _subparagraphs_of(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in _SUB_OF.finditer(hide(text, taken)):
        yield _parted(_list(text, RefKind.PARAGRAPH, match, None), match)


def _parted(found: ReferenceList, match: re.Match[str]) -> ReferenceList:
    """Return a mention whose subparagraph stands apart from its number."""
    *before, last = found.members
    part = replace(last, part=normal_part(match["part"]), part_span=trimmed(match, "part"))
    end = max(found.span.end, match.end())
    direction = turned(match["direction"], _ABOVES) or found.direction
    return replace(
        found,
        span=Span(found.span.start, end),
        members=(*before, part),
        direction=direction,
        direction_span=trimmed(match, "direction") or found.direction_span,
        outside=None if direction else found.outside,
    )


def _numbered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    small = text.lower()
    for kind, pattern in _KINDS:
        if _STEMS[kind] not in small:
            continue
        for match in pattern.finditer(hide(text, taken)):
            tail = _SECTION_TAIL.match(text, match.end()) if kind is RefKind.CHAPTER else None
            if members(match, _TOKEN):
                found = _with_part(text, _list(text, kind, match, tail))
                yield counted(text, found)
                yield from _other_sides(text, found)


def _with_part(text: str, found: ReferenceList) -> ReferenceList:
    """Return a mention with what follows it: "paragraph 3, subparagraph (b)"."""
    if found.kind is not RefKind.PARAGRAPH or found.direction or found.members[-1].part:
        return found
    tail = _SUB_TAIL.match(text, found.span.end)
    return _parted(found, tail) if tail else found


def _other_sides(text: str, found: ReferenceList) -> Iterator[ReferenceList]:
    """Yield the mentions without a noun that go on from one with a direction."""
    match = _OTHER_SIDE.match(text, found.span.end) if found.direction else None
    while match:
        yield ReferenceList(
            span=Span(match.start("list"), match.end()),
            kind=found.kind,
            members=members(match, _TOKEN),
            direction=turned(match["direction"], _ABOVES),
            direction_span=trimmed(match, "direction"),
        )
        match = _OTHER_SIDE.match(text, match.end())


def _lettered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in _LETTERED.finditer(hide(text, taken)):
        direction = match["direction"]
        why = None if direction else outside(text, Span(*match.span()), RefKind.SUBPARAGRAPH)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.SUBPARAGRAPH,
            noun=Span(*match.span("noun")),
            part=normal_part(match["part"]),
            part_span=trimmed(match, "part"),
            direction=turned(direction, _ABOVES),
            direction_span=trimmed(match, "direction"),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


def _list(
    text: str, kind: RefKind, match: re.Match[str], tail: re.Match[str] | None
) -> ReferenceList:
    span = Span(match.start(), max(match.end(), tail.end() if tail else 0))
    direction = match["direction"]
    why = None if direction else outside(text, span, kind)
    return ReferenceList(
        span=span,
        kind=kind,
        members=members(match, _TOKEN),
        noun=Span(*match.span("noun")),
        part=_letters(tail["letter"]) if tail else "",
        part_span=trimmed(tail, "letter") if tail else None,
        direction=turned(direction, _ABOVES),
        direction_span=trimmed(match, "direction"),
        outside=why[0] if why else None,
        witness=why[1] if why else None,
    )


def _letters(printed_letters: str) -> str:
    """Return letters of sections in one form for all languages: "A and B", "A to C"."""
    return re.sub(r"\s?[-–]\s?", " to ", printed_letters.replace(", and ", " and "))


def _annexes(text: str) -> Iterator[ReferenceList]:
    for match in _BARE_ANNEX.finditer(text):
        direction = match["direction"]
        why = outside(text, Span(*match.span()), RefKind.ANNEX)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            noun=Span(*match.span("noun")),
            direction=turned(direction, _ABOVES),
            direction_span=trimmed(match, "direction"),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )
