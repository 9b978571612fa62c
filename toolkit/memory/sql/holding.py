"""Which texts hold given words, from the index."""

import heapq
import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from toolkit.memory.index.features import (
    Kept,
    Posting,
    Token,
    Tokens,
    features,
    is_alone,
    pair_of,
    spellings,
)
from toolkit.memory.keys import folded
from toolkit.memory.sql import rows
from toolkit.memory.sql.database import Database
from toolkit.memory.sql.shelf import Shelf

Text = tuple[int, str]
Group = tuple[int, ...]  # features of which a text has one at least


def share_of(weights: Mapping[int, int], texts: Iterable[Text]) -> dict[int, float]:
    """Return for each text what share of the weight it has, nothing for one without any."""
    total = sum(weights.values())
    shares = {}
    for number, body in texts:
        has = sum(weights[one] for one in features(body).keys() & weights.keys())
        if has:
            shares[number] = has / total
    return shares


def texts_holding(
    shelf: Shelf, literals: Sequence[str], groups: Sequence[Group]
) -> Iterator[int] | None:
    """Return the texts that may hold all ``literals``, rising; None where the index cannot tell.

    ``groups`` is what ``needed`` says of them.

    It cannot when all there is to look for is in a great part of the texts, or is no word.
    """
    words = [spelling for literal in literals for spelling in spellings(literal)]
    found = [
        number
        for number, body in shelf.fresh.items()
        if all(word in text for text in (folded(body),) for word in words)
    ]
    parts: list[Iterator[int]] = [iter(found)]
    ask = importlib.import_module("toolkit.memory.index.ask") if shelf.segments else None
    for segment, source in shelf.segments:
        listed = _listed(source, groups)
        if not listed or ask is None:
            return None
        parts.append(ask.holding(segment, listed))
    return heapq.merge(*parts)


def needed(database: Database, literals: Sequence[str]) -> list[Group]:
    """Return features of which every text that holds ``literals`` has one of each group."""
    return [group for literal in literals for group in _groups(database, literal)]


def _groups(database: Database, literal: str) -> Iterator[Group]:
    """Yield what a text that holds ``literal`` must have."""
    known = Tokens()
    text = folded(literal)
    parts = spellings(literal)
    open_left = [text[:1].isalnum() and not is_alone(part) for part in parts[:1]]
    open_right = [text[-1:].isalnum() and not is_alone(part) for part in parts[-1:]]
    whole: list[Token | None] = []
    for at, part in enumerate(parts):
        left = at == 0 and open_left[0]
        right = at == len(parts) - 1 and open_right[0]
        whole.append(None if left or right else known[part])
        if not left and not right:
            yield (known[part].word,)
        else:
            spelt = rows.spelt(database, part, left=left, right=right)
            if spelt is not None:  # an empty group is one that no text has anything of
                yield tuple(known[one].word for one in spelt)
    for one, other in pairwise(whole):
        if one and other:
            yield (pair_of(one.place, other.place),)


def _listed(source: rows.SegmentRows, groups: Sequence[Group]) -> list[list[Posting]]:
    """Return the postings of each group that is not too common to have all of them."""
    wanted = sorted({feature for group in groups for feature in group})
    found = {one.feature: one for one in source.postings(wanted)}
    telling = [
        [found[feature] for feature in group if feature in found]
        for group in groups
        if not any(f in found and found[f].kept is Kept.COUNTED for f in group)
    ]
    missing = sorted({one.feature for group in telling for one in group if one.places is None})
    there = source.places(missing)
    return [
        [one._replace(places=one.places or there.get(one.feature, b"")) for one in group]
        for group in telling
    ]
