"""References by place alone: "the preceding paragraph", 前一段, "the following recommendation"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.model import Block, Document
from toolkit.model.edits import Spot
from toolkit.references.find import texts
from toolkit.renumber.operations import Counted
from toolkit.renumber.plan import Track
from toolkit.renumber.series import Series

_STEPS = {"before": -1, "behind": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A mention of the item that stands right before or behind, whose number was ``number``.

    ``gone``: that item is dropped; else another one stands there now.
    """

    block: Block
    spot: Spot
    words: str
    number: int
    start: int
    end: int
    gone: bool


def parted(
    document: Document, kind: Counted, series: Sequence[Series], tracks: Sequence[Track]
) -> Iterator[Beside]:
    """Yield the mentions whose item does not stand there any more."""
    patterns = _patterns(document.language, kind)
    phrases = _said(document, _phrases(document.language, kind))
    if not phrases:
        return
    for one, track in zip(series, tracks, strict=True):
        now, dropped = _Places(track), _dropped(track)
        for at, item in enumerate(one.items):
            for block in document.blocks[item.start : item.stop]:
                for spot, match, step in _mentions(block, patterns, phrases):
                    there = at + step
                    if not 0 <= there < len(one.items) or not now.has(at):
                        continue
                    if there in dropped or there not in now.beside(at, step):
                        yield Beside(
                            block=block,
                            spot=spot,
                            words=match.group(),
                            number=one.items[there].number,
                            start=match.start(),
                            end=match.end(),
                            gone=there in dropped,
                        )


def _phrases(language: str, kind: Counted) -> tuple[str, ...]:
    """Return all the mentions there are, in small letters."""
    lists = vocabulary(language).lists
    found = (one for name in _STEPS for one in lists.get(f"reference.{kind.value}_{name}", ()))
    return tuple(one.lower() for one in found)


def _said(document: Document, phrases: Sequence[str]) -> list[str]:
    """Return those of the phrases that a document has anywhere."""
    words = " ".join(text for block in document.blocks for _, text in texts(block))
    small = _small(words)
    return [phrase for phrase in phrases if phrase in small]


def _small(text: str) -> str:
    return " ".join(text.lower().split())


def _patterns(language: str, kind: Counted) -> Mapping[int, re.Pattern[str]]:
    lists = vocabulary(language).lists
    found = {step: lists.get(f"reference.{kind.value}_{name}", ()) for name, step in _STEPS.items()}
    return {
        step: re.compile(rf"(?<![A-Za-z])(?i:{alternation(words)})(?![A-Za-z])")
        for step, words in found.items()
        if words
    }


def _mentions(
    block: Block, patterns: Mapping[int, re.Pattern[str]], phrases: Sequence[str]
) -> Iterator[tuple[Spot, re.Match[str], int]]:
    for spot, text in texts(block):
        # Looking is much cheaper than matching, and few texts have any.
        small = _small(text)
        if not any(phrase in small for phrase in phrases):
            continue
        for step, pattern in patterns.items():
            for match in pattern.finditer(text):
                yield spot, match, step


class _Places:
    """Where the items of a track stand now: each with what was merged into it."""

    def __init__(self, track: Track) -> None:
        self._own = [
            slot.taken if slot.source is None else (slot.source, *slot.taken)
            for slot in track.slots
            if slot.number is not None
        ]
        self._at = {source: at for at, own in enumerate(self._own) for source in own}

    def has(self, source: int) -> bool:
        """Return whether an item stays."""
        return source in self._at

    def beside(self, source: int, step: int) -> tuple[int, ...]:
        """Return what stands with an item that stays, and before it (-1) or behind it (1)."""
        at = self._at[source]
        there = self._own[at + step] if 0 <= at + step < len(self._own) else ()
        return (*self._own[at], *there)


def _dropped(track: Track) -> frozenset[int]:
    return frozenset(
        slot.source
        for slot in track.slots
        if slot.source is not None and slot.number is None and not slot.merged_away
    )
