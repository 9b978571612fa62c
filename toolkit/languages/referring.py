"""What references have in common: lists of numbers, their values and how they are printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.languages.reference import (
    AGAINS,
    Direction,
    Member,
    NumeralForm,
    Outside,
    ReferenceList,
    ReferenceMention,
    RefKind,
)
from toolkit.text.number_words import word_value
from toolkit.text.numerals import chinese_value, letter_value, roman_value
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

# Taking a member of an enumeration costs more than all else that is done with a plain number.
_FIGURES = NumeralForm.FIGURES


def numeral(printed_number: str) -> tuple[int, NumeralForm] | None:
    """Return the value and form of a number in figures, Han, roman numerals, words or as a letter.

    A single capital is a letter unless it is I, V or X. None for what is no number.
    """
    if printed_number.isdecimal():
        return int(printed_number), _FIGURES
    if not printed_number.isascii():
        value = chinese_value(printed_number)
        return None if value is None else (value, NumeralForm.HAN)
    value = roman_value(printed_number)
    if value is not None and (len(printed_number) > 1 or printed_number in "IVX"):
        return value, NumeralForm.ROMAN
    value = word_value(printed_number)
    if value is not None:
        return value, NumeralForm.WORDS
    value = letter_value(printed_number)
    return None if value is None else (value, NumeralForm.LETTER)


def members(match: re.Match[str], token: Pattern, group: str = "list") -> tuple[Member, ...]:
    """Read the numbers of a group of ``match``.

    ``token`` has the groups "number", "again", "part" and "range".
    """
    found: list[Member] = []
    ranged = False
    for one in token.finditer(match.string, *match.span(group)):
        printed_number, again, part = one.group("number", "again", "part")
        if printed_number is None:
            ranged = bool(one["range"])
            continue
        read = numeral(printed_number)
        if read is not None:
            span = Span(*one.span())
            plain = Member(span, span, *read, ends_range=ranged)
            found.append(_with_tail(plain, one) if again or part else plain)
        ranged = False
    return tuple(found)


def _with_tail(member: Member, token: re.Match[str]) -> Member:
    """Return a number with what is printed behind it: "bis", a subparagraph."""
    again, part = token.group("again", "part")
    return member._replace(
        number=Span(*token.span("number")),
        part=normal_part(part) if part else "",
        part_span=trimmed(token, "part") if part else None,
        again=again_of(again) if again else "",
        again_span=Span(*token.span("again")) if again else None,
    )


def trimmed(match: re.Match[str], group: str) -> Span | None:
    """Return where a group stands without white space around it, None when it is not there."""
    words = match[group]
    if not words or not words.strip():
        return None
    start = match.start(group) + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def ranges(found: Sequence[Member]) -> tuple[tuple[int, int], ...]:
    """Return the inclusive ranges that a list of numbers amounts to, in the order printed."""
    pairs: list[tuple[int, int]] = []
    for one in found:
        if one.ends_range and pairs:
            pairs[-1] = (pairs[-1][0], one.value)
        else:
            pairs.append((one.value, one.value))
    return tuple(pairs)


def printed(found: Sequence[Member]) -> str:
    """Return a list of numbers in one form for all languages: "1", "1 (a) and 3", "2 to 4"."""
    out = ""
    for at, one in enumerate(found):
        link = "" if not at else " to " if one.ends_range else ", "
        if link == ", " and at == len(found) - 1:
            link = " and "
        out += link + str(one.value) + (f" {one.part}" if one.part else "")
    return out


def normal_part(part: str) -> str:
    """Return a subparagraph in one form for all languages: "(a) (ii)"."""
    if not part:
        return ""
    plain = part.replace("（", "(").replace("）", ")")
    plain = re.sub(r"\((\w)\)", lambda one: f"({_HAN_PART.get(one[1], one[1])})", plain)
    plain = re.sub(r"\s*([和及或至、–—-])\s*", lambda one: _LINKS[one[1]], plain)
    return re.sub(r"\)\s*\(", ") (", plain).strip()


def again_of(words: str) -> str:
    """Return "bis", "ter" … of what stands behind a number put in later, "" of anything else."""
    plain = words.strip()
    return _HAN_AGAIN.get(plain, plain if plain in AGAINS else "")


_HAN_AGAIN = dict(zip((f"之{han}" for han in "二三四五六七八"), AGAINS, strict=True))
_LINKS = MappingProxyType(
    {"和": " and ", "及": " and ", "或": " or ", "至": " to ", "、": ", "}
    | dict.fromkeys("–—-", " to ")
)
_HAN_PART = dict(
    zip(
        "一二三四五六七八九十",
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
        strict=True,
    )
)


def mentions(found: ReferenceList) -> tuple[ReferenceMention, ...]:
    """Return a whole mention by value: one, or one for each number when parts tell them apart."""
    whole = found.members
    apart = any(_part(one) for one in whole) and not any(one.ends_range for one in whole)
    if not apart:
        return (_mention(found, found.span, whole),)
    ends = [*(one.span.end for one in whole[:-1]), found.span.end]
    starts = [found.span.start, *(one.span.start for one in whole[1:])]
    return tuple(
        _mention(found, Span(start, end), [one])
        for one, start, end in zip(whole, starts, ends, strict=True)
    )


def _part(one: Member) -> str:
    """Return the subparagraph of a member; of a section named by letter, the letter."""
    if one.part or one.form is not NumeralForm.LETTER:
        return one.part
    return chr(ord("A") + one.value - 1) if one.value <= _ALPHABET else ""


_ALPHABET = 26


def _mention(found: ReferenceList, span: Span, some: Sequence[Member]) -> ReferenceMention:
    own = _part(some[0]) if len(some) == 1 else ""
    return ReferenceMention(
        span=span,
        kind=found.kind,
        ranges=ranges(some),
        part=own or found.part,
        direction=found.direction,
        external=found.outside is not None,
    )


def joined(text: str, found: Sequence[ReferenceList], links: "Links") -> tuple[ReferenceList, ...]:
    """Return references in order; what is joined to one that leads out of the document leads out.

    A reference with a direction never does. ``links`` are the signs that join two neighbours.
    """
    if len(found) < 2:
        return tuple(found)
    ordered = sorted(found, key=lambda one: one.span)
    for at in range(1, len(ordered)):
        ordered[at] = _led(text, ordered[at], ordered[at - 1], links.forward)
    for at in range(len(ordered) - 2, -1, -1):
        if ordered[at + 1].outside in (Outside.NAMED, Outside.JOINED):
            ordered[at] = _led(text, ordered[at], ordered[at + 1], links.backward)
    return tuple(ordered)


@dataclass(frozen=True, slots=True)
class Links:
    """What may stand between two references of one kind that lead to the same text.

    ``forward`` where the text is named before the first, ``backward`` where it is after the last;
    None where the language never names it there.
    """

    forward: Pattern | None
    backward: Pattern | None


def _led(
    text: str, one: ReferenceList, other: ReferenceList, link: Pattern | None
) -> ReferenceList:
    if link is None or one.outside or one.direction:
        return one
    if other.outside is None or other.outside is Outside.LAW:
        return one
    first, last = sorted((one, other), key=lambda each: each.span)
    gap = text[first.span.end : last.span.start]
    if not (_nested(first, last, gap) or (one.kind is other.kind and link.fullmatch(gap))):
        return one
    return one._replace(outside=Outside.JOINED, witness=other.span)


def _nested(first: ReferenceList, last: ReferenceList, gap: str) -> bool:
    """Return whether the later of two is named as a part of the earlier: "annex II, section A"."""
    if first.kind not in _DEPTHS or last.kind not in _DEPTHS:
        return False
    return gap in ("", " ", ", ", "，") and _DEPTHS[first.kind] < _DEPTHS[last.kind]


_DEPTHS = MappingProxyType(
    {RefKind.ANNEX: 0, RefKind.CHAPTER: 0, RefKind.SECTION: 1, RefKind.PARAGRAPH: 2}
)


def turned(word: str | None, above: Sequence[str]) -> Direction | None:
    """Return the direction a word names; ``above`` are the words for above."""
    if not word:
        return None
    return Direction.ABOVE if word in above else Direction.BELOW
