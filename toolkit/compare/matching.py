"""Which block of the old version is which of the new one.

First what is there once on both sides and in order, then what is equal between two such, then what
is alike in between, and last what is equal or nearly equal elsewhere: that moved.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind
from toolkit.model.merged import laid_out
from toolkit.text.rising import rising

_ALIKE = 50  # per cent of likeness, for blocks at the same place
_MOVED = 80  # per cent of likeness, for blocks elsewhere
_GAP = 250_000  # pairs of blocks compared in one gap, at most
_CELLS = 4_000_000  # pairs of blocks compared for equality in one gap, at most
_WORDS = 4  # a shorter block may be anywhere; it does not move
_SIGNS = 10  # the same, for a language without spaces

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One version: for each block what must be equal, and its words."""

    blocks: Sequence[Block]
    shapes: Sequence[tuple[object, ...]]
    keys: Sequence[tuple[object, ...]]


def pairs_of(old: Document, new: Document) -> list[Pair]:
    """Return pairs of places among the blocks of both versions, each in one pair at most."""
    one, other = _side(old), _side(new)
    pairs = _in_order(one, other)
    left = sorted(set(range(len(one.blocks))) - {pair[0] for pair in pairs})
    right = sorted(set(range(len(other.blocks))) - {pair[1] for pair in pairs})
    pairs += _elsewhere(one, other, left, right, spaced=by_code(new.language).spaced)
    return sorted(pairs)


def shape(block: Block, language: str) -> tuple[object, ...]:
    """Return what two blocks must share so that their words can be shown as one block's."""
    annex = bool(block.label) and by_code(language).annex_number(block.label or "") is not None
    cells = tuple(
        tuple((one.across, one.down, one.covered) for one in row) for row in laid_out(block)
    )
    return (
        block.kind,
        block.level,
        block.label is None,
        annex,
        bool(block.text or block.notes),
        cells,
    )


def _side(document: Document) -> _Side:
    shapes = [shape(block, document.language) for block in document.blocks]
    keys = [
        (*look, "".join(block.text.split()), tuple(note.text for note in block.notes))
        for block, look in zip(document.blocks, shapes, strict=True)
    ]
    return _Side(document.blocks, shapes, keys)


# -- in order ------------------------------------------------------------------------------
def _in_order(one: _Side, other: _Side) -> list[Pair]:
    anchors = list(_anchors(one, other))
    pairs: list[Pair] = []
    left = right = 0
    for at, to in [*anchors, (len(one.blocks), len(other.blocks))]:
        pairs += _between(one, other, range(left, at), range(right, to))
        if at < len(one.blocks):
            pairs.append((at, to))
        left, right = at + 1, to + 1
    return pairs


def _anchors(one: _Side, other: _Side) -> Iterator[Pair]:
    """Yield what is there once on both sides, in order, as many as can be."""
    counts = Counter(one.keys), Counter(other.keys)
    places = {key: at for at, key in enumerate(other.keys)}
    found = [
        (at, places[key])
        for at, key in enumerate(one.keys)
        if counts[0][key] == 1 and counts[1][key] == 1
    ]
    stays = set(rising([to for _, to in found]))
    return (pair for at, pair in enumerate(found) if at in stays)


def _between(one: _Side, other: _Side, left: range, right: range) -> Iterator[Pair]:
    """Yield pairs in a gap: what is equal, and what is alike between that."""
    if not left or not right:
        return
    if len(left) * len(right) > _CELLS:
        return
    before, after = [one.keys[at] for at in left], [other.keys[at] for at in right]
    equal = [
        (left[at], right[to])
        for code in Indel.opcodes(before, after)
        if code.tag == "equal"
        for at, to in zip(
            range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True
        )
    ]
    yield from equal
    start, begin = left.start, right.start
    for at, to in [*equal, (left.stop, right.stop)]:
        yield from _alike(one, other, range(start, at), range(begin, to))
        start, begin = at + 1, to + 1


def _alike(one: _Side, other: _Side, left: range, right: range) -> Iterator[Pair]:
    """Yield pairs of a gap that are alike, in order, alike as a whole as can be."""
    if not left or not right or len(left) * len(right) > _GAP:
        return
    scores = process.cdist(
        [one.blocks[at].text for at in left],
        [other.blocks[at].text for at in right],
        scorer=fuzz.ratio,
        score_cutoff=_ALIKE,
    )
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            score = float(scores[i][j]) if _fits(one, other, left[i], right[j]) else 0.0
            taken = best[i + 1][j + 1] + score if score else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield left[i], right[j]
            i, j = i + 1, j + 1


def _fits(one: _Side, other: _Side, at: int, to: int) -> bool:
    return one.shapes[at] == other.shapes[to]


# -- elsewhere -----------------------------------------------------------------------------
def _elsewhere(
    one: _Side, other: _Side, left: Sequence[int], right: Sequence[int], *, spaced: bool
) -> list[Pair]:
    """Return pairs of what was left over: equal first, then nearly equal."""
    olds = [at for at in left if _may_move(one.blocks[at], spaced)]
    news = [at for at in right if _may_move(other.blocks[at], spaced)]
    waiting: dict[tuple[object, ...], list[int]] = {}
    for to in reversed(news):
        waiting.setdefault(other.keys[to], []).append(to)
    pairs: list[Pair] = []
    for at in olds:
        if waiting.get(one.keys[at]):
            pairs.append((at, waiting[one.keys[at]].pop()))
    gone, come = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    olds = [at for at in olds if at not in gone]
    news = [at for at in news if at not in come]
    return pairs + list(_nearly(one, other, olds, news))


def _nearly(one: _Side, other: _Side, olds: Sequence[int], news: Sequence[int]) -> Iterator[Pair]:
    if not olds or not news or len(olds) * len(news) > _GAP:
        return
    scores = process.cdist(
        [one.blocks[at].text for at in olds],
        [other.blocks[at].text for at in news],
        scorer=fuzz.ratio,
        score_cutoff=_MOVED,
    )
    ranked = sorted(
        (-float(scores[i][j]), i, j)
        for i, at in enumerate(olds)
        for j, to in enumerate(news)
        if scores[i][j] and _fits(one, other, at, to)
    )
    gone: set[int] = set()
    come: set[int] = set()
    for _, i, j in ranked:
        if i not in gone and j not in come:
            gone.add(i)
            come.add(j)
            yield olds[i], news[j]


def _may_move(block: Block, spaced: bool) -> bool:
    if block.kind is Kind.TABLE:
        return False
    return len(block.text.split()) >= _WORDS if spaced else len(block.text) >= _SIGNS
