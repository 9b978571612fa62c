"""A row of bits for each text: which of the commonest features it has.

The same is in the maps, a row for each feature. Those are for adding up one feature over very many
texts; these are for looking at all features of a few hundred texts, which are anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

SHIFT = 12
BLOCK = 1 << SHIFT  # texts whose rows are kept together
WORD = 64  # bits
_BYTES = WORD // 8
_ONES = np.uint64(0x0101010101010101)  # a product with it has the sum of all bytes at its top
_TOP = np.uint64(WORD - 8)

Words = npt.NDArray[np.uint64]


class Rows(Protocol):
    """Where rows are fetched from."""

    def rows(self, blocks: Sequence[int]) -> Mapping[int, bytes]:
        """Return the rows of these blocks, as ``rows_of`` makes them."""


def rows_of(maps: Sequence[bytes], texts: int) -> Iterator[bytes]:
    """Yield the rows of each ``BLOCK`` of texts, from a map of bits for each feature."""
    if not maps:
        return
    room = _width(len(maps)) * _BYTES
    for first in range(0, texts, BLOCK):
        last = min(first + BLOCK, texts)
        part = [np.frombuffer(one, np.uint8)[first // 8 : -(-last // 8)] for one in maps]
        bits = np.unpackbits(np.stack(part), axis=1, count=last - first, bitorder="little")
        rows = np.zeros((last - first, room), np.uint8)
        packed = np.packbits(bits.T, axis=1, bitorder="little")
        rows[:, : packed.shape[1]] = packed
        yield rows.tobytes()


@dataclass(frozen=True, slots=True)
class Marks:
    """The rows of a segment; those of a block are fetched when they are needed first.

    ``columns`` are the places of features in a row.
    """

    columns: Mapping[int, int]
    _table: Words
    _missing: npt.NDArray[np.bool_]  # for each block

    @classmethod
    def of(cls, features: Iterable[int], texts: int) -> Self:
        """Make one for so many texts, without any rows yet; ``features`` in order of columns."""
        columns = {feature: at for at, feature in enumerate(features)}
        table = np.empty((texts, _width(len(columns))), np.uint64)
        return cls(columns, table, np.ones(-(-texts // BLOCK), bool))

    def add(
        self,
        has: npt.NDArray[np.uint8],
        at: npt.NDArray[np.intp],
        given: Iterable[tuple[int, int]],
        source: Rows,
    ) -> None:
        """Add to ``has`` what the texts at these places have of the features that are given.

        A feature counts 1 << the number beside it. No sum may be more than 255.
        """
        masks = self._masks(given)
        if not masks or not len(at):
            return
        blocks = at >> SHIFT
        missing = self._missing[blocks]
        if missing.any():
            self._fetch(source, np.unique(blocks[missing]).tolist())
        rows = self._table.take(at, axis=0)
        words = rows.shape[1]
        counts = np.zeros((len(at), -(-words // _BYTES) * _BYTES), np.uint8)
        for digit, mask in masks.items():
            np.bitwise_count(rows & mask, out=counts[:, :words])
            sums = (counts.view(np.uint64) * _ONES) >> _TOP
            has += sums.sum(axis=1, dtype=np.uint8) << np.uint8(digit)

    def _masks(self, given: Iterable[tuple[int, int]]) -> dict[int, Words]:
        """Return for each digit the columns of the features that count so much."""
        columns: dict[int, list[int]] = {}
        for feature, digit in given:
            columns.setdefault(digit, []).append(self.columns[feature])
        masks = {}
        for digit, found in columns.items():
            bits = np.zeros(self._table.shape[1] * WORD, bool)
            bits[found] = True
            masks[digit] = np.packbits(bits, bitorder="little").view(np.uint64)
        return masks

    def _fetch(self, source: Rows, blocks: Sequence[int]) -> None:
        for block, rows in source.rows(blocks).items():
            first = block * BLOCK
            part = np.frombuffer(rows, np.uint64).reshape(-1, self._table.shape[1])
            self._table[first : first + len(part)] = part
        self._missing[blocks] = False


def _width(columns: int) -> int:
    """Return how many words a row of so many columns takes."""
    return -(-columns // WORD)
