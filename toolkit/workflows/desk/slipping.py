"""Whether translations stand beside their own sources, or rows of a table have slipped.

Every word of such a table can be right and every sentence wrong. Figures tell, since most are
written alike in both languages: of 7,600 true pairs of sentences not two in a row have none of
their own source's figures and those of a neighbour.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from toolkit.align.anchors import anchors
from toolkit.languages import Language

_FIGURE = re.compile(r"\d+")
_FEWEST = 8  # translations with figures, below which nothing is said of the whole
_SHARE = 0.5  # that agree with their own source; of true translations nearly all do
_THERE = 0.7  # that agree with the source so many rows on
_CHANCE = 0.25  # agree in dates, numbers and symbols where nothing stands in its place
_STEPS = (1, -1, 2, -2, 3, -3)
_PLAIN = 2  # translations in a row that tell a slip where nothing speaks against it
_TELLING = 3

Sets = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows ``first:end`` that have slipped; ``count`` of them have a neighbour's figures."""

    first: int
    end: int
    count: int


def strangers(
    pairs: Sequence[tuple[str, str]], languages: tuple[Language, Language]
) -> tuple[int, int] | None:
    """Return how many translations have none of their sources' figures, and of how many.

    None unless the whole has slipped or stands in no order at all. Pairs are source and target
    ("" for none) in the order of the file; translations without figures do not count.
    """
    ours, theirs = _figures(pairs)
    counted = sum(map(bool, theirs))
    agreed = _agreed(ours, theirs, 0)
    if counted < _FEWEST or agreed >= counted * _SHARE:
        return None
    there = max(_agreed(ours, theirs, step) for step in _STEPS)
    if there < counted * _THERE and not _by_chance(pairs, languages):
        return None
    return counted - agreed, counted


def slipped(pairs: Sequence[tuple[str, str]]) -> tuple[Stretch, ...]:
    """Return the stretches that have slipped, in order: pairs as for ``strangers``.

    A stretch begins behind the last row before it that has its own source's figures, and ends
    before the first behind it.
    """
    ours, theirs = _figures(pairs)
    every = [one for step in _STEPS for one in _stretches(ours, theirs, step)]
    found: list[Stretch] = []
    for one in sorted(every, key=lambda stretch: stretch.first):
        if found and one.first < found[-1].end:
            last = found.pop()
            one = Stretch(last.first, max(last.end, one.end), max(last.count, one.count))
        found.append(one)
    return tuple(found)


def _figures(pairs: Sequence[tuple[str, str]]) -> tuple[Sets, Sets]:
    sources = [frozenset(_FIGURE.findall(source)) for source, _ in pairs]
    return sources, [frozenset(_FIGURE.findall(target)) for _, target in pairs]


def _agreed(ours: Sets, theirs: Sets, step: int) -> int:
    rows = range(max(0, -step), min(len(theirs), len(ours) - step))
    return sum(not ours[row + step].isdisjoint(theirs[row]) for row in rows)


def _by_chance(pairs: Sequence[tuple[str, str]], languages: tuple[Language, Language]) -> bool:
    """Return whether the two sides agree no more than what has been shuffled.

    Asked of dates and numbers by their values, since some translations spell all figures out.
    """
    ours = [anchors(source, languages[0]) for source, _ in pairs]
    theirs = [anchors(target, languages[1]) for _, target in pairs]
    return _agreed(ours, theirs, 0) < sum(map(bool, theirs)) * _CHANCE


class _Row(Enum):
    """Whose figures a translation has."""

    NONE = 0
    OWN = 1
    OTHERS = 2  # of the source so many rows on, and not of its own
    NOBODYS = 3


def _rows(ours: Sets, theirs: Sets, step: int) -> Iterator[_Row]:
    for row, figures in enumerate(theirs):
        there = 0 <= row + step < len(ours) and not figures.isdisjoint(ours[row + step])
        own = not figures.isdisjoint(ours[row])
        if not figures or (own and there):
            yield _Row.NONE
        elif own:
            yield _Row.OWN
        else:
            yield _Row.OTHERS if there else _Row.NOBODYS


def _stretches(ours: Sets, theirs: Sets, step: int) -> Iterator[Stretch]:
    first = others = nobodys = 0
    for row, kind in enumerate((*_rows(ours, theirs, step), _Row.OWN)):
        others += kind is _Row.OTHERS
        nobodys += kind is _Row.NOBODYS and others > 0
        if kind is _Row.OWN:
            if others >= (_TELLING if nobodys else _PLAIN) and others > nobodys:
                yield Stretch(first, row, others)
            first, others, nobodys = row + 1, 0, 0
