"""Carrying codes over: a stored translation with the codes of the new segment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.inline.code import Code, CodeKind, Segment
from toolkit.inline.compare import Look, look
from toolkit.inline.pairing import pairing


@dataclass(frozen=True, slots=True)
class CarriedCodes:
    """A translation with the new segment's codes; ``left`` are those that found no place."""

    segment: Segment
    left: tuple[Code, ...] = ()


def carry_codes(stored: Segment, target: Segment, query: Segment) -> CarriedCodes:
    """Put the codes of ``query`` where ``target`` has those of ``stored``, its source.

    Where both sources have the same kinds of codes in the same order, each answers to its like;
    otherwise codes are known by their looks. Codes of the query that the stored source does not
    have stand at the beginning or at the end if they do so in the query; others are left to the
    translator. Both halves of a pair find their place, or neither does.
    """
    rank = _ranks(stored.codes)
    targets = _by_rank(target.codes, rank)
    alike = [code.kind for code in stored.codes] == [code.kind for code in query.codes]
    placed: dict[int, int] = {}
    for place, key in enumerate(rank.keyed if alike else _ranks(query.codes).keyed):
        if key in targets:
            placed[place] = targets[key].at
        else:
            _at_an_end(placed, place, query, len(target.text))
    _both_or_neither(placed, query.codes)
    order = sorted(placed, key=lambda place: (placed[place], place))
    codes = tuple(replace(query.codes[place], at=placed[place]) for place in order)
    left = tuple(code for place, code in enumerate(query.codes) if place not in placed)
    return CarriedCodes(Segment(target.text, codes), left)


Key = tuple[Look, int]


@dataclass(frozen=True, slots=True)
class _Ranks:
    """Each code's look with how many of that look came before it, and codes by their match."""

    keyed: tuple[Key, ...]
    by_match: dict[tuple[CodeKind, str], Key]


def _ranks(codes: Sequence[Code]) -> _Ranks:
    keyed = tuple(_keyed(codes))
    by_match = {
        (code.kind, code.match): key for code, key in zip(codes, keyed, strict=True) if code.match
    }
    return _Ranks(keyed, by_match)


def _keyed(codes: Iterable[Code]) -> Iterable[Key]:
    seen: dict[Look, int] = {}
    for code in codes:
        mine = look(code)
        yield mine, seen.get(mine, 0)
        seen[mine] = seen.get(mine, 0) + 1


def _by_rank(codes: Sequence[Code], source: _Ranks) -> dict[Key, Code]:
    """Return the target's codes by the key of the source code that each answers to."""
    known = set(source.keyed)
    found: dict[Key, Code] = {}
    for code, key in zip(codes, _keyed(codes), strict=True):
        answered = source.by_match.get((code.kind, code.match), key) if code.match else key
        if answered in known:
            found.setdefault(answered, code)
    return found


def _at_an_end(placed: dict[int, int], place: int, query: Segment, end: int) -> None:
    if query.codes[place].at == 0:
        placed[place] = 0
    elif query.codes[place].at == len(query.text):
        placed[place] = end


def _both_or_neither(placed: dict[int, int], codes: Sequence[Code]) -> None:
    for opening, closing in pairing(codes).pairs:
        torn = (opening in placed) != (closing in placed)
        if torn or placed.get(opening, 0) > placed.get(closing, 0):
            placed.pop(opening, None)
            placed.pop(closing, None)
