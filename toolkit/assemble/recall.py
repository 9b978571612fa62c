"""Ask a memory for sentences; which memory is the caller's business."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from toolkit.assemble.filled import Origin, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a memory offers for a sentence.

    ``kind`` is "context", "exact", "substituted" or "fuzzy"; ``score`` 0-100. ``symbol`` and
    ``path`` say where the memory has it from; ``note`` is for whoever revises it. ``changes`` of a
    fuzzy one are the words that differ: as the memory's sentence has them, and as asked.
    """

    text: str
    kind: str
    score: int
    symbol: str = ""
    path: str = ""
    note: str = ""
    changes: tuple[tuple[str, str], ...] = ()


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
    """Looks up sentences of a document; ``texts`` are all of them, in order.

    ``fuzzy``: what is only alike may be filled; see ``said``.
    """

    lookup: Lookup
    texts: tuple[str, ...]
    fuzzy: bool

    def run(self, start: int, end: int, why: str) -> Iterator[Said]:
        """Say the sentences ``texts[start:end]`` of one clause; see ``answers``.

        ``why`` is the note on what stays untranslated.
        """
        at = start
        for length, found in answers(self.lookup, self.texts, start, end):
            source = " ".join(self.texts[at : at + length])
            yield said(source, found, why, fuzzy=self.fuzzy)
            at += length


def said(source: str, found: Suggestion | None, why: str, *, fuzzy: bool) -> Said:
    """Return what a memory found for ``source``, or ``source`` itself, untranslated.

    A fuzzy find speaks of something else where its words differ. It is said only with ``fuzzy``,
    which is for places where a reader sees a mark on it; elsewhere it is offered with the
    sentence as it stands.
    """
    if found is None:
        return Said(text=source, source=source, origin=Origin.UNTRANSLATED, note=why)
    offered = found.kind == Origin.FUZZY and not fuzzy
    return Said(
        text=source if offered else found.text,
        source=source,
        origin=Origin.UNTRANSLATED if offered else Origin(found.kind),
        changes=found.changes,
        offered=found.text if offered else "",
        score=found.score,
        symbol=found.symbol,
        path=found.path,
        note=found.note,
    )
