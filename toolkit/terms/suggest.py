"""Terms that a memory shows: words that come together in both languages, again and again.

A stretch of words of the source and one of the target are a pair when they are in the same units
nearly always, each is the other's best, and neither is only a piece of a longer one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.languages import Language
from toolkit.terms.empty import edges, empty_words, numerals
from toolkit.terms.inflection import key
from toolkit.text.spans import Span

WORDS: Final = 4  # of a term at most
SIGNS: Final = 10  # characters of a term, in a language without spaces
MOST: Final = 40_000  # units that are looked at
LONGEST: Final = 2_000  # characters of a unit that is looked at

Cut = Callable[[str], Sequence[Span]]
Grams = Mapping[str, str]  # what two forms share: the form


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A pair that may be a term.

    ``count`` are units that have both, ``sources`` and ``targets`` those that have either, and
    ``score`` is 0-1: how seldom one comes without the other. ``path`` is where it is met first.
    """

    source: str
    target: str
    count: int
    sources: int
    targets: int
    score: float
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """A unit: its texts, and where it stands."""

    source: str
    target: str
    path: str = ""


def suggest(
    couples: Sequence[Couple],
    languages: tuple[Language, Language],
    cuts: tuple[Cut, Cut],
    *,
    least: int = 3,
    score: float = 0.7,
) -> tuple[Suggestion, ...]:
    """Return pairs that may be terms, the most frequent first.

    Args:
        couples: units; those after the first 40,000 are left aside.
        languages: source and target.
        cuts: give the words of a source and of a target.
        least: units a pair must be in.
        score: the lowest, 0-1.
    """
    taken = [one for one in couples[:MOST] if max(len(one.source), len(one.target)) <= LONGEST]
    lefts = [_grams(one.source, languages[0], cuts[0]) for one in taken]
    rights = [_grams(one.target, languages[1], cuts[1]) for one in taken]
    sources, targets = _frequent(lefts, least), _frequent(rights, least)
    together: Counter[tuple[str, str]] = Counter()
    for left, right in zip(lefts, rights, strict=True):
        ours, theirs = [g for g in left if g in sources], [g for g in right if g in targets]
        together.update((a, b) for a in ours for b in theirs)
    scored = {
        pair: 2 * count / (sources[pair[0]] + targets[pair[1]])
        for pair, count in together.items()
        if count >= least and pair[0] != pair[1]
    }
    best = _best({pair: value for pair, value in scored.items() if value >= score})
    found = (
        _suggestion(pair, together[pair], (sources, targets), scored[pair], taken, lefts, rights)
        for pair in best
    )
    return tuple(sorted(found, key=lambda one: (-one.count, -one.score, one.source)))


def _suggestion(  # noqa: PLR0913  # what was counted, on both sides
    pair: tuple[str, str],
    count: int,
    counts: tuple[Mapping[str, int], Mapping[str, int]],
    score: float,
    couples: Sequence[Couple],
    lefts: Sequence[Grams],
    rights: Sequence[Grams],
) -> Suggestion:
    at = next(n for n, g in enumerate(lefts) if pair[0] in g and pair[1] in rights[n])
    forms = Counter(grams[pair[0]] for grams in lefts if pair[0] in grams)
    return Suggestion(
        source=forms.most_common(1)[0][0],
        target=rights[at][pair[1]],
        count=count,
        sources=counts[0][pair[0]],
        targets=counts[1][pair[1]],
        score=round(score, 3),
        path=couples[at].path,
    )


def _frequent(texts: Iterable[Grams], least: int) -> dict[str, int]:
    """Return the stretches that are in enough units, without those that are pieces of longer ones.

    A piece that is in as many units as the longer one never stands by itself.
    """
    counts = Counter(gram for grams in texts for gram in grams)
    kept = {gram: count for gram, count in counts.items() if count >= least}
    pieces = {
        part for gram, count in kept.items() for part in _pieces(gram) if kept.get(part, 0) == count
    }
    return {gram: count for gram, count in kept.items() if gram not in pieces}


def _pieces(gram: str) -> Iterable[str]:
    parts = gram.split("\t")
    for size in range(1, len(parts)):
        for at in range(len(parts) - size + 1):
            yield "\t".join(parts[at : at + size])


def _best(scored: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
    """Return the pairs of which each side is the other's best; of equals the longest."""
    sides: tuple[dict[str, list[tuple[str, str]]], ...] = (defaultdict(list), defaultdict(list))
    for pair in scored:
        sides[0][pair[0]].append(pair)
        sides[1][pair[1]].append(pair)

    def rank(pair: tuple[str, str]) -> tuple[float, int]:
        return scored[pair], len(pair[0]) + len(pair[1])

    winners = {max(pairs, key=rank) for pairs in sides[0].values()}
    return [pair for pair in winners if max(sides[1][pair[1]], key=rank) == pair]


# -- stretches of words --------------------------------------------------------------------
def _grams(text: str, language: Language, cut: Cut) -> Grams:
    """Return the stretches of a text that can be terms; words are parted by tabs in their keys."""
    spans = cut(text)
    found: dict[str, str] = {}
    for at in range(len(spans)):
        for size in range(1, min(WORDS, len(spans) - at) + 1):
            words = spans[at : at + size]
            if size > 1 and not _adjoin(text, words[-2], words[-1], language):
                break
            said = text[words[0].start : words[-1].end]
            if _can_be(said, [one.of(text) for one in words], language):
                fold = key if language.code == "en" else str.casefold
                found.setdefault("\t".join(fold(one.of(text)) for one in words), said)
    return found


def _adjoin(text: str, one: Span, other: Span, language: Language) -> bool:
    between = text[one.end : other.start]
    return between == " " if language.spaced else not between


def _can_be(said: str, words: Sequence[str], language: Language) -> bool:
    if any(sign.isdigit() for sign in said):
        return False
    empty = empty_words(language.code)
    if language.spaced:
        first, last = words[0].casefold(), words[-1].casefold()
        return len(said) > 2 and first not in empty and last not in empty
    if not 2 <= len(said) <= SIGNS or set(said) <= empty | numerals():
        return False
    if said.isascii():  # parts of symbols, and names that both languages write alike
        return False
    return said[0] not in edges() and said[-1] not in edges() and len(words[0] + words[-1]) > 1
