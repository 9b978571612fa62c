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
    """Yield the mentions, in items that stay, whose item does not stand there any more."""
    patterns = _patterns(document.language, kind)
    for one, track in zip(series, tracks, strict=True):
        for at, steps in _partings(track).items():
            for block in one.items[at].parts:
                for spot, match, step in _mentions(block, patterns, steps):
                    yield Beside(
                        block=block,
                        spot=spot,
                        words=match.group(),
                        number=one.items[at + step].number,
                        start=match.start(),
                        end=match.end(),
                        gone=not track.fates[at + step].numbers,
                    )


def _partings(track: Track) -> dict[int, list[int]]:
    """Return the items that stay and have lost a neighbour, with the steps that led to it."""
    place = _places(track)
    found: dict[int, list[int]] = {}
    for at in range(len(track.fates) - 1):
        one, other = place.get(at), place.get(at + 1)
        if one is not None and other is not None and other - one in (0, 1):
            continue
        if one is not None:
            found.setdefault(at, []).append(1)
        if other is not None:
            found.setdefault(at + 1, []).append(-1)
    return found


def _places(track: Track) -> dict[int, int]:
    """Return where the items that stay stand now; those merged into another stand with it."""
    staying = [slot for slot, number in track.counted if number is not None]
    found: dict[int, int] = {}
    for at, slot in enumerate(staying):
        if slot.source is not None:
            found[slot.source] = at
        for source in slot.taken:
            found[source] = at
    return found


def _patterns(language: str, kind: Counted) -> Mapping[int, re.Pattern[str]]:
    lists = vocabulary(language).lists
    found = {step: lists.get(f"reference.{kind.value}_{name}", ()) for name, step in _STEPS.items()}
    return {
        step: re.compile(rf"(?<![A-Za-z])(?i:{alternation(words)})(?![A-Za-z])")
        for step, words in found.items()
        if words
    }


def _mentions(
    block: Block, patterns: Mapping[int, re.Pattern[str]], steps: Sequence[int]
) -> Iterator[tuple[Spot, re.Match[str], int]]:
    for spot, text in texts(block):
        for step in steps:
            if step in patterns:
                for match in patterns[step].finditer(text):
                    yield spot, match, step
