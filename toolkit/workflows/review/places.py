"""Segments by their words, so that a review finds them again in documents that have changed.

A segment's token is a digest of its words and one of its words with those beside it. Looking a
review's segments up is linear in their number, and never gives one segment to two.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from toolkit.text.normalize import match_key, strip_controls

OWN = 12  # hexadecimal figures for the segment's own words: no collision in a million segments
CONTEXT = 6  # and for the words around it
TOKEN = OWN + CONTEXT


def digest(text: str, length: int = OWN) -> str:
    """Return hexadecimal figures that are equal for texts equal but for white space."""
    return hashlib.sha256(match_key(text).encode("utf-8", "replace")).hexdigest()[:length]


def exactly(text: str) -> str:
    """Return a digest that any change moves but white space at the ends and kinds of line end."""
    plain = strip_controls(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:OWN]


def tokens(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the tokens of the segments of one side, in order."""
    own = [digest(text) for text in texts]
    around = zip(["", *own], own, [*own[1:], ""], strict=False)
    return tuple(mine + digest(f"{left} {mine} {right}", CONTEXT) for left, mine, right in around)


def locate(old: Mapping[int, str], new: Sequence[str]) -> dict[int, int]:
    """Return where the segments ``old`` (tokens by index) stand among ``new``.

    Segments are found by words and context, then by standing next to one that was found, then
    by their words where these occur once only. What is not certain is left out.
    """
    found = _unique(old, dict(enumerate(new)))
    _grow(found, old, new)
    taken = set(found.values())
    mine = {k: token[:OWN] for k, token in old.items() if k not in found}
    theirs = {n: token[:OWN] for n, token in enumerate(new) if n not in taken}
    found |= _unique(mine, theirs)
    _grow(found, old, new)
    return found


def _unique(old: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Pair what occurs exactly once on both sides."""
    counts = Counter(old.values())
    repeated = Counter(new.values())
    where = {token: n for n, token in new.items() if repeated[token] == 1}
    return {k: where[token] for k, token in old.items() if counts[token] == 1 and token in where}


def _grow(found: dict[int, int], old: Mapping[int, str], new: Sequence[str]) -> None:
    """Add segments that follow or precede a found one on both sides and have the same words."""
    taken = set(found.values())
    for order, step in ((sorted(old), 1), (sorted(old, reverse=True), -1)):
        for k in order:
            before = -1 if k == 0 and step == 1 else found.get(k - step)
            if k in found or before is None:
                continue
            n = before + step
            if 0 <= n < len(new) and n not in taken and new[n][:OWN] == old[k][:OWN]:
                found[k] = n
                taken.add(n)
