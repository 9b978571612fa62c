"""Terms that a memory shows: words that come together in both languages, again and again.

A stretch of words of the source and one of the target are a pair when they are in the same units
nearly always, each is the other's best, and neither is only a piece of a longer one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.languages import Language
from toolkit.terms.empty import edges, empty_words, ends, numerals
from toolkit.terms.inflection import key
from toolkit.text.spans import Span

WORDS: Final = 6  # of a term at most
SIGNS: Final = 14  # characters of a term, in a language without spaces
_BEYOND: Final = 2  # words (or pairs of characters) behind it, to see whether it ends there
_JOIN: Final = "\t"
_DIGIT: Final = re.compile(r"\d")
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
    lefts, sources = _side([one.source for one in taken], languages[0], cuts[0], least)
    rights, targets = _side([one.target for one in taken], languages[1], cuts[1], least)
    together: Counter[tuple[str, str]] = Counter()
    for left, right in zip(lefts, rights, strict=True):
        ours, theirs = [g for g in left if g in sources], [g for g in right if g in targets]
        together.update((a, b) for a in ours for b in theirs)
    scored = {
        pair: 2 * count / (sources[pair[0]] + targets[pair[1]])
        for pair, count in together.items()
        if count >= least and pair[0] != pair[1]
    }
    length = sum(len(one.source) for one in taken)
    longer = sum(len(one.target) for one in taken) / max(length, 1)
    enough = {pair: value for pair, value in scored.items() if value >= score}
    best = _best(enough, longer)
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


def _side(
    texts: Sequence[str], language: Language, cut: Cut, least: int
) -> tuple[Sequence[Grams], dict[str, int]]:
    """Return the stretches of each text, and in how many units each is that may be a term."""
    words = [cut(text) for text in texts]
    grams: Sequence[Grams] = [
        _grams(text, spans, language) for text, spans in zip(texts, words, strict=True)
    ]
    if not language.spaced:
        grams = list(_anywhere(texts, words, grams, least))
    return grams, _frequent(grams, least, language)


def _anywhere(
    texts: Sequence[str], words: Sequence[Sequence[Span]], grams: Sequence[Grams], least: int
) -> Iterator[Grams]:
    """Yield for each text what it has of the stretches that are words in enough others.

    A dictionary cuts one text so and the next otherwise: 秘书处 | 研究, but 秘书 | 处所 | 研究.
    What stands within one longer word is not there: 联合 in 联合国.
    """
    counts = Counter(gram for each in grams for gram in each)
    forms = {gram: said for each in grams for gram, said in each.items() if counts[gram] >= least}
    longest = max(map(len, forms), default=0)
    for text, spans, own in zip(texts, words, grams, strict=True):
        folded = text.casefold()
        across = (
            folded[one.start : one.start + size]
            for one in spans
            for size in range(one.end - one.start + 1, longest + 1)
        )
        found = {gram: forms[gram] for gram in across if gram in forms}
        yield found | {gram: said for gram, said in own.items() if gram in forms}


def _frequent(texts: Iterable[Grams], least: int, language: Language) -> dict[str, int]:
    """Return the stretches that are in enough units, without those that are pieces of longer ones.

    A piece that is in as many units as the longer one never stands by itself.
    """
    counts = Counter(gram for grams in texts for gram in grams)
    kept = {gram: count for gram, count in counts.items() if count >= least}
    part = str.split if language.spaced else list
    pieces = {
        piece
        for gram, count in kept.items()
        for piece in _pieces(part(gram), _JOIN if language.spaced else "")
        if kept.get(piece, 0) == count
    }
    return {
        gram: count
        for gram, count in kept.items()
        if gram not in pieces and len(part(gram)) <= (WORDS if language.spaced else SIGNS)
    }


def _pieces(parts: Sequence[str], join: str) -> Iterable[str]:
    for size in range(1, len(parts)):
        for at in range(len(parts) - size + 1):
            yield join.join(parts[at : at + size])


def _best(scored: Mapping[tuple[str, str], float], longer: float) -> list[tuple[str, str]]:
    """Return the pairs of which each side is the other's best.

    Of equals that whose lengths are most as usual: ``longer`` is a target's to its source's. A
    list of names that always comes as a whole has all of them with all others.
    """
    sides: tuple[dict[str, list[tuple[str, str]]], ...] = (defaultdict(list), defaultdict(list))
    for pair in scored:
        sides[0][pair[0]].append(pair)
        sides[1][pair[1]].append(pair)

    def rank(pair: tuple[str, str]) -> tuple[float, float, tuple[str, str]]:
        return scored[pair], -abs(len(pair[1]) - len(pair[0]) * longer), pair

    winners = {max(pairs, key=rank) for pairs in sides[0].values()}
    return [pair for pair in winners if max(sides[1][pair[1]], key=rank) == pair]


# -- stretches of words --------------------------------------------------------------------
def _grams(text: str, spans: Sequence[Span], language: Language) -> Grams:
    """Return the stretches of a text that can be terms, or go on behind one.

    Words are parted by tabs in their keys, characters by nothing.
    """
    fold = key if language.code == "en" else str.casefold
    join = _JOIN if language.spaced else ""
    words = [one.of(text) for one in spans]
    keys = [fold(word) for word in words]
    found: dict[str, str] = {}
    for at in range(len(spans)):
        for end in _ends(text, spans, at, language):
            said = text[spans[at].start : spans[end - 1].end]
            if _can_be(said, words[at], words[end - 1], language):
                found.setdefault(join.join(keys[at:end]), said)
    return found


def _ends(text: str, spans: Sequence[Span], at: int, language: Language) -> Iterator[int]:
    """Yield behind which words a stretch that begins with the one at ``at`` may end."""
    most = WORDS + _BEYOND if language.spaced else SIGNS + 2 * _BEYOND
    start = spans[at].start
    for end in range(at + 1, min(at + most, len(spans)) + 1):
        last = spans[end - 1]
        if end > at + 1 and not _adjoin(text, spans[end - 2], last, language):
            return
        if not language.spaced and last.end - start > most:
            return
        if _DIGIT.search(text, last.start, last.end):
            return
        yield end


def _adjoin(text: str, one: Span, other: Span, language: Language) -> bool:
    between = text[one.end : other.start]
    return between == " " if language.spaced else not between


def _can_be(said: str, first: str, last: str, language: Language) -> bool:
    """Return whether words may be a term, ``first`` to ``last``; there are no figures in them."""
    empty = empty_words(language.code)
    if language.spaced:
        return len(said) > 2 and first.casefold() not in empty and last.casefold() not in empty
    if len(said) < 2 or set(said) <= empty | numerals():
        return False
    if said.isascii():  # parts of symbols, and names that both languages write alike
        return False
    return said[0] not in edges() and said[-1] not in edges() | ends()
