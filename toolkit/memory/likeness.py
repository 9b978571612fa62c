"""How like a stored source is to a query: tokens with values set aside, and a word diff."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from toolkit.languages.language import Language
from toolkit.memory.placeables import Placeable, placeables
from toolkit.text.normalize import match_key
from toolkit.text.pattern import Pattern

NEAR = 2  # tokens to either side of a value that say what it counts
LEAST_CHANGE = 0.5  # what one word for another costs at least, of the 1 that a missing word costs

_WORDS = Pattern(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")


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

    @property
    def words(self) -> str:
        """The text with a sign for each placeable."""
        return " ".join(self.frame)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two segments have in common.

    ``share`` is 0-1; ``pairs`` are the placeables that stand in for each other, stored and new;
    ``doubtful`` are those of the pairs that changed where words have changed places, so that they
    need not belong together. ``only_stored`` and ``only_query`` are the placeables whose value
    the other side does not have in its place.
    """

    share: float
    pairs: tuple[tuple[Placeable, Placeable], ...]
    same_frame: bool
    doubtful: tuple[Placeable, ...] = ()
    only_stored: tuple[Placeable, ...] = ()
    only_query: tuple[Placeable, ...] = ()


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
    same: list[tuple[int, int]] = []
    for op in Levenshtein.opcodes(stored.tokens, query.tokens):
        olds, news = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            same += zip(olds, news, strict=True)
        elif op.tag == "replace":
            changed = zip(olds, news, strict=True)
            cost += sum(_change(stored.tokens[a], query.tokens[b]) for a, b in changed)
        else:
            cost += max(len(olds), len(news))
    kept = {a for a, _ in same}, {b for _, b in same}
    only_stored, only_query = _values_without(stored, kept[0]), _values_without(query, kept[1])
    return Likeness(
        share=1 - cost / longest if longest else 0.0,
        pairs=tuple(_pairs(stored, query, same)),
        same_frame=stored.frame == query.frame,
        doubtful=_moved(stored, query, same),
        only_stored=_less(only_stored, only_query),
        only_query=_less(only_query, only_stored),
    )


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
    stored: Taken, query: Taken, same: Sequence[tuple[int, int]]
) -> Iterator[tuple[Placeable, Placeable]]:
    for a, b in same:
        old, new = stored.held[a], query.held[b]
        if old is not None and new is not None:
            yield old, new


def _moved(stored: Taken, query: Taken, same: Sequence[tuple[int, int]]) -> tuple[Placeable, ...]:
    """Return the stored values that a new one replaces next to a word from another place.

    "12 States and 3 observers" and "4 observers and 15 States" have numbers in the same places,
    but 12 did not become 4.
    """
    kept = {a for a, _ in same}, {b for _, b in same}
    gone = {token for at, token in enumerate(stored.tokens) if at not in kept[0]}
    found = []
    for a, b in same:
        old, new = stored.held[a], query.held[b]
        if old is None or new is None or old.meaning == new.meaning:
            continue
        beside = range(max(0, b - NEAR), min(len(query.tokens), b + NEAR + 1))
        if any(at not in kept[1] and query.tokens[at] in gone for at in beside):
            found.append(old)
    return tuple(found)


def _values_without(taken: Taken, kept: set[int]) -> list[Placeable]:
    return [one for at, one in enumerate(taken.held) if one is not None and at not in kept]


def _less(ours: Sequence[Placeable], theirs: Sequence[Placeable]) -> tuple[Placeable, ...]:
    """Return what is in ``ours`` only, by meaning; what merely moved is in both."""
    there = Counter(one.meaning for one in theirs)
    left = []
    for one in ours:
        if there[one.meaning]:
            there[one.meaning] -= 1
        else:
            left.append(one)
    return tuple(left)


def _change(old: str, new: str) -> float:
    return max(LEAST_CHANGE, 1 - fuzz.ratio(old, new) / 100)
