"""The order of States in lists: English alphabetical, whatever the language of the list."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.states.state import State, plain
from toolkit.text.rising import rising


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A State out of place, and the two between which it belongs.

    Attributes:
        index: its place in the list, from 0.
        state: it.
        after: the State of the list it should follow; None when it belongs at the beginning.
        before: the State of the list it should precede; None when it belongs at the end.
    """

    index: int
    state: State
    after: State | None
    before: State | None


def sort_key(state: State) -> tuple[str, ...]:
    """Return the key of English alphabetical order: word by word, without accents and marks.

    Niger comes before Nigeria, Guinea before Guinea-Bissau, Türkiye before Turkmenistan.
    """
    return tuple(re.findall(r"\w+", plain(state.sort_name).replace("'", "").casefold()))


def out_of_order(listed: Sequence[State]) -> tuple[Misplaced, ...]:
    """Return the fewest States whose moving would put a list in order, as they stand in it.

    A State named twice in a row is in order. Takes n log n time.
    """
    keys = [sort_key(state) for state in listed]
    kept = rising(keys, strictly=False)
    kept_keys = [keys[i] for i in kept]
    stays = set(kept)
    return tuple(
        _misplaced(listed, i, kept, bisect_right(kept_keys, keys[i]))
        for i in range(len(listed))
        if i not in stays
    )


def _misplaced(listed: Sequence[State], index: int, kept: list[int], at: int) -> Misplaced:
    return Misplaced(
        index=index,
        state=listed[index],
        after=listed[kept[at - 1]] if at else None,
        before=listed[kept[at]] if at < len(kept) else None,
    )
