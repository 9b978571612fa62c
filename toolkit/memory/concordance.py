"""Where words occur in memories, on either side."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex as regular
from rapidfuzz import fuzz

from toolkit.errors import UsageError
from toolkit.memory.literals import literals_of
from toolkit.memory.memory import Memory
from toolkit.model.unit import TranslationUnit
from toolkit.text.normalize import fold_width
from toolkit.text.scripts import is_han
from toolkit.text.spans import Span

MOST_SECONDS = 5.0  # that a regular expression may take over all memories
LONGEST_PATTERN = 1000
NEAR = 75.0  # likeness (0-100) of what is like the words, and not they
NEAR_LOOKED_AT = 200

Pattern = regular.Pattern[str]

_GAP = r"\s+"
_LOOSE = r"\s*"  # between Chinese characters white space means nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A unit with the words in it; spans count code points of its source and target.

    ``score`` is 0-100: 100 where the words themselves are, less for what is only like them.
    """

    unit: TranslationUnit
    memory: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    score: int = 100


def find(
    text: str, memories: Sequence[Memory], *, regex: bool = False, limit: int = 100
) -> tuple[Hit, ...]:
    """Find ``text`` in either language, units in stored order, at most ``limit`` of them.

    Letter case and the width of characters are set aside, and any white space stands for any
    other, or for none beside Chinese characters. With ``regex`` the text is a regular expression.

    Raises:
        UsageError: nothing to look for, a bad regular expression, or one that takes too long.
    """
    pattern = _pattern(text, as_regex=regex)
    literals = literals_of(text) if regex else [fold_width(text).strip()]
    until = time.monotonic() + MOST_SECONDS
    hits: list[Hit] = []
    for memory in memories:
        for hit in _hits(memory, memory.containing(literals), pattern, until):
            hits.append(hit)
            if len(hits) >= limit:
                return tuple(hits)
    return tuple(hits)


def find_near(text: str, memories: Sequence[Memory], *, limit: int = 10) -> tuple[Hit, ...]:
    """Find units with words like ``text``, but not the very words; the most alike first.

    Raises:
        UsageError: nothing to look for.
    """
    pattern = _pattern(text, as_regex=False)
    wanted = fold_width(text).casefold().strip()
    hits = []
    for memory in memories:
        for unit in memory.near(text, NEAR_LOOKED_AT):
            if pattern.search(fold_width(unit.source)) or pattern.search(fold_width(unit.target)):
                continue
            hit = _near_hit(memory.name, unit, wanted)
            if hit is not None:
                hits.append(hit)
    return tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])


def _near_hit(memory: str, unit: TranslationUnit, wanted: str) -> Hit | None:
    sides = []
    for side in (unit.source, unit.target):
        # Where a fold changes the length, spans would not fit: then case counts.
        plain = fold_width(side).casefold()
        plain = plain if len(plain) == len(side) else fold_width(side)
        found = fuzz.partial_ratio_alignment(wanted, plain, score_cutoff=NEAR)
        long_enough = found is not None and len(plain) >= len(wanted) * NEAR / 100
        sides.append(found if long_enough else None)
    best = max((found.score for found in sides if found), default=0.0)
    if not best:
        return None
    spans = [
        (Span(found.dest_start, found.dest_end),) if found and found.score == best else ()
        for found in sides
    ]
    return Hit(
        unit=unit,
        memory=memory,
        source_spans=spans[0],
        target_spans=spans[1],
        score=min(99, int(best)),
    )


def _hits(
    memory: Memory, units: Iterable[TranslationUnit], pattern: Pattern, until: float
) -> Iterator[Hit]:
    for unit in units:
        source, target = (
            tuple(_spans(pattern, side, until)) for side in (unit.source, unit.target)
        )
        if source or target:
            yield Hit(unit=unit, memory=memory.name, source_spans=source, target_spans=target)


def _pattern(text: str, *, as_regex: bool) -> Pattern:
    if not text.strip():
        raise UsageError("There is nothing to look for: give a word or a phrase.")
    if not as_regex:
        return regular.compile(_loosely(fold_width(text).strip()), regular.IGNORECASE)
    if len(text) > LONGEST_PATTERN:
        raise UsageError(
            f"The regular expression has more than {LONGEST_PATTERN} characters; shorten it."
        )
    try:
        return regular.compile(text, regular.IGNORECASE)
    except regular.error as error:
        raise UsageError(f"{text!r} is not a regular expression: {error}.") from error


def _loosely(text: str) -> str:
    """Return an expression for a text in which white space may be otherwise."""
    out: list[str] = []
    before = ""
    spaced = False
    for character in text:
        if character.isspace():
            spaced = True
            continue
        if before:
            if is_han(before) or is_han(character):
                out.append(_LOOSE)
            elif spaced:
                out.append(_GAP)
        out.append(regular.escape(character))
        before, spaced = character, False
    return "".join(out)


def _spans(pattern: Pattern, side: str, until: float) -> Iterator[Span]:
    left = max(0.01, until - time.monotonic())
    try:
        for match in pattern.finditer(fold_width(side), timeout=left):
            if match.end() > match.start():
                yield Span(match.start(), match.end())
    except TimeoutError as error:
        raise UsageError(
            f"The regular expression {pattern.pattern!r} takes too long; "
            "make it simpler, for instance without one repetition inside another."
        ) from error
