"""Fuzzy and exact matches of one segment in memories: the one place where scores are made."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from toolkit.languages.language import Language
from toolkit.memory.carry import Carried, carry_over
from toolkit.memory.guard import CAP, guard
from toolkit.memory.index.features import spellings
from toolkit.memory.keys import exact_key, frame_key
from toolkit.memory.likeness import Likeness, diff, likeness, take_apart
from toolkit.memory.memory import Asked, Memory
from toolkit.memory.placeables import Placeable
from toolkit.model.identity import STATUS_RANK
from toolkit.model.unit import TranslationUnit

CANDIDATES = 24  # sources of one memory that are looked at more closely
COMPARED = 12  # of them, those that are compared word by word, values set aside
EASE = 15  # by how much values set aside may raise a score, in hundredths
LOOSER = 0.2  # how much less alike by characters than the lowest score a candidate may be
LEAST = 0.35
SUBSTITUTED = 99
MOST_FUZZY = 98  # what is not equal, not even but for values, scores less than a substitution


class MatchKind(StrEnum):
    """How a unit answers a query, best first."""

    CONTEXT = "context"  # equal, and the segments before and after are equal too
    EXACT = "exact"
    SUBSTITUTED = "substituted"  # equal but for values that were carried over
    FUZZY = "fuzzy"


class Penalty(StrEnum):
    """Why a score is less than 100."""

    VALUES = "values"  # numbers, dates, symbols or names of States were carried over
    WORDS = "words"  # words differ, by tokens
    FORM = "form"  # all words are equal; case, marks or spaces are not
    GUARD = "guard"  # what differs turns the meaning: see ``Match.guard``


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One answer.

    ``score`` is 0-100, floored; 100 only for equality. ``suggestion`` is the target with the
    query's values in it: with all of them, or as it is stored, since half of the new values among
    the old ones make a sentence that was never true. ``substitutions`` are (old, new) as the two
    sources print them.
    ``guard`` says in a sentence why the match must not be taken over unread, or is None.
    ``diff`` is ("equal" | "delete" | "insert", words) from the unit's source to the query.
    ``penalties`` say what is missing to 100, by name and in the order it was taken off.
    """

    score: int
    kind: MatchKind
    unit: TranslationUnit
    suggestion: str
    memory: str
    substitutions: tuple[tuple[str, str], ...] = ()
    guard: str | None = None
    diff: tuple[tuple[str, str], ...] = ()
    penalties: tuple[tuple[Penalty, int], ...] = ()

    @property
    def source(self) -> str:
        """The source segment of the unit."""
        return self.unit.source

    @property
    def target(self) -> str:
        """The target segment of the unit, as stored."""
        return self.unit.target


@dataclass(frozen=True, slots=True, kw_only=True)
class _Query:
    text: str
    previous: str
    following: str
    source: Language
    target: Language
    minimum: int
    limit: int
    exhaustive: bool


def match(  # noqa: PLR0913
    query: str,
    memories: Sequence[Memory],
    *,
    source: Language,
    target: Language,
    minimum: int = 70,
    limit: int = 5,
    previous: str = "",
    following: str = "",
    exhaustive: bool = False,
) -> tuple[Match, ...]:
    """Look ``query`` up in ``memories``, in their order of priority; best answers first.

    Numbers, dates, symbols and States count as equal in the likeness of words, and are carried
    over into the suggestion. Order: score, kind, priority of the memory, status, newest. The
    same pair from several places comes once. ``previous`` and ``following`` are the segments
    around the query, "" at an end; without either there are no context matches. ``exhaustive``
    compares the query with everything, so that no match can have been missed.
    """
    if not exact_key(query):
        return ()
    asked = _Query(
        text=query,
        previous=previous,
        following=following,
        source=source,
        target=target,
        minimum=minimum,
        limit=limit,
        exhaustive=exhaustive,
    )
    found = [
        (priority, one)
        for priority, memory in enumerate(memories)
        for one in _in_memory(asked, memory)
        if one.score >= minimum
    ]
    found.sort(key=lambda ranked: _rank(*ranked))
    once: dict[tuple[str, str], Match] = {}
    for _, one in found:
        once.setdefault((one.source, one.target), one)
    return tuple(once.values())[:limit]


def _rank(priority: int, one: Match) -> tuple[object, ...]:
    newest = tuple(-ord(character) for character in one.unit.created or "0")
    status = STATUS_RANK.get(one.unit.status, 0)
    kind = list(MatchKind).index(one.kind)
    return (-one.score, kind, priority, -status, newest, one.source, one.target)


def _in_memory(asked: _Query, memory: Memory) -> Iterator[Match]:
    key = exact_key(asked.text)
    for unit in memory.exact(key):
        yield _equal(asked, unit, memory.name)
    yield from _closest(asked, memory, key)


def _closest(asked: _Query, memory: Memory, key: str) -> Iterator[Match]:
    """Yield what is not equal, the most alike in words first, until the rest cannot do better."""
    wanted = Asked(
        limit=max(CANDIDATES, 2 * asked.limit),
        least=max(LEAST, asked.minimum / 100 - LOOSER),
        exhaustive=asked.exhaustive,
    )
    found = [u for u in memory.candidates(asked.text, wanted) if exact_key(u.source) != key]
    frame = frame_key(key)
    rough = {source: _rough(source, asked.text, frame) for source in {u.source for u in found}}
    found.sort(key=lambda unit: (-rough[unit.source], unit.source))
    scores: dict[str, int] = {}
    most = max(COMPARED, 2 * asked.limit)
    for unit in found:
        if unit.source not in scores:
            best = sorted(scores.values(), reverse=True)[: asked.limit]
            enough = len(best) == asked.limit and rough[unit.source] + EASE < best[-1]
            if enough or len(scores) >= most or rough[unit.source] + EASE < asked.minimum:
                continue
        one = _compared(asked, unit, memory.name)
        scores[unit.source] = one.score
        yield one


def _rough(stored: str, query: str, frame: str) -> float:
    """Return how alike two sources are by words, figures set aside, in hundredths.

    Those that may be equal but for values are, until they are compared, taken to be.
    """
    if frame_key(exact_key(stored)) == frame:
        return 100
    parts = ([_figures_aside(word) for word in spellings(text)] for text in (stored, query))
    return 100 * Levenshtein.normalized_similarity(*parts)


def _figures_aside(word: str) -> str:
    return "0" if word[0].isdigit() else word


def _equal(asked: _Query, unit: TranslationUnit, memory: str) -> Match:
    here = (exact_key(asked.previous), exact_key(asked.following))
    there = (exact_key(unit.previous), exact_key(unit.following))
    kind = MatchKind.CONTEXT if here == there and any(here) else MatchKind.EXACT
    return Match(score=100, kind=kind, unit=unit, suggestion=unit.target, memory=memory)


def _compared(asked: _Query, unit: TranslationUnit, memory: str) -> Match:
    stored, query = take_apart(unit.source, asked.source), take_apart(asked.text, asked.source)
    like = likeness(stored, query)
    carried = carry_over(unit.target, like.pairs, asked.target, like.doubtful)
    warning = left = _not_carried(carried.left) or _not_paired(like)
    if warning is None and not like.same_frame:
        warning = guard(stored.words, query.words, asked.source)
    kind, penalties = _scored(like, carried)
    score = 100 - sum(points for _, points in penalties)
    if warning and score > CAP:
        penalties += ((Penalty.GUARD, score - CAP),)
        score = CAP
    return Match(
        score=score,
        kind=kind,
        unit=unit,
        suggestion=unit.target if left else carried.text,
        memory=memory,
        substitutions=() if left else _substitutions(like),
        guard=warning,
        diff=diff(unit.source, asked.text),
        penalties=penalties,
    )


def _scored(like: Likeness, carried: Carried) -> tuple[MatchKind, tuple[tuple[Penalty, int], ...]]:
    if like.same_frame and not carried.left:
        return MatchKind.SUBSTITUTED, ((Penalty.VALUES, 100 - SUBSTITUTED),)
    lost = 100 - math.floor(like.share * 100 + 1e-9)
    if lost:
        # What differs in words is never less than what differs in form.
        return MatchKind.FUZZY, ((Penalty.WORDS, max(lost, 100 - MOST_FUZZY)),)
    return MatchKind.FUZZY, ((Penalty.FORM, 100 - MOST_FUZZY),)


def _substitutions(like: Likeness) -> tuple[tuple[str, str], ...]:
    changed = ((old.text, new.text) for old, new in like.pairs if old.meaning != new.meaning)
    return tuple(dict.fromkeys(changed))


def _not_carried(left: Sequence[Placeable]) -> str | None:
    if not left:
        return None
    values = ", ".join(f"“{one.text}”" for one in left)
    return f"{values} changed, and could not be replaced in the translation without doubt."


def _not_paired(like: Likeness) -> str | None:
    """Say which values stand on one side only, so that the translation has them wrong."""
    if not like.only_stored and not like.only_query:
        return None
    gone, come = (
        ", ".join(f"“{one.text}”" for one in side) or "nothing"
        for side in (like.only_stored, like.only_query)
    )
    return f"The values differ: {gone} in the memory, {come} here."
