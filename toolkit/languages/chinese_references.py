"""Chinese references: 上文第 3 和第 5 段, 《公约》第十条第一款, 第 7/1 号决议, 建议 7 至 9."""

import re
from collections.abc import Iterator

from toolkit.languages import chinese_forms as forms
from toolkit.languages.chinese_acts import acts
from toolkit.languages.chinese_elsewhere import outside
from toolkit.languages.chinese_lists import parted
from toolkit.languages.mentions import hide, symbol_spans, without_addresses
from toolkit.languages.reference import ListingWords, Member, Outside, ReferenceList, RefKind
from toolkit.languages.referring import (
    Links,
    again_of,
    joined,
    members,
    normal_part,
    printed,
    trimmed,
    turned,
)
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LINKS = Links(forward=Pattern(r"\s?(?:、|和|及|以及|与|或|，)\s?"), backward=None)

LISTING = ListingWords(
    comma="、",
    conjunction="和",
    to="至",
    again="第",
    conjunctions=("以及", "和/或", "和", "与", "或", "及"),
    opposites=(
        *zip(forms.ABOVE, forms.BELOW, strict=True),
        *zip(forms.BELOW, forms.ABOVE, strict=True),
    ),
)


def reference_lists(text: str) -> tuple[ReferenceList, ...]:
    """Find references, as ``Language.reference_lists`` says.

    Resolutions, decisions and articles always lead out; 第十条第一款 is one mention of an
    article with part "1".
    """
    if not forms.ANY.search(text):
        return ()
    text = without_addresses(text)
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceList] = []
    for finder, stem in _FINDERS:
        if stem not in text:
            continue
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return joined(text, found, _LINKS)


def _articles(text: str) -> Iterator[ReferenceList]:
    for match in forms.matches(forms.ARTICLE, "第", text):
        found = members(match, forms.TOKEN)
        tail = forms.ARTICLE_TAIL.match(text, match.end()) if found and not found[-1].part else None
        yield ReferenceList(
            span=Span(match.start(), tail.end() if tail else match.end()),
            kind=RefKind.ARTICLE,
            members=found,
            noun=Span(*match.span("noun")),
            part=_article_part(tail) if tail else "",
            outside=Outside.LAW,
        )


def _article_part(tail: re.Match[str]) -> str:
    if tail["lettered"]:
        return normal_part(tail["lettered"])
    main = printed(members(tail, forms.TOKEN))
    return f"{main} {normal_part(tail['sub'])}" if tail["sub"] else main


def _own(text: str) -> Iterator[ReferenceList]:
    """Find what may be a part of this document."""
    taken: list[Span] = []
    for finder in (_numbered, _lettered):
        for one in finder(text, taken):
            taken.append(one.span)
            yield one


def _numbered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    hidden, known = hide(text, taken), len(taken)
    for form in forms.FORMS:
        if form.needs not in text:
            continue
        if len(taken) > known:
            hidden, known = hide(text, taken), len(taken)
        for match in forms.matches(form.pattern, form.opens, hidden):
            found = _list(text, form.kind, match)
            if found.members:
                yield from parted(text, found, match["noun"])


def _list(text: str, kind: RefKind, match: re.Match[str]) -> ReferenceList:
    groups = match.groupdict()
    found = members(match, forms.TOKEN)
    end = match.end()
    tail = forms.PARAGRAPH_TAIL.match(text, end) if kind is RefKind.PARAGRAPH else None
    if tail and found and not found[-1].part:
        found, end = (*found[:-1], _tailed(found[-1], tail)), tail.end()
    why = _outside(text, kind, match)
    return ReferenceList(
        span=Span(match.start(), end),
        kind=kind,
        members=found,
        noun=Span(*match.span("noun")),
        part=_letters(groups.get("letter") or ""),
        part_span=trimmed(match, "letter") if groups.get("letter") else None,
        direction=turned(match["direction"], forms.ABOVE),
        direction_span=trimmed(match, "direction"),
        outside=why[0] if why else None,
        witness=why[1] if why else None,
    )


def _tailed(last: Member, tail: re.Match[str]) -> Member:
    """Return the last number of a list with what stands behind the noun: 第 5 段之二(b)项."""
    if tail["again"] and not last.again:
        span = Span(*tail.span("again"))
        last = last._replace(again=again_of(tail["again"]), again_span=span)
    if tail["part"]:
        where = trimmed(tail, "part")
        last = last._replace(part=normal_part(tail["part"]), part_span=where)
    return last


def _outside(text: str, kind: RefKind, match: re.Match[str]) -> tuple[Outside, Span | None] | None:
    if match["direction"]:
        return None
    why = outside(text, match.start(), kind)
    if why is None and "treaty" in match.groupdict():
        return Outside.LAW, None  # only treaties and laws have 款
    return why


def _letters(printed_letters: str) -> str:
    """Return letters of sections in one form for all languages: "A and B", "A to C"."""
    return normal_part(printed_letters)


def _lettered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in forms.LETTERED.finditer(hide(text, taken)) if forms.CLOSED.search(text) else ():
        group = "sure" if match["sure"] else "part"
        direction = "direction" if match["sure"] else "side"
        why = None if match[direction] else outside(text, match.start(), RefKind.SUBPARAGRAPH)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.SUBPARAGRAPH,
            part=normal_part(match[group]),
            part_span=trimmed(match, group),
            direction=turned(match[direction], forms.ABOVE),
            direction_span=trimmed(match, direction),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


def _annexes(text: str) -> Iterator[ReferenceList]:
    for match in forms.BARE_ANNEX.finditer(text):
        direction = match["direction"]
        why = None if direction else outside(text, match.start(), RefKind.ANNEX)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            noun=Span(*match.span("noun")),
            direction=turned(direction, forms.ABOVE),
            direction_span=trimmed(match, "direction"),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


# Each with what a text must have for it.
_FINDERS = ((acts, "号"), (_articles, "条"), (_own, ""), (_annexes, "附件"))
