"""Where words occur in memories, on either side."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex as regular

from toolkit.errors import UsageError
from toolkit.memory.memory import Memory
from toolkit.model.unit import TranslationUnit
from toolkit.text.normalize import fold_width
from toolkit.text.spans import Span

MOST_SECONDS = 5.0  # that a regular expression may take over all memories
LONGEST_PATTERN = 1000

Pattern = regular.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A unit with the words in it; spans count code points of its source and target."""

    unit: TranslationUnit
    memory: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()


def find(
    text: str, memories: Sequence[Memory], *, regex: bool = False, limit: int = 100
) -> tuple[Hit, ...]:
    """Find ``text`` in either language, units in stored order, at most ``limit`` of them.

    Letter case and the width of characters are set aside, and any white space stands for any
    other. With ``regex`` the text is a regular expression.

    Raises:
        UsageError: nothing to look for, a bad regular expression, or one that takes too long.
    """
    pattern = _pattern(text, as_regex=regex)
    until = time.monotonic() + MOST_SECONDS
    hits: list[Hit] = []
    for memory in memories:
        for unit in memory.units():
            sides = (tuple(_spans(pattern, side, until)) for side in (unit.source, unit.target))
            source, target = sides
            if source or target:
                hit = Hit(unit=unit, memory=memory.name, source_spans=source, target_spans=target)
                hits.append(hit)
            if len(hits) >= limit:
                return tuple(hits)
    return tuple(hits)


def _pattern(text: str, *, as_regex: bool) -> Pattern:
    if not text.strip():
        raise UsageError("There is nothing to look for: give a word or a phrase.")
    if not as_regex:
        words = (regular.escape(word) for word in fold_width(text).split())
        return regular.compile(r"\s+".join(words), regular.IGNORECASE)
    if len(text) > LONGEST_PATTERN:
        raise UsageError(
            f"The regular expression has more than {LONGEST_PATTERN} characters; shorten it."
        )
    try:
        return regular.compile(text, regular.IGNORECASE)
    except regular.error as error:
        raise UsageError(f"{text!r} is not a regular expression: {error}.") from error


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
