"""Building a segment: from texts to posting lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from zlib import crc32

import numpy as np
import numpy.typing as npt

from toolkit.memory.index.features import LEFT, PAIR, RIGHT, Kept, Tokens, spellings

MAP_FROM = 32  # a feature of more than one text in so many takes less room as a map of bits
MOST_TEXTS = 1_000_000  # of one segment; more are put into several, so that memory is bounded
COMMON_SHARE = 0.3  # a feature that more of the texts have says little, and is only counted
COMMON_LEAST = 1_000
BATCH = 10_000
PARTS = 16  # into which features are parted while they are sorted, so that memory is bounded
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)

Numbers = npt.NDArray[np.uint32]
Pairs = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Built:
    """A segment.

    ``texts`` are the texts' numbers by rising length; ``lengths`` are the lengths that occur, and
    then where in ``texts`` each begins; all are 32-bit. ``postings`` yields, by rising feature,
    the feature, how many texts have it, how that is kept, and their places in ``texts`` in that
    form; ``words`` are the spellings that occur.
    """

    size: int
    last: int
    texts: bytes
    lengths: bytes
    postings: Iterator[tuple[int, int, Kept, bytes]]
    words: tuple[str, ...]


def build(texts: Iterable[tuple[int, str]]) -> Built | None:
    """Build a segment of (number, text), at most ``MOST_TEXTS`` of them; None if there are none.

    The same texts give the same segment whatever order they come in.
    """
    known = _Known()
    heads: list[Numbers] = []
    pairs: list[Pairs] = []
    rest = iter(texts)
    done = 0
    while batch := list(islice(rest, BATCH)):
        heads.append(np.array([_head(*one) for one in batch], np.uint32))
        pairs.append(_features_of([text for _, text in batch], done, known))
        done += len(batch)
    if not done:
        return None
    number, length, mark = np.concatenate(heads).T
    order = np.lexsort((mark, length))
    rank = np.empty(done, np.uint64)
    rank[order] = np.arange(done, dtype=np.uint64)
    common = max(COMMON_LEAST, int(done * COMMON_SHARE))
    return Built(
        size=done,
        last=int(number.max()),
        texts=number[order].tobytes(),
        lengths=_steps(length[order]).tobytes(),
        postings=chain.from_iterable(_postings(part, common, done) for part in _parts(pairs, rank)),
        words=tuple(known),
    )


def _head(number: int, text: str) -> tuple[int, int, int]:
    """Return what places a text among others: its length, then a mark of its words."""
    return number, len(text), crc32(text.encode("utf-8", "replace"))


def _steps(lengths: Numbers) -> Numbers:
    values, starts = np.unique(lengths, return_index=True)
    return np.concatenate((values, starts.astype(np.uint32)))


class _Known(dict[str, int]):
    """Words by the order in which they were met, with what ``features.Token`` says of each."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens = Tokens()
        self.words: list[int] = []
        self.places: list[int] = []

    def __missing__(self, spelling: str) -> int:
        self[spelling] = at = len(self)
        token = self._tokens[spelling]
        self.words.append(token.word)
        self.places.append(token.place)
        return at


def _features_of(texts: list[str], first: int, known: _Known) -> Pairs:
    """Return feature and place of the text in one number, for all features of each text."""
    found = [spellings(text) for text in texts]
    counts = np.fromiter(map(len, found), np.int64, len(found))
    each = map(known.__getitem__, chain.from_iterable(found))
    which = np.fromiter(each, np.int64, int(counts.sum()))
    words, places = np.array(known.words, np.uint32), np.array(known.places, np.uint32)[which]
    owner = np.repeat(np.arange(first, first + len(texts), dtype=np.uint64), counts)
    together = owner[1:] == owner[:-1]
    couples = places[:-1] * np.uint32(LEFT) + places[1:] * np.uint32(RIGHT) + np.uint32(PAIR)
    singles = (words[which].astype(np.uint64) << _HALF) | owner
    doubles = (couples[together].astype(np.uint64) << _HALF) | owner[1:][together]
    both = np.concatenate((singles, doubles))
    both.sort()
    return both[np.concatenate(([True], both[1:] != both[:-1]))] if len(both) else both


def _parts(pairs: list[Pairs], rank: Pairs) -> Iterator[Pairs]:
    """Yield all pairs in order, a range of features at a time, with the texts' places by length."""
    bounds = np.arange(PARTS, dtype=np.uint64) * np.uint64((1 << 64) // PARTS)
    cuts = [(*batch.searchsorted(bounds).tolist(), len(batch)) for batch in pairs]
    for at in range(PARTS):
        slices = []
        for batch, cut in zip(pairs, cuts, strict=True):
            part = batch[cut[at] : cut[at + 1]]
            slices.append((part & ~_LOW) | rank[(part & _LOW).astype(np.int64)])
        whole = np.concatenate(slices)
        whole.sort()
        yield whole


def _postings(pairs: Pairs, common: int, texts: int) -> Iterator[tuple[int, int, Kept, bytes]]:
    found = (pairs >> _HALF).astype(np.uint32)
    if not len(found):
        return
    places = (pairs & _LOW).astype(np.uint32)
    raw = memoryview(places.data).cast("B")
    starts = np.flatnonzero(np.concatenate(([True], found[1:] != found[:-1])))
    sizes = np.diff(np.append(starts, len(found)))
    which = found[starts].tolist()
    for feature, start, size in zip(which, starts.tolist(), sizes.tolist(), strict=True):
        if size > common:
            yield feature, size, Kept.COUNTED, b""
        elif size > texts // MAP_FROM:
            yield feature, size, Kept.MAPPED, _map(places[start : start + size], texts)
        else:
            yield feature, size, Kept.LISTED, bytes(raw[start * 4 : (start + size) * 4])


def _map(places: Numbers, texts: int) -> bytes:
    bits = np.zeros(texts, bool)
    bits[places] = True
    return np.packbits(bits, bitorder="little").tobytes()
