"""Whether translations stand beside their own sources: a column sorted alone, rows that slipped.

Every word of such a table can be right and every sentence wrong. Figures tell, since most are
written alike in both languages.
"""

import re
from collections.abc import Iterable

_FIGURE = re.compile(r"\d+")
_FEWEST = 8  # translations with figures, below which nothing is said
_SHARE = 0.5  # that agree; of true translations nearly all do


def strangers(pairs: Iterable[tuple[str, str]]) -> tuple[int, int] | None:
    """Return how many translations have none of their sources' figures, and of how many.

    None where that is nothing to worry about. Pairs are source and target; translations without
    figures do not count.
    """
    agreed = counted = 0
    for source, target in pairs:
        ours, theirs = set(_FIGURE.findall(source)), set(_FIGURE.findall(target))
        if theirs:
            counted += 1
            agreed += not ours.isdisjoint(theirs)
    return (counted - agreed, counted) if counted >= _FEWEST and agreed < counted * _SHARE else None
