"""From pairs of blocks to a redline: what stayed in order, what moved, what went and came."""

from collections.abc import Iterator, Sequence

from toolkit.compare.matching import Pair, shape
from toolkit.compare.tokens import Counting, counting
from toolkit.compare.words import cell_pieces, pieces_of
from toolkit.model import Block, Document, Kind
from toolkit.model.redline import Piece, Redline, Row
from toolkit.text.rising import rising


def redline(old: Document, new: Document, pairs: Sequence[Pair]) -> Redline:
    """Return the redline of two versions; ``pairs`` lead from places of one to places of the other.

    A pair that cannot be shown as one block (a table of another shape, a paragraph that became an
    item) is shown as gone and come.
    """
    fitting = sorted(pair for pair in pairs if _fit(old, new, pair))
    stays = set(rising([to for _, to in fitting]))
    stable = [pair for at, pair in enumerate(fitting) if at in stays]
    movable = [
        pair
        for at, pair in enumerate(fitting)
        if at not in stays and old.blocks[pair[0]].kind is not Kind.TABLE
    ]
    desk = _Desk(old, new, _grouped(movable))
    return Redline(old, new, tuple(desk.rows(stable)))


def _fit(old: Document, new: Document, pair: Pair) -> bool:
    one, other = old.blocks[pair[0]], new.blocks[pair[1]]
    if shape(one, old.language) != shape(other, new.language):
        return False
    # The notes of a table stand in its cells; where they or the words differ it is shown whole.
    same = (one.rows, one.notes) == (other.rows, other.notes)
    return not one.rows or same or not (one.notes or other.notes)


def _grouped(moved: Sequence[Pair]) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Return the number of the move of each old and each new block, and new to old places.

    Blocks that follow each other on both sides move together.
    """
    olds: dict[int, int] = {}
    news: dict[int, int] = {}
    number, last = 0, (-2, -2)
    for at, to in moved:
        if (at, to) != (last[0] + 1, last[1] + 1):
            number += 1
        olds[at] = news[to] = number
        last = (at, to)
    return olds, news, {to: at for at, to in moved}


class _Desk:
    def __init__(
        self,
        old: Document,
        new: Document,
        moves: tuple[dict[int, int], dict[int, int], dict[int, int]],
    ) -> None:
        self.old = old
        self.new = new
        self.gone_moves, self.come_moves, self.origins = moves
        first = counting(old)
        self.counts: tuple[Counting, Counting] = (first, counting(new, first.first))

    def rows(self, stable: Sequence[Pair]) -> Iterator[Row]:
        """Yield the rows: between two pairs that stayed, what went comes first."""
        left = right = 0
        for at, to in [*stable, (len(self.old.blocks), len(self.new.blocks))]:
            yield from (self._gone(one) for one in range(left, at))
            yield from (self._come(one) for one in range(right, to))
            if at < len(self.old.blocks):
                yield self._stayed(self.old.blocks[at], self.new.blocks[to])
            left, right = at + 1, to + 1

    def _gone(self, at: int) -> Row:
        return Row(old=self.old.blocks[at], move=self.gone_moves.get(at))

    def _come(self, to: int) -> Row:
        block = self.new.blocks[to]
        move = self.come_moves.get(to)
        if move is None:
            return Row(new=block)
        return Row(
            new=block, move=move, pieces=self._pieces(self.old.blocks[self.origins[to]], block)
        )

    def _stayed(self, old: Block, new: Block) -> Row:
        if not new.rows:
            return Row(old=old, new=new, pieces=self._pieces(old, new))
        cells = tuple(
            tuple(
                cell_pieces(before, after, new, self.new.language)
                for before, after in zip(row, other, strict=True)
            )
            for row, other in zip(old.rows, new.rows, strict=True)
        )
        return Row(old=old, new=new, cells=cells)

    def _pieces(self, old: Block, new: Block) -> tuple[Piece, ...]:
        return pieces_of(old, new, self.new.language, self.counts)
