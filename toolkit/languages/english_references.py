"""English references: "paragraphs 3 and 5 above", "article 10, paragraph 1", "resolution 7/1"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.languages.language import Direction, ReferenceMention, RefKind
from toolkit.languages.mentions import HIDDEN, hide, symbol_spans
from toolkit.languages.referring import elements, listed, printed
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import letter_value, roman_value
from toolkit.text.spans import Span

_LISTS = vocabulary("en").lists
_PART = r"(?:\s?\((?:[a-z]{1,2}|[ivx]{1,6}|\d{1,2})\)){1,4}"
_PARTS = rf"{_PART}(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–]\s?){_PART}){{0,12}}"
_AGAIN = r"(?:\s(?:bis|ter|quater)\b)?"
_DIGITS = rf"\d{{1,4}}(?![\d/]|[.,]\d){_AGAIN}"
_ROMAN = r"(?:\d{1,4}(?![\d/]|[.,]\d)|[IVXLC]{1,7}\b)"
_LETTER = rf"(?:{_ROMAN}|[A-Z]\b)"
_RANGE = r"\s?[-–—]\s?|\sto\s"
_AND = r",\s(?:and\s|or\s)?|\s(?:and|or)\s"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,4}}|[IVXLC]{{1,7}}\b|[A-Z]\b){_AGAIN}(?P<part>{_PARTS})?"
    rf"|(?P<range>{_RANGE})"
)
_ABOVE = r"(?:,?\s(?P<direction>above|below)\b)?"


def _nouns(name: str) -> str:
    return f"(?i:{alternation(_LISTS[f'reference.{name}'])})"


def _patterns(
    kind: RefKind, one: str, many: str, number: str
) -> list[tuple[RefKind, re.Pattern[str]]]:
    """A noun in the plural takes a list; in the singular one number, or a range with a dash."""
    item = rf"{number}(?:{_PARTS})?"
    plural = rf"(?P<list>{item}(?:(?:{_RANGE}|{_AND}){item}){{0,30}})"
    single = rf"(?P<list>{item}(?:\s?[-–—]\s?{item})?)"
    return [
        (kind, re.compile(rf"(?<![\w-]){_nouns(noun)}\s{listing}{_ABOVE}"))
        for noun, listing in ((many, plural), (one, single))
    ]


_ARTICLES = _patterns(RefKind.ARTICLE, "article", "articles", _ROMAN)
_KINDS = [
    *_patterns(RefKind.RECOMMENDATION, "recommendation", "recommendations", _DIGITS),
    *_patterns(RefKind.CHAPTER, "chapter", "chapters", _ROMAN),
    *_patterns(RefKind.SECTION, "section", "sections", _LETTER),
    *_patterns(RefKind.ANNEX, "annex", "annexes", _LETTER),
    *_patterns(RefKind.AGENDA_ITEM, "agenda_item", "agenda_items", _DIGITS),
    *_patterns(RefKind.PARAGRAPH, "paragraph", "paragraphs", _DIGITS),
]
_ITEMS = rf"(?P<list>{_DIGITS}(?:{_PARTS})?(?:(?:{_RANGE}|{_AND}){_DIGITS}(?:{_PARTS})?){{0,30}})"
_ARTICLE_TAIL = re.compile(rf",?\s(?:(?:sub)?paragraphs?|(?:sub)?paras?\.)\s{_ITEMS}")
_OF_ARTICLE = re.compile(
    rf"\b(?i:paragraphs?|paras?\.)\s{_ITEMS},?\sof\s(?i:article|art\.|rule|regulation)\s"
    r"(?P<article>\d{1,4}|[IVXLC]{1,7})\b"
)
_SECTION_TAIL = re.compile(r"(?:,\s(?:[Ss]ection|sect\.)\s|\.)(?P<letter>[A-Z])\b")
_NUMBERED = r"(?:E?S-|[A-Z]{2,4}-)?\d{1,4}/(?:[A-Z]{1,4}\.)?\d{1,4}(?:\s[A-Z]\b(?!\.\s[A-Z]))?"
_DATED = r"\d{1,4}(?:\s[A-Z])?\s\((?:\d{4}|E?S?-?[IVXLC]+)\)"
_ACT = rf"(?:{_NUMBERED}|{_DATED})"
_ACTS = re.compile(
    rf"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\s"
    rf"(?P<list>{_ACT}(?:(?:,\s(?:and\s)?|\s(?:and|or|to)\s){_ACT}){{0,60}})"
)
_ONE_ACT = re.compile(_ACT)
_BARE_ANNEX = re.compile(rf"\b[Aa]nnex\b{_ABOVE}")
_HERE = re.compile(rf"\s(?:of|to|in)\s(?:{alternation(_LISTS['reference.here'])})\b")
_ELSEWHERE = re.compile(
    rf",?\s(?:of|to|in)\s[^.;:!?]{{0,90}}?"
    rf"(?:\b(?:{alternation(_LISTS['reference.elsewhere'])})\b|{HIDDEN})"
    rf"|\sthereof\b|\s?\(?{HIDDEN}"
)
_AFTER_OTHER = re.compile(rf"(?:{HIDDEN}\)?,?\s(?:and\s)?|\b[Ii]bid\.,?\s|\b[Oo]p\.\scit\.,?\s)$")
_LOOK_BACK = 24


def references(text: str) -> tuple[ReferenceMention, ...]:
    """Find references, as ``Language.references`` says.

    Resolutions, decisions and articles are always ``external``. "Paragraph 1 of article 10" and
    "article 10, paragraph 1" are each one mention of an article with part "1".
    """
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceMention] = []
    for finder in (_acts, _of_articles, _articles, _others, _annexes):
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return tuple(sorted(found, key=lambda one: one.span))


def _acts(text: str) -> Iterator[ReferenceMention]:
    for match in _ACTS.finditer(text):
        kind = RefKind(match["noun"].lower())
        start = match.start()
        for one in _ONE_ACT.finditer(text, *match.span("list")):
            start = start if one.start() == match.start("list") else one.start()
            part = " ".join(one.group().split())
            span = Span(start, one.end())
            yield ReferenceMention(span=span, kind=kind, part=part, external=True)


def _of_articles(text: str) -> Iterator[ReferenceMention]:
    for match in _OF_ARTICLE.finditer(text):
        number = _value(match["article"]) or 0
        yield ReferenceMention(
            span=Span(*match.span()),
            kind=RefKind.ARTICLE,
            ranges=((number, number),),
            part=printed(elements(match, _TOKEN, _value)),
            external=True,
        )


def _articles(text: str) -> Iterator[ReferenceMention]:
    outside = ReferenceMention(span=Span(0, 0), kind=RefKind.ARTICLE, external=True)
    for _, pattern in _ARTICLES:
        for match in pattern.finditer(text):
            found = elements(match, _TOKEN, _value)
            mentions = listed(RefKind.ARTICLE, Span(*match.span()), found, outside)
            tail = _ARTICLE_TAIL.match(text, match.end())
            if tail and len(mentions) == 1 and not mentions[0].part:
                part = printed(elements(tail, _TOKEN, _value))
                span = Span(match.start(), tail.end())
                mentions = [replace(mentions[0], span=span, part=part)]
            yield from mentions


def _others(text: str) -> Iterator[ReferenceMention]:
    taken: list[Span] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(hide(text, taken)):
            for one in _mentions(kind, match, text):
                taken.append(one.span)
                yield one


def _mentions(kind: RefKind, match: re.Match[str], text: str) -> list[ReferenceMention]:
    found = elements(match, _TOKEN, _value)
    if not found:
        return []
    end, letter = match.end(), ""
    if kind is RefKind.CHAPTER and (tail := _SECTION_TAIL.match(text, end)):
        end, letter = tail.end(), tail["letter"]
    direction = Direction(match["direction"]) if match["direction"] else None
    template = ReferenceMention(
        span=Span(match.start(), end),
        kind=kind,
        part=letter,
        direction=direction,
        external=direction is None and _is_external(text, match.start(), end),
    )
    return listed(kind, template.span, found, template)


def _annexes(text: str) -> Iterator[ReferenceMention]:
    for match in _BARE_ANNEX.finditer(text):
        yield ReferenceMention(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            direction=Direction(match["direction"]) if match["direction"] else None,
            external=_is_external(text, *match.span()),
        )


def _is_external(text: str, start: int, end: int) -> bool:
    if _AFTER_OTHER.search(text[max(0, start - _LOOK_BACK) : start]):
        return True
    return not _HERE.match(text, end) and _ELSEWHERE.match(text, end) is not None


def _value(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    value = roman_value(number)
    if value is not None and (len(number) > 1 or number in "IVX"):
        return value
    return letter_value(number)
