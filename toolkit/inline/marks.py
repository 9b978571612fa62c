"""Codes made visible in a line of text: "Press ⟦1⟧here⟦/1⟧ now⟦2/⟧." and read back from there."""

import re
from collections.abc import Sequence

from toolkit.inline.code import Code, CodeKind, Segment
from toolkit.inline.collected import Collected
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
    found = Collected()
    at = 0
    for mark in _MARK.finditer(text):
        found.say(text[at : mark.start()])
        at = mark.end()
        if mark[0] == "⟦⟦":
            found.say("⟦")
            continue
        kind = CodeKind.CLOSE if mark[1] else CodeKind.ALONE if mark[3] else CodeKind.OPEN
        found.put(Code(at=0, kind=kind, id=mark[2], native=mark[0]))
    found.say(text[at:])
    return found.segment()


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
