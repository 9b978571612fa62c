"""Where words occur in memories, on either side."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.memory.memory import Memory
from toolkit.memory.unit import TranslationUnit
from toolkit.text.spans import Span


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
    """Find ``text`` in either language, units in stored order.

    Raises:
        UsageError: a bad regular expression, or one that takes too long.
    """
    raise NotImplementedError((text, memories, regex, limit))
