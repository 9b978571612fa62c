"""Codes made visible in a line of text: "Press ⟦1⟧here⟦/1⟧ now⟦2/⟧." and read back from there."""

import re
from collections.abc import Sequence

from toolkit.inline.code import Code, CodeKind, Segment
from toolkit.inline.pairing import pairing

_MARK = re.compile(r"⟦(/?)([0-9]{1,6})(/?)⟧|⟦⟦")


def shown(segment: Segment, names: Sequence[int] | None = None) -> str:
    """Return the words with numbered marks for codes, in order of appearance from 1.

    Two halves of a pair have one number. A ⟦ of the words is doubled. ``names`` are the numbers
    where they are not those of the order of appearance: of a translation, those of its source.
    """
    numbers = _numbers(segment.codes) if names is None else names
    parts: list[str] = []
    at = 0
    for code, number in zip(segment.codes, numbers, strict=True):
        parts.append(_escaped(segment.text[at : code.at]))
        parts.append(_mark(code.kind, number))
        at = code.at
    parts.append(_escaped(segment.text[at:]))
    return "".join(parts)


def read_marks(text: str) -> Segment:
    """Return what a text with marks says, its codes being known by their numbers only.

    Each code has its number as ``id``, and its mark as ``native``; one that is half of a pair
    whose other half is not there stays as it is. For marks whose codes are elsewhere.
    """
    words: list[str] = []
    found: list[Code] = []
    at = length = 0
    for match in _MARK.finditer(text):
        words.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0] == "⟦⟦":
            words.append("⟦")
            length += 1
            continue
        kind = CodeKind.CLOSE if match[1] else CodeKind.ALONE if match[3] else CodeKind.OPEN
        found.append(Code(at=length, kind=kind, id=match[2], native=match[0]))
    words.append(text[at:])
    return Segment("".join(words), tuple(found))


def _numbers(codes: Sequence[Code]) -> list[int]:
    opened_by = {closing: opening for opening, closing in pairing(codes).pairs}
    numbers: list[int] = []
    count = 0
    for place in range(len(codes)):
        if place in opened_by:
            numbers.append(numbers[opened_by[place]])
        else:
            count += 1
            numbers.append(count)
    return numbers


def _mark(kind: CodeKind, number: int) -> str:
    before, after = {
        CodeKind.OPEN: ("", ""),
        CodeKind.CLOSE: ("/", ""),
        CodeKind.ALONE: ("", "/"),
    }[kind]
    return f"⟦{before}{number}{after}⟧"


def _escaped(text: str) -> str:
    return text.replace("⟦", "⟦⟦")
