"""Queries for memories with the answers that comparing everything gives."""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tests.benchmarks.units import held_out

LEAST = 0.70
BANDS = {"exact": 0.2, "85–99": 0.2, "70–85": 0.3, "none": 0.3}
SHARES = (0.06, 0.06, 0.17, 0.2, 0.25)  # of the words that are changed, by turns

Ask = Callable[[str], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Query:
    """A text, and the likenesses of the five texts most like it from ``LEAST``, best first."""

    text: str
    right: tuple[float, ...]

    @property
    def band(self) -> str:
        """How good the best answer is."""
        best = self.right[0] if self.right else 0.0
        if best == 1:
            return "exact"
        return "none" if best < LEAST else "70–85" if best < 0.85 else "85–99"


def brute_force(sources: Sequence[str]) -> Ask:
    """Return what compares a query with every text whose length can do."""
    ordered = sorted(sources, key=len)
    lengths = [len(one) for one in ordered]

    def ask(query: str) -> list[float]:
        shortest, longest = len(query) * LEAST, len(query) / LEAST
        found = process.extract(
            query,
            ordered[bisect_left(lengths, int(shortest)) : bisect_right(lengths, int(longest) + 1)],
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=LEAST,
            limit=5,
        )
        return [score for _, score, _ in found]

    return ask


def edited(sources: Sequence[str], lang: str, many: int, brute: Ask) -> list[Query]:
    """Return so many queries in ``BANDS``: texts of the memory, more or less changed, and others.

    Which band one is in is what comparing it with everything says; where one cannot be filled,
    there are fewer.
    """
    chance = random.Random(77)
    words = [word for text in chance.sample(sources, 200) for word in _words(text, lang)]
    fresh = (one.source if lang == "en" else one.target for one in held_out(5 * many))
    left = {band: round(many * share) for band, share in BANDS.items()}
    found: list[Query] = []
    for at in range(5 * many):
        if not any(left.values()):
            break
        if left["exact"]:
            text = chance.choice(sources)
        elif left["85–99"] or left["70–85"]:
            share = SHARES[at % 5] if left["85–99"] else SHARES[2 + at % 3]
            text = _changed(chance.choice(sources), share, words, lang, chance)
        else:
            text = next(fresh)
        query = Query(text, tuple(brute(text)))
        if left[query.band]:
            left[query.band] -= 1
            found.append(query)
    chance.shuffle(found)
    return found


def warming(sources: Sequence[str], lang: str, many: int) -> list[str]:
    """Return texts of the memory, more or less changed, that are asked for warming up only."""
    chance = random.Random(78)
    words = [word for text in chance.sample(sources, 200) for word in _words(text, lang)]
    picked = (chance.choice(sources) for _ in range(many))
    return [_changed(one, SHARES[at % 5], words, lang, chance) for at, one in enumerate(picked)]


def unseen(lang: str, many: int, brute: Ask) -> list[Query]:
    """Return sentences that are new, of which something in the memory happens to be like."""
    texts = (one.source if lang == "en" else one.target for one in held_out(8 * many))
    found: list[Query] = []
    for text in texts:
        query = Query(text, tuple(brute(text)))
        if query.right:
            found.append(query)
        if len(found) == many:
            break
    return found


def _words(text: str, lang: str) -> list[str]:
    return text.split() if lang == "en" else list(text)


def _changed(
    text: str, share: float, words: Sequence[str], lang: str, chance: random.Random
) -> str:
    parts = _words(text, lang)
    for _ in range(max(1, int(len(parts) * share))):
        at = chance.randrange(len(parts))
        kind = chance.random()
        if kind < 0.4:
            parts[at] = chance.choice(words)
        elif kind < 0.7 and len(parts) > 2:
            del parts[at]
        else:
            parts.insert(at, chance.choice(words))
    return (" " if lang == "en" else "").join(parts)
