"""Where the blocks of a document stand in its file: from offsets in blocks to offsets there.

Readers take labels off, drop white space and soft hyphens and join lines; here the words of each
block are found again in what the file has, in order, sign by sign. A *unit* is one string of
the file: a paragraph of a Word file as ``ooxml.revising`` gives it, or the whole of a text file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# What readers leave out of a text wherever it stands.
_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\ufffd")
_BLANKS = re.compile(r"\s+")
_BETWEEN = frozenset(".:：．—–-")  # what may stand between a label and the words


class Text(NamedTuple):
    """A text of a block found in a unit.

    ``offsets`` gives for each character of the text where it stands in the unit, None for one
    that the reader made (a space where lines were joined); None as a whole where they just follow
    each other from ``start`` on. ``end`` is where the last one ends.
    """

    unit: int
    start: int
    end: int
    offsets: tuple[int | None, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``start:end`` of the text stands in the unit."""
        if self.offsets is None:
            return self.start + start, self.start + end
        inside = [at for at in self.offsets[start:end] if at is not None]
        if inside:
            return inside[0], inside[-1] + 1
        here = self.offsets[start] if start < len(self.offsets) else None
        if here is not None:
            return here, here
        before = [at for at in self.offsets[:start] if at is not None]
        place = before[-1] + 1 if before else self.start
        return place, place


@dataclass(slots=True)
class Found:
    """Where a block stands.

    ``label`` is None where Word counts or the block has none. ``units`` are all units that are the
    block's own, in order; ``notes`` and ``cells`` are found when they are asked for.
    """

    label: Text | None = None
    text: Text | None = None
    units: list[int] = field(default_factory=list)


def find_text(words: str, unit: str, at: int, start: int = 0) -> Text | None:
    """Find ``words`` in a unit, not before ``start``; ``at`` is the unit's number."""
    place = unit.find(words, start)
    if place >= 0:
        return Text(at, place, place + len(words))
    signs, places = _squeezed(unit, start)
    wanted, own = _squeezed(words, 0)
    found = signs.find(wanted) if wanted else -1
    if found < 0:
        return None
    offsets: list[int | None] = [None] * len(words)
    for index, position in enumerate(own):
        offsets[position] = places[found + index]
    end = places[found + len(wanted) - 1] + 1
    place_blanks(offsets, words, unit)
    return Text(at, places[found], end, tuple(offsets))


def place_blanks(offsets: list[int | None], words: str, unit: str) -> None:
    """Give the white space of a found text its places, where the unit has it beside the signs.

    White space that a reader made, and what has other signs between it and the words, has none.
    """
    for blank in _BLANKS.finditer(words):
        start, end = blank.span()
        before = offsets[start - 1] if start else None
        after = offsets[end] if end < len(words) else None
        low = len(unit) if before is None else before + 1
        high = low if after is None else after
        while start < end and low < min(high, len(unit)) and unit[low] == words[start]:
            offsets[start] = low
            start, low = start + 1, low + 1
        low = 0 if before is None else low
        while start < end and low < high <= len(unit) and unit[high - 1] == words[end - 1]:
            end, high = end - 1, high - 1
            offsets[end] = high


def find_stretch(
    words: str, start: int, end: int, signs: Sequence[tuple[int, int]]
) -> tuple[int, int, int] | None:
    """Return unit, beginning and end of ``words[start:end]``, counted sign by sign.

    ``signs`` gives unit and offset of every sign of the words that is no white space. White space
    at the ends of a stretch is part of it, and where nothing is between ``start`` and ``end`` the
    place is beside the sign that it is beside in the words. None where the stretch is not in one
    unit.
    """
    first, last = (sum(not sign.isspace() for sign in words[:at]) for at in (start, end))
    if not signs or last > len(signs):
        return None
    opens = start < end and not words[start].isspace()
    closes = start < end and not words[end - 1].isspace()
    follows = start > 0 and not words[start - 1].isspace()
    precedes = end < len(words) and not words[end].isspace()
    low = _before(signs, first) if opens or not follows else _behind(signs, first)
    if start == end:
        return (*low, low[1])
    high = _behind(signs, last) if closes or not precedes else _before(signs, last)
    return (*low, high[1]) if low[0] == high[0] else None


def _before(signs: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    return signs[at] if at < len(signs) else _behind(signs, at)


def _behind(signs: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    unit, offset = signs[at - 1] if at else signs[0]
    return unit, offset + bool(at)


def _squeezed(text: str, start: int) -> tuple[str, list[int]]:
    """Return the signs of a text that no reader changes, and where each stands."""
    places = [
        at for at in range(start, len(text)) if not text[at].isspace() and text[at] not in _NOTHING
    ]
    return "".join(text[at] for at in places), places


def begins_with(label: str, unit: str, at: int) -> Text | None:
    """Find a label at the beginning of a unit, behind white space."""
    lead = len(unit) - len(unit.lstrip())
    if unit.startswith(label, lead):
        return Text(at, lead, lead + len(label))
    found = find_text(label, unit, at)
    if found is None or _squeezed(unit[: found.start], 0)[0]:
        return None
    return found


def follows_label(unit: str, label_end: int, text: Text) -> bool:
    """Return whether nothing but signs that may part them stands between a label and a text."""
    between = unit[label_end : text.start].strip()
    return not between or all(
        one.isspace() or one in _NOTHING or one in _BETWEEN for one in between
    )


def is_blank(unit: str) -> bool:
    """Return whether a unit has no words."""
    return not _squeezed(unit, 0)[0]
