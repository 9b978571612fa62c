"""Formal lists of States: who attended, who observed, who spoke.

Only a list that a colon opens is formal. States named in a row in running text ("agreements with
Myanmar and Cambodia") follow no order and are nobody's attendance.
"""

from dataclasses import dataclass
from functools import lru_cache

from toolkit.checks.words import words
from toolkit.model import Block, Document
from toolkit.states.find import StateList, find, find_lists
from toolkit.states.state import State

_LEAD = 300  # characters before the colon in which to look for what the list is
_ENDS = ".。"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalList:
    """``lead`` is what stands before the colon; ``closed`` whether the last State ends the list."""

    block: Block
    lead: str
    run: StateList
    closed: bool


@lru_cache(maxsize=4)
def formal_lists(document: Document) -> tuple[FormalList, ...]:
    """Return the formal lists of a document, in order."""
    found = []
    for block in document.blocks:
        for run in find_lists(block.text, document.language):
            before = block.text[: run.span.start].rstrip()
            before = before.removesuffix("the").rstrip()
            if before.endswith((":", "：")):
                after = block.text[run.span.end :].lstrip()
                found.append(
                    FormalList(
                        block=block,
                        lead=_sentence(before[:-1]),
                        run=run,
                        closed=not after or after[0] in _ENDS,
                    )
                )
    return tuple(found)


def parties(document: Document) -> tuple[FormalList, ...]:
    """Return the lists of those that attended as parties or members."""
    known = words(document.language)
    return tuple(
        one
        for one in formal_lists(document)
        if known.attendance.search(one.block.text) and not known.observers.search(one.block.text)
    )


def present(document: Document) -> frozenset[State]:
    """Return all States named in the paragraphs on attendance, parties and observers."""
    known = words(document.language)
    return frozenset(
        mention.state
        for block in document.blocks
        if known.attendance.search(block.text)
        for mention in find(block.text, document.language)
    )


def speakers(document: Document) -> tuple[FormalList, ...]:
    """Return the lists of those that spoke."""
    pattern = words(document.language).speakers
    return tuple(one for one in formal_lists(document) if pattern.search(one.lead))


def _sentence(lead: str) -> str:
    tail = lead[-_LEAD:]
    return tail[max(tail.rfind(". "), tail.rfind("。")) + 1 :]
