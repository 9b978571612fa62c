"""The cells of a table's row: each a wording of its own, and where they come to stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.assemble.clauses import CELL, EVERY, Wording
from toolkit.assemble.expand import Piece
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError

MOST = 60  # columns; Word itself takes 63


def cells(piece: Piece, renderer: Renderer) -> tuple[tuple[Wording, Scope], ...]:
    """Return the wording of each cell of a row, and the values it may name.

    Raises:
        WordingError: ``cells`` names no list, or there are too many.
    """
    found = tuple(_cells(piece, renderer))
    if len(found) > MOST:
        raise WordingError(f"a row of more than {MOST} cells does not fit on a page.")
    return found


def _cells(piece: Piece, renderer: Renderer) -> Iterator[tuple[Wording, Scope]]:
    clause, scope = piece.clause, piece.scope
    if not clause.cells_of:
        yield from ((wording, scope) for wording in clause.cells)
        return
    members = renderer.evaluate(clause.cells_of, scope)
    if not isinstance(members, tuple):
        raise WordingError(f"cells needs a list, and “{clause.cells_of}” is none.")
    for member in members:
        yield {EVERY: f"{{{{ {CELL} }}}}"}, {**scope, CELL: member}


def too_wide(rows: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Give the rows of a table that have more cells than its head, each with what is wrong.

    ``rows`` have their cells as sentences; the first one is the head.
    """
    width = len(rows[0].sentences) if rows else 0
    for row in rows[1:]:
        if len(row.sentences) > width:
            last = row.sentences[-1]
            yield (
                row,
                f"this row has {len(row.sentences)} cells, the last one “{last[:40]}”, and the "
                f"head of the table has {width}. Give the head a cell for each column, or take out "
                "what is too much.",
            )


def laid(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of one length, filled up with empty cells."""
    widest = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (widest - len(row))) for row in rows)


def is_figure(text: str) -> bool:
    """Return whether a cell says the same in every language: figures, "2 (a)", no words."""
    return not any(ch.isalpha() and after.isalpha() for ch, after in pairwise(text))
