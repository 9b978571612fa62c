"""How like a stored source is to a query: tokens with values set aside, and a word diff."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from toolkit.languages.language import Language
from toolkit.memory.placeables import Placeable, placeables
from toolkit.text.normalize import match_key

LEAST_CHANGE = 0.5  # what one word for another costs at least, of the 1 that a missing word costs

_WORDS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Taken:
    """A segment taken apart.

    ``tokens`` are words in lower case, with a sign for each placeable; ``held`` says by token
    which placeable it is, None for a word. ``frame`` is the text around the placeables, in its
    form for exact matching: two segments with the same frame differ in values at most.
    """

    tokens: tuple[str, ...]
    held: tuple[Placeable | None, ...]
    frame: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``share`` is 0-1; ``pairs`` are the placeables that stand in for each other."""

    share: float
    pairs: tuple[tuple[Placeable, Placeable], ...]
    same_frame: bool


@lru_cache(maxsize=20_000)
def take_apart(text: str, lang: Language) -> Taken:
    """Take a segment apart."""
    tokens: list[str] = []
    held: list[Placeable | None] = []
    frame: list[str] = []
    at = 0
    for one in placeables(text, lang):
        words = lang.tokens(text[at : one.span.start])
        tokens += [*(word.casefold() for word in words), f"\ue000{one.kind}"]
        held += [*(None for _ in words), one]
        frame += [match_key(text[at : one.span.start]), f"\ue000{one.kind}"]
        at = one.span.end
    words = lang.tokens(text[at:])
    tokens += [word.casefold() for word in words]
    held += [None] * len(words)
    return Taken(tuple(tokens), tuple(held), (*frame, match_key(text[at:])))


def likeness(stored: Taken, query: Taken) -> Likeness:
    """Compare two segments token by token; values of the same kind count as equal."""
    longest = max(len(stored.tokens), len(query.tokens))
    cost = 0.0
    pairs: list[tuple[Placeable, Placeable]] = []
    for op in Levenshtein.opcodes(stored.tokens, query.tokens):
        olds, news = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            pairs += _pairs(stored, query, olds, news)
        elif op.tag == "replace":
            changed = zip(olds, news, strict=True)
            cost += sum(_change(stored.tokens[a], query.tokens[b]) for a, b in changed)
        else:
            cost += max(len(olds), len(news))
    share = 1 - cost / longest if longest else 0.0
    return Likeness(share, tuple(pairs), stored.frame == query.frame)


def diff(stored: str, query: str) -> tuple[tuple[str, str], ...]:
    """Return what leads from ``stored`` to ``query``: ("equal" | "delete" | "insert", text)."""
    old, new = _WORDS.findall(stored), _WORDS.findall(query)
    out: list[tuple[str, str]] = []
    for op in Levenshtein.opcodes(old, new):
        gone = "".join(old[op.src_start : op.src_end])
        come = "".join(new[op.dest_start : op.dest_end])
        if op.tag == "equal":
            out.append(("equal", gone))
        else:
            out += [(tag, text) for tag, text in (("delete", gone), ("insert", come)) if text]
    return tuple(out)


def _pairs(
    stored: Taken, query: Taken, olds: Sequence[int], news: Sequence[int]
) -> list[tuple[Placeable, Placeable]]:
    both = ((stored.held[a], query.held[b]) for a, b in zip(olds, news, strict=True))
    return [(old, new) for old, new in both if old is not None and new is not None]


def _change(old: str, new: str) -> float:
    return max(LEAST_CHANGE, 1 - fuzz.ratio(old, new) / 100)
