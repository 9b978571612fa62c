"""The difference of two texts, as pieces that stayed, went and came."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz.distance import Indel

from toolkit.compare.tokens import Counting, Token, tokens
from toolkit.model import Block, Note
from toolkit.model.redline import Op, Piece

_MOST = 20_000  # units on one side; longer texts are shown as replaced
_Unit = tuple[Token, Note | None]


def pieces_of(
    old: Block, new: Block, language: str, counts: tuple[Counting, Counting]
) -> tuple[Piece, ...]:
    """Return the words of two blocks that are no tables; ``counts`` are those of each document."""
    before = _units(old, old.text, language, counts[0])
    after = _units(new, new.text, language, counts[1])
    return tuple(joined(_changes(before, after)))


def cell_pieces(old: str, new: str, like: Block, language: str) -> tuple[Piece, ...]:
    """Return the words of two cells of a table, which have neither notes nor marks."""
    bare = replace(like, notes=(), marks=())
    none = Counting(1, frozenset())
    before = _units(bare, old, language, none)
    after = _units(bare, new, language, none)
    return tuple(joined(_changes(before, after)))


def _units(block: Block, text: str, language: str, count: Counting) -> list[_Unit]:
    return list(zip(*tokens(block, text, language, count), strict=True))


def _changes(before: Sequence[_Unit], after: Sequence[_Unit]) -> Iterator[Piece]:
    """Yield pieces; signs and spaces between two changes are part of them."""
    if max(len(before), len(after)) > _MOST:
        yield from _pieces(Op.GONE, before)
        yield from _pieces(Op.COME, after)
        return
    gone: list[_Unit] = []
    come: list[_Unit] = []
    old, new = [one[0] for one in before], [one[0] for one in after]
    for code in Indel.opcodes(old, new):
        left = before[code.src_start : code.src_end]
        right = after[code.dest_start : code.dest_end]
        if code.tag != "equal":
            gone += left
            come += right
            continue
        if (gone or come) and len(left) < _ISLAND and all(one[0].plain for one in left):
            gone += left
            come += right
            continue
        yield from _settled(gone, come)
        gone, come = [], []
        yield from _pieces(Op.SAME, right)
    yield from _settled(gone, come)


_ISLAND = 3


def _settled(gone: list[_Unit], come: list[_Unit]) -> Iterator[Piece]:
    """Yield a change; what both of its sides end with stayed after all."""
    tail: list[_Unit] = []
    while gone and come and gone[-1][0] == come[-1][0]:
        gone.pop()
        tail.append(come.pop())
    yield from _pieces(Op.GONE, gone)
    yield from _pieces(Op.COME, come)
    yield from _pieces(Op.SAME, tail[::-1])


def _pieces(op: Op, units: Sequence[_Unit]) -> Iterator[Piece]:
    for token, note in units:
        yield Piece(
            op=op,
            text=token.text,
            bold=token.bold,
            italic=token.italic,
            link=token.link,
            note=note,
        )


def joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield pieces with neighbours that are alike as one; each note stays one."""
    for key, some in groupby(pieces, key=_likeness):
        held = list(some)
        if key[0]:
            yield from held
        else:
            yield replace(held[0], text="".join(one.text for one in held))


def _likeness(one: Piece) -> tuple[object, ...]:
    return one.note is not None, one.op, one.bold, one.italic, one.link
