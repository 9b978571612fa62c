"""Abbreviations that a document introduces behind their full names, and where they are used.

English: capitals in brackets that are the initials of the words before them. Chinese: words in
quotation marks behind 以下简称 or 下称.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from toolkit.checks.places import prose
from toolkit.model import Block, Document, Kind

_INITIALS: Final = re.compile(r"\(([A-Z][A-Z]{1,9})\)")
_CALLED: Final = re.compile(r"[（(](?:以下)?(?:简称|下称)[“「]?([^”」）)，]{2,20})[”」]?[）)]")
_SMALL: Final = frozenset(
    ["a", "an", "and", "for", "in", "of", "on", "the", "to", "with", "against"]
)
_NAME: Final = 160  # characters before the bracket that may hold the name

Place = tuple[Block, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """``before`` is where it is first used ahead of its introduction; ``used``: anywhere behind."""

    short: str
    name: str
    block: Block
    span: tuple[int, int]
    before: Place | None
    used: bool


@lru_cache(maxsize=4)
def introduced(document: Document) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that a document introduces, in order, each once."""
    chinese = document.language.startswith("zh")
    found: dict[str, tuple[Block, re.Match[str], str]] = {}
    for block in prose(document):
        for one in (_CALLED if chinese else _INITIALS).finditer(block.text):
            name = block.text[: one.start()][-20:] if chinese else _spelt(block.text, one)
            if name:
                found.setdefault(one[1], (block, one, name))
    uses = _uses(document, found)
    return tuple(_made(short, *place, uses.get(short, [])) for short, place in found.items())


def _made(
    short: str, block: Block, one: re.Match[str], name: str, uses: list[Place]
) -> Abbreviation:
    own = next((at for at, (b, s) in enumerate(uses) if b is block and s == one.span(1)), -1)
    # A heading may have the short form before the text explains it.
    ahead = (use for use in uses[: max(own, 0)] if use[0].kind is not Kind.HEADING)
    return Abbreviation(
        short=short,
        name=name,
        block=block,
        span=one.span(1),
        before=next(ahead, None),
        used=len(uses) > own + 1,
    )


def _uses(document: Document, found: Collection[str]) -> dict[str, list[Place]]:
    """Return every place where each abbreviation stands, symbols and longer words left out."""
    if not found:
        return {}
    every = "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True))
    latin = all(one.isascii() for one in found)
    pattern = re.compile(rf"(?<![\w/.-])(?:{every})(?![\w/]|\.\w)" if latin else every)
    uses: dict[str, list[Place]] = {}
    for block in document.blocks:
        for text in (block.text, *(note.text for note in block.notes)):
            for one in pattern.finditer(text):
                uses.setdefault(one[0], []).append((block, one.span()))
    return uses


def _spelt(text: str, found: re.Match[str]) -> str:
    """Return the words before a bracket whose initials are in it, "" when they are not."""
    words = list(_words(text[max(0, found.start() - _NAME) : found.start()]))
    letters = found[1]
    name: list[str] = []
    for word in reversed(words):
        name.insert(0, word)
        if word.casefold() in _SMALL and word[:1].upper() != letters[-1:]:
            continue
        if word[:1].upper() != letters[-1:]:
            return ""
        letters = letters[:-1]
        if not letters:
            return " ".join(name)
    return ""


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"[^\W\d_]+(?:’s)?", text))
