"""Ask a memory for sentences; which memory is the caller's business."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from toolkit.assemble.filled import Origin, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a memory offers for a sentence.

    ``kind`` is "context", "exact", "substituted" or "fuzzy"; ``score`` 0-100. ``symbol`` and
    ``path`` say where the memory has it from; ``note`` is for whoever revises it.
    """

    text: str
    kind: str
    score: int
    symbol: str = ""
    path: str = ""
    note: str = ""


Lookup = Callable[[str, str, str], Suggestion | None]
"""Asked with a sentence, the one before it and the one after it ("" at the ends)."""

SURE = ("context", "exact")
_NEAR_SURE = (*SURE, "substituted")
_LONGEST_RUN = 3  # translators join two sentences, seldom three


class Answer(Protocol):
    """What a memory answered: ``kind`` is that of ``Suggestion``, "" for nothing to fill in."""

    @property
    def kind(self) -> str:
        """The kind."""


_Answer = TypeVar("_Answer", bound=Answer)


def answers(
    ask: Callable[[str, str, str], _Answer | None],
    texts: Sequence[str],
    start: int,
    end: int,
    join: Callable[[Sequence[str]], str] = " ".join,
) -> Iterator[tuple[int, _Answer | None]]:
    """Ask for the sentences ``texts[start:end]``; yield how many an answer is for, and the answer.

    A sentence that has no sure answer is asked for again together with those after it, since a
    memory keeps two sentences as one where the translation joined them. ``join`` puts them
    together as they stand in the text.
    """

    def asked(first: int, length: int) -> _Answer | None:
        last = first + length
        before = texts[first - 1] if first else ""
        after = texts[last] if last < len(texts) else ""
        return ask(join(texts[first:last]), before, after)

    at = start
    while at < end:
        found, length = asked(at, 1), 1
        if found is None or found.kind not in _NEAR_SURE:
            for more in range(2, min(_LONGEST_RUN, end - at) + 1):
                together = asked(at, more)
                if together is not None and together.kind in _NEAR_SURE:
                    found, length = together, more
                    break
        yield length, found
        at += length


@dataclass(frozen=True, slots=True)
class Recall:
    """Looks up sentences of a document; ``texts`` are all of them, in order."""

    lookup: Lookup
    texts: tuple[str, ...]

    def run(self, start: int, end: int, why: str) -> Iterator[Said]:
        """Say the sentences ``texts[start:end]`` of one clause; see ``answers``.

        ``why`` is the note on what stays untranslated.
        """
        at = start
        for length, found in answers(self.lookup, self.texts, start, end):
            yield said(" ".join(self.texts[at : at + length]), found, why)
            at += length


def said(source: str, found: Suggestion | None, why: str) -> Said:
    """Return what a memory found for ``source``, or ``source`` itself, untranslated."""
    if found is None:
        return Said(text=source, source=source, origin=Origin.UNTRANSLATED, note=why)
    return Said(
        text=found.text,
        source=source,
        origin=Origin(found.kind),
        score=found.score,
        symbol=found.symbol,
        path=found.path,
        note=found.note,
    )
