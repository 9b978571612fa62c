"""Series of numbers: where paragraphs or recommendations of one file begin to count anew.

Annexes count by themselves. Outside of them, and inside of one, a file may hold several texts
(decisions of a session, several reports): each begins with 1 again under a heading of its own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from toolkit.model import Block, Kind
from toolkit.references.places import annex_of

_REPORT = ("",)
_AGAIN = "#"  # stands before the number of a further series: "#2", "annex#2"


_Item = tuple[int, int]  # its place among the blocks, and its number


def scopes(blocks: Sequence[Block], kind: Kind) -> tuple[tuple[str, ...], ...]:
    """Return for each block the series of ``kind`` that it stands in.

    Behind that of an annex stands the series of the report that the annex belongs to. "" is the
    first series of the report, "#2" the next, "annex II" that of an annex. A number 1 begins a
    series where a heading stands before it and the count before is not taken up again behind it;
    a lone slip does not.
    """
    annexes = [annex_of(block) for block in blocks]
    starts = _all_starts(blocks, kind, annexes)
    if not starts:
        return tuple((annex, "") if annex else _REPORT for annex in annexes)
    found, now = [], dict[str, str]()
    for at, annex in enumerate(annexes):
        now.update(starts.get(at, ()))
        ours = now.get("", "")
        found.append((now.get(annex, annex), ours) if annex else (ours,))
    return tuple(found)


def is_further(scope: str) -> bool:
    """Return whether a series is not the first of its report or annex."""
    return _AGAIN in scope


def _all_starts(
    blocks: Sequence[Block], kind: Kind, annexes: Sequence[str]
) -> dict[int, list[tuple[str, str]]]:
    """Return the headings under which series begin, each with their annex and name."""
    items: dict[str, list[_Item]] = {}
    for at, block in enumerate(blocks):
        if block.kind is kind and block.number is not None:
            items.setdefault(annexes[at], []).append((at, block.number))
    heading = Kind.HEADING
    headings = [at for at, block in enumerate(blocks) if block.kind is heading]
    starts: dict[int, list[tuple[str, str]]] = {}
    for annex, own in items.items():
        for count, at in enumerate(_starts(own, headings), 2):
            starts.setdefault(at, []).append((annex, f"{annex}{_AGAIN}{count}"))
    return starts


def _starts(items: Sequence[_Item], headings: Sequence[int]) -> Iterator[int]:
    """Yield the headings, as places among the blocks, under which a new series begins."""
    candidates: list[tuple[int, int]] = []
    for at in (at for at in range(1, len(items)) if items[at][1] == 1):
        place = bisect_left(headings, items[at - 1][0])
        if place < len(headings) and headings[place] < items[at][0]:
            candidates.append((at, headings[place]))
    ends = [at for at, _ in candidates[1:]]
    for (at, place), end in zip(candidates, [*ends, len(items)], strict=False):
        if not _taken_up(items, at, end):
            yield place


def _taken_up(items: Sequence[_Item], start: int, end: int) -> bool:
    """Return whether the count before ``start`` goes on behind it, so that a 1 was a slip."""
    last = items[start - 1][1]
    for at in range(start + 1, end):
        number, before = items[at][1], items[at - 1][1]
        if number > before + 1 and last < number <= last + at - start + 1:
            return True
    return False
