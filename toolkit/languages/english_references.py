"""English references: "paragraphs 3 and 5 above", "article 10, paragraph 1", "resolution 7/1"."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from toolkit.languages import english_forms as forms
from toolkit.languages.english_acts import acts
from toolkit.languages.english_elsewhere import outside
from toolkit.languages.english_forms import Openings, matches
from toolkit.languages.english_lists import counted
from toolkit.languages.mentions import hide, symbol_spans, without_addresses
from toolkit.languages.reference import ListingWords, Outside, ReferenceList, RefKind
from toolkit.languages.referring import (
    Links,
    joined,
    members,
    normal_part,
    printed,
    trimmed,
    turned,
)
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LINKS = Links(
    forward=Pattern(r",?\s(?:and|or)\s|,\s|;\s"), backward=Pattern(r",?\s(?:and|or)\s|,\s")
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
    verbs=tuple(zip(forms.LISTS["reference.verb"], forms.LISTS["reference.verbs"], strict=True)),
    governing=_GOVERNING,
    plurals=tuple(
        pair
        for name in _NAMES
        for pair in zip(
            forms.LISTS[f"reference.{name}"],
            forms.LISTS[f"reference.{name}{forms.plural_of(name)}"],
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
    text = without_addresses(text)
    opened = forms.openings(_small(text))
    if not opened.places:
        return ()
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceList] = []
    for finder, stems in _FINDERS:
        if not stems.isdisjoint(opened.places):
            fresh = list(finder(hidden, opened))
            hidden = hide(hidden, [one.span for one in fresh])
            found += fresh
    return joined(text, found, _LINKS)


def _small(text: str) -> str:
    """Return a text in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else text.translate(_SMALL)


_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def _of_articles(text: str, opened: Openings) -> Iterator[ReferenceList]:
    for match in matches(forms.OF_ARTICLE, text, opened.of("para")):
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ARTICLE,
            members=members(match, forms.TOKEN, "article"),
            noun=Span(*match.span("noun")),
            part=printed(members(match, forms.TOKEN)),
            outside=Outside.LAW,
        )


def _articles(text: str, opened: Openings) -> Iterator[ReferenceList]:
    places = opened.of(*_ARTICLES)
    for _, pattern in forms.ARTICLES:
        for match in matches(pattern, text, places):
            found = members(match, forms.TOKEN)
            tail = forms.ARTICLE_TAIL.match(text, match.end())
            alone = len(found) == 1 or any(one.ends_range for one in found)
            takes = tail is not None and alone and not found[0].part
            yield ReferenceList(
                span=Span(match.start(), tail.end() if tail and takes else match.end()),
                kind=RefKind.ARTICLE,
                members=found,
                noun=Span(*match.span("noun")),
                part=printed(members(tail, forms.TOKEN)) if tail and takes else "",
                outside=Outside.LAW,
            )


def _own(text: str, opened: Openings) -> Iterator[ReferenceList]:
    """Find what may be a part of this document; text in which such a part stands is hidden."""
    taken: list[Span] = []
    for finder, stem in _OWN:
        for one in finder(text, opened, taken) if not stem or stem in opened.places else ():
            taken.append(one.span)
            yield one


def _sections_of(text: str, opened: Openings, _taken: list[Span]) -> Iterator[ReferenceList]:
    places = opened.of("sect")
    for pattern in (forms.SECTION_OF, forms.SECTION_DOTTED):
        for match in matches(pattern, text, places):
            yield _list(text, RefKind.CHAPTER, match, match)


def _subparagraphs_of(text: str, opened: Openings, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in matches(forms.SUB_OF, hide(text, taken), opened.of("sub")):
        yield _parted(_list(text, RefKind.PARAGRAPH, match, None), match)


def _parted(found: ReferenceList, match: re.Match[str]) -> ReferenceList:
    """Return a mention whose subparagraph stands apart from its number."""
    *before, last = found.members
    part = last._replace(part=normal_part(match["part"]), part_span=trimmed(match, "part"))
    end = max(found.span.end, match.end())
    direction = turned(match["direction"], forms.ABOVES) or found.direction
    return found._replace(
        span=Span(found.span.start, end),
        members=(*before, part),
        direction=direction,
        direction_span=trimmed(match, "direction") or found.direction_span,
        outside=None if direction else found.outside,
    )


def _numbered(text: str, opened: Openings, taken: list[Span]) -> Iterator[ReferenceList]:
    hidden, end = hide(text, taken), 0
    for at, noun in forms.nouns(opened):
        for kind, pattern in forms.BY_NOUN[noun] if at >= end else ():
            match = pattern.match(hidden, at)
            if match is None:
                continue
            tail = forms.SECTION_TAIL.match(text, match.end()) if kind is RefKind.CHAPTER else None
            found = _list(text, kind, match, tail)
            if found.members:
                found = _with_part(text, found)
                yield counted(text, found)
                yield from _other_sides(text, found)
                end = found.span.end
                break


def _with_part(text: str, found: ReferenceList) -> ReferenceList:
    """Return a mention with what follows it: "paragraph 3, subparagraph (b)"."""
    if found.kind is not RefKind.PARAGRAPH or found.direction or found.members[-1].part:
        return found
    tail = forms.SUB_TAIL.match(text, found.span.end)
    return _parted(found, tail) if tail else found


def _other_sides(text: str, found: ReferenceList) -> Iterator[ReferenceList]:
    """Yield the mentions without a noun that go on from one with a direction."""
    match = forms.OTHER_SIDE.match(text, found.span.end) if found.direction else None
    while match:
        yield ReferenceList(
            span=Span(match.start("list"), match.end()),
            kind=found.kind,
            members=members(match, forms.TOKEN),
            direction=turned(match["direction"], forms.ABOVES),
            direction_span=trimmed(match, "direction"),
        )
        match = forms.OTHER_SIDE.match(text, match.end())


def _lettered(text: str, opened: Openings, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in matches(forms.LETTERED, hide(text, taken), opened.of("sub")):
        direction = match["direction"]
        why = None if direction else outside(text, Span(*match.span()), RefKind.SUBPARAGRAPH)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.SUBPARAGRAPH,
            noun=Span(*match.span("noun")),
            part=normal_part(match["part"]),
            part_span=trimmed(match, "part"),
            direction=turned(direction, forms.ABOVES),
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
        members=members(match, forms.TOKEN),
        noun=Span(*match.span("noun")),
        part=_letters(tail["letter"]) if tail else "",
        part_span=trimmed(tail, "letter") if tail else None,
        direction=turned(direction, forms.ABOVES),
        direction_span=trimmed(match, "direction"),
        outside=why[0] if why else None,
        witness=why[1] if why else None,
    )


def _letters(printed_letters: str) -> str:
    """Return letters of sections in one form for all languages: "A and B", "A to C"."""
    return re.sub(r"\s?[-–]\s?", " to ", printed_letters.replace(", and ", " and "))


def _annexes(text: str, opened: Openings) -> Iterator[ReferenceList]:
    for match in matches(forms.BARE_ANNEX, text, opened.of("annex")):
        direction = match["direction"]
        why = outside(text, Span(*match.span()), RefKind.ANNEX)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            noun=Span(*match.span("noun")),
            direction=turned(direction, forms.ABOVES),
            direction_span=trimmed(match, "direction"),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


# Each with the stems of which one has to be in a text.
_ARTICLES = frozenset({"art", "rule", "regulation"})
_FINDERS = (
    (acts, frozenset({"resolution", "decision"})),
    (_of_articles, _ARTICLES),
    (_articles, _ARTICLES),
    (_own, frozenset(forms.STEMS) - {"resolution", "decision"} - _ARTICLES),
    (_annexes, frozenset({"annex"})),
)
_OWN = (
    (_sections_of, "sect"),
    (_subparagraphs_of, "sub"),
    (_numbered, ""),
    (_lettered, "sub"),
)
