"""Ask a memory for sentences; which memory is the caller's business."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Recall:
    """Looks up sentences of a document; ``texts`` are all of them, in order."""

    lookup: Lookup
    texts: tuple[str, ...]

    def run(self, start: int, end: int, why: str) -> Iterator[Said]:
        """Say the sentences ``texts[start:end]`` of one clause.

        A sentence that has no sure answer is asked for again together with those after it,
        since a memory keeps two sentences as one where the translation joined them. ``why`` is
        the note on what stays untranslated.
        """
        at = start
        while at < end:
            found = self._ask(at, at + 1)
            length = 1
            if found is None or found.kind not in _NEAR_SURE:
                length, found = self._together(at, end, found)
            yield said(" ".join(self.texts[at : at + length]), found, why)
            at += length

    def _together(
        self, at: int, end: int, alone: Suggestion | None
    ) -> tuple[int, Suggestion | None]:
        for length in range(2, min(_LONGEST_RUN, end - at) + 1):
            found = self._ask(at, at + length)
            if found is not None and found.kind in _NEAR_SURE:
                return length, found
        return 1, alone

    def _ask(self, start: int, end: int) -> Suggestion | None:
        before = self.texts[start - 1] if start else ""
        after = self.texts[end] if end < len(self.texts) else ""
        return self.lookup(" ".join(self.texts[start:end]), before, after)


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
