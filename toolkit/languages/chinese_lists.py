"""Chinese lists of references: where one ends and the next begins, and how many they say."""

import re
from collections.abc import Iterator, Sequence

from toolkit.languages.reference import HowMany, Member, ReferenceList
from toolkit.text.numerals import chinese_value
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import is_han
from toolkit.text.spans import Span

_UNITS = "项|条|个|段|点"
_BEHIND = Pattern(
    rf"(?P<whole>\s?(?:这|上述)?(?P<count>[两二三四五六七八九十]{{1,2}})(?:{_UNITS})(?:建议)?)(?!以上|以下)"
)
_EACH = Pattern(r"\s?(?P<whole>均|都)(?!衡|匀|市|会)")
_IN_NOUN = Pattern(r"(?P<whole>各|(?P<count>[两二三四五六七八九十]{1,2})个?)$")


def parted(text: str, found: ReferenceList, noun: str) -> Iterator[ReferenceList]:
    """Yield the mentions that one run of numbers holds, each with the words that count it.

    A new one begins where the noun stands again and the numbers do not rise any more: 建议 1 至 3、
    建议 1 和 4 are two lists, 建议 1 至 3、建议 5 is one.
    """
    whole = found.members
    starts = [0, *_breaks(text, whole, noun)]
    if len(starts) == 1:
        yield counted(text, found)
        return
    for start, stop in zip(starts, [*starts[1:], len(whole)], strict=True):
        own = whole[start:stop]
        span, where = _stretch(text, found, noun, own, first=not start, last=stop == len(whole))
        apart = found._replace(span=span, members=own, noun=where)
        if start:
            apart = apart._replace(direction=None, direction_span=None)
        yield counted(text, apart)


def _breaks(text: str, whole: Sequence[Member], noun: str) -> Iterator[int]:
    highest = whole[0].value
    for at in range(1, len(whole)):
        one, before = whole[at], whole[at - 1]
        gap = text[before.span.end : one.span.start]
        later = one.again and one.value == highest
        if noun in gap and not one.ends_range and one.value <= highest and not later:
            yield at
            highest = one.value
        highest = max(highest, one.value)


def _stretch(
    text: str, found: ReferenceList, noun: str, own: Sequence[Member], *, first: bool, last: bool
) -> tuple[Span, Span | None]:
    """Return where one of several lists stands, and its noun: before its numbers or behind."""
    leading = found.noun is not None and found.noun.start < found.members[0].span.start
    if leading:
        at = text.rfind(noun, 0, own[0].span.start)
        start = found.span.start if first else at
        end = found.span.end if last else own[-1].span.end
        return Span(start, end), Span(at, at + len(noun))
    at = text.find(noun, own[-1].span.end)
    before = text.rfind("第", found.span.start, own[0].span.start)
    start = found.span.start if first or before < 0 else before
    end = found.span.end if last else at + len(noun)
    return Span(start, end), Span(at, at + len(noun))


def counted(text: str, found: ReferenceList) -> ReferenceList:
    """Return a mention with the words that say how many it names."""
    if len(found.members) < 2:
        return found
    return found._replace(how_many=tuple(_counts(text, found)))


def _counts(text: str, found: ReferenceList) -> Iterator[HowMany]:
    at = found.span.end
    if found.noun is not None and found.noun.start >= found.members[-1].span.end:
        inside = _IN_NOUN.search(text, found.members[-1].span.end, found.noun.start)
        if inside:
            yield _said(inside)
    behind = _BEHIND.match(text, at)
    if behind:
        yield _said(behind)
        at = behind.end()
    each = _EACH.match(text, at)
    if each:
        yield HowMany(whole=Span(*each.span("whole")))


def _said(match: re.Match[str]) -> HowMany:
    word = match["count"]
    if word is None:
        return HowMany(whole=Span(*match.span("whole")))
    start, end = match.span("whole")
    if match.string[start].isspace() and is_han(match.string[end : end + 1] or " "):
        start += 1  # the space parts the figure from what comes behind then
    value = 2 if word == "两" else chinese_value(word)
    return HowMany(whole=Span(start, end), value=value, number=Span(*match.span("count")))
