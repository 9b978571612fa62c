"""Whether translations stand beside their own sources, or rows have slipped.

Every word of such a table can be right and every sentence wrong. Figures tell, since most are
written alike in both languages.
"""

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"\d+")
_FEWEST = 8  # translations with figures, below which nothing is said
_SHARE = 0.5  # that agree with their own source; of true translations nearly all do
_THERE = 0.7  # that agree with the source so many rows on
_STEPS = (1, -1, 2, -2, 3, -3)


def strangers(pairs: Sequence[tuple[str, str]]) -> tuple[int, int] | None:
    """Return how many translations have none of their sources' figures, and of how many.

    None unless they have those of the sources some rows on. Pairs are source and target ("" for
    none) in the order of the document; translations without figures do not count.
    """
    ours = [set(_FIGURE.findall(source)) for source, _ in pairs]
    theirs = [set(_FIGURE.findall(target)) for _, target in pairs]
    counted = sum(map(bool, theirs))
    agreed = _agreed(ours, theirs, 0)
    if counted < _FEWEST or agreed >= counted * _SHARE:
        return None
    there = max(_agreed(ours, theirs, step) for step in _STEPS)
    return (counted - agreed, counted) if there >= counted * _THERE else None


def _agreed(ours: Sequence[set[str]], theirs: Sequence[set[str]], step: int) -> int:
    rows = range(max(0, -step), min(len(theirs), len(ours) - step))
    return sum(not ours[row + step].isdisjoint(theirs[row]) for row in rows)
