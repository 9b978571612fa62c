"""Which items were moved: out of their section, or past their neighbours in it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from toolkit.lineage.descent import Item
from toolkit.lineage.likeness import same_section


def moved(pairs: Sequence[tuple[Item, Item]]) -> frozenset[int]:
    """Return the places of the pairs (draft, final) that were moved.

    Within a section of the final report, the largest number of items that kept their order stays;
    the others were moved.
    """
    out = {at for at, (draft, final) in enumerate(pairs) if not same_section(draft, final)}
    sections: dict[str, list[int]] = {}
    for at in sorted(set(range(len(pairs))) - out, key=lambda at: pairs[at][1].order):
        sections.setdefault(pairs[at][1].section, []).append(at)
    for some in sections.values():
        keys = [(pairs[at][0].document, pairs[at][0].order) for at in some]
        out.update(some[at] for at in set(range(len(some))) - set(_longest_rise(keys)))
    return frozenset(out)


def _longest_rise(keys: Iterable[tuple[int, int]]) -> list[int]:
    """Return the places of a longest rising run, not necessarily side by side."""
    tails: list[tuple[int, int]] = []
    ends: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        length = bisect_left(tails, key)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [key]
        ends[length : length + 1] = [at]
    run, at = [], ends[-1] if ends else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]
