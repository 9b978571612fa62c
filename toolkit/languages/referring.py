"""What English and Chinese references have in common: lists of numbers and how they are printed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toolkit.languages.language import ReferenceMention, RefKind
from toolkit.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One number of a list: its value, the subparagraph behind it, and where both stand.

    ``ends_range`` says that a range sign joins it to the element before.
    """

    span: Span
    value: int
    part: str = ""
    ends_range: bool = False


def elements(
    match: re.Match[str], token: re.Pattern[str], read: Callable[[str], int | None]
) -> list[Element]:
    """Read the numbers of the group "list" of ``match``.

    ``token`` has the groups "number", "part" and "range"; ``read`` values a number as printed.
    """
    found: list[Element] = []
    ranged = False
    for one in token.finditer(match.string, *match.span("list")):
        if one["number"] is None:
            ranged = bool(one["range"])
            continue
        value = read(one["number"])
        if value is not None:
            part = normal_part(one["part"] or "")
            if not one["number"].strip().isdecimal() and len(one["number"]) == 1 and not part:
                part = letter_part(one["number"])
            found.append(Element(span=Span(*one.span()), value=value, part=part, ends_range=ranged))
        ranged = False
    return found


def letter_part(number: str) -> str:
    """Return a section letter as a part; a roman I, V or X is none."""
    return number if number.isascii() and number not in "IVX" else ""


def ranges(found: Sequence[Element]) -> tuple[tuple[int, int], ...]:
    """Return the inclusive ranges that a list of numbers amounts to, in the order printed."""
    pairs: list[tuple[int, int]] = []
    for one in found:
        if one.ends_range and pairs:
            pairs[-1] = (pairs[-1][0], one.value)
        else:
            pairs.append((one.value, one.value))
    return tuple(pairs)


def printed(found: Sequence[Element]) -> str:
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
    plain = part.replace("（", "(").replace("）", ")")
    plain = re.sub(r"\((\w)\)", lambda one: f"({_HAN_PART.get(one[1], one[1])})", plain)
    plain = re.sub(r"\s*([和及至、])\s*", lambda one: _LINKS[one[1]], plain)
    return re.sub(r"\)\s*\(", ") (", plain).strip()


_LINKS = {"和": " and ", "及": " and ", "至": " to ", "、": ", "}
_HAN_PART = dict(
    zip(
        "一二三四五六七八九十",
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
        strict=True,
    )
)


def listed(
    kind: RefKind, span: Span, found: Sequence[Element], template: ReferenceMention
) -> list[ReferenceMention]:
    """Return one mention for a list of plain numbers, or one for each when parts tell them apart.

    ``template`` carries direction and whether another document is meant.
    """
    if not any(one.part for one in found) or any(one.ends_range for one in found):
        return [_mention(kind, span, found, template)]
    ends = [*(one.span.end for one in found[:-1]), span.end]
    starts = [span.start, *(one.span.start for one in found[1:])]
    return [
        _mention(kind, Span(start, end), [one], template)
        for one, start, end in zip(found, starts, ends, strict=True)
    ]


def _mention(
    kind: RefKind, span: Span, found: Sequence[Element], template: ReferenceMention
) -> ReferenceMention:
    part = found[0].part if len(found) == 1 else ""
    return ReferenceMention(
        span=span,
        kind=kind,
        ranges=ranges(found),
        part=part or template.part,
        direction=template.direction,
        external=template.external,
    )
