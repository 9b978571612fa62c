"""A mention of numbers that change: its edits, and what is asked where one of them is dropped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from toolkit.languages import Language
from toolkit.model import Block
from toolkit.model.edits import Comment, Edit, Reword, Spot
from toolkit.references import Becomes, Reference, number_edits


class OnDropped(StrEnum):
    """What becomes of a reference to an item that is dropped.

    STOP: it is a question, and nothing is written. MARK: a number that leads nowhere is set in
    square brackets with a comment on it. KEEP: it is left as it stands. A list loses the number
    in both.
    """

    STOP = "stop"
    MARK = "mark"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Question:
    """A reference to something that is dropped, ``numbers`` of it named."""

    block: Block
    words: str
    numbers: tuple[int, ...]
    spot: Spot
    start: int
    end: int


def lost(becomes: Becomes) -> tuple[int, ...]:
    """Return the numbers a mention leads to that are dropped, those inside its ranges too."""
    return tuple(name.number for name, new in becomes.items() if not new)


def asked(one: Reference, block: Block, numbers: tuple[int, ...]) -> Question:
    """Return the question that a mention of dropped numbers is."""
    return Question(block, one.words, numbers, one.where, one.span.start, one.span.end)


def carried(
    one: Reference, becomes: Becomes, language: Language, on_dropped: OnDropped
) -> Iterator[Edit]:
    """Yield the edits that give a mention its new numbers; none where they stay.

    ``becomes`` are the new numbers of what it leads to, as ``number_edits`` takes them.
    """
    if all(new == (name.number,) and not name.again for name, new in becomes.items()):
        return
    found = number_edits(one.found, one.text, language, becomes)
    for edit in found or ():
        yield Reword(one.where, edit.span.start, edit.span.end, edit.text)
    if on_dropped is OnDropped.MARK:
        yield from _marked(one, lost(becomes), language, whole=found is None)


def _marked(
    one: Reference, numbers: tuple[int, ...], language: Language, *, whole: bool
) -> Iterator[Edit]:
    """Yield the brackets round a list of which ``whole`` nothing is left, and the comment."""
    listing = one.found.listing
    if whole and listing is not None:
        yield Reword(one.where, listing.start, listing.end, f"[{listing.of(one.text)}]")
    if numbers:
        template = _LOST.get(language.code, _LOST["en"])[one.kind.value]
        said = language.join_list([str(number) for number in numbers])
        words = template.format(words=one.words, numbers=said)
        yield Comment(spot=one.where, start=one.span.start, end=one.span.end, text=words)


_LOST: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "recommendation": "This was “{words}”; recommendation {numbers} was dropped.",
        "paragraph": "This was “{words}”; paragraph {numbers} was dropped.",
        "footnote": "This was “{words}”; footnote {numbers} was dropped.",
    },
    "zh": {
        "recommendation": "原为“{words}”；建议 {numbers} 已删除。",
        "paragraph": "原为“{words}”；第 {numbers} 段已删除。",
        "footnote": "原为“{words}”；脚注 {numbers} 已删除。",
    },
}
