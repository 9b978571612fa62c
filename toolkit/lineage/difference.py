"""The word difference between drafted and final words."""

from collections.abc import Iterator, Sequence

import regex
from rapidfuzz.distance import Indel

from toolkit.languages import by_code
from toolkit.lineage.descent import Change, Item

_SPACED = regex.compile(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")
_HAN = regex.compile(r"\p{Han}|[^\W\p{Han}]+|\s+|[^\w\s]")
_MOST = 20_000  # words on one side; longer texts are shown as replaced


def difference(drafts: Sequence[Item], finals: Sequence[Item]) -> tuple[Change, ...]:
    """Return the drafts' words as they became the final ones; empty when they are the same.

    Several items stand one after the other, each on a line of its own.
    """
    old, new = _joined(drafts), _joined(finals)
    if old == new or not old or not new:
        return ()
    pattern = _SPACED if by_code(finals[0].language).spaced else _HAN
    before, after = pattern.findall(old), pattern.findall(new)
    if max(len(before), len(after)) > _MOST:
        return Change("-", old), Change("+", new)
    return tuple(_merged(_changes(before, after)))


def _joined(items: Sequence[Item]) -> str:
    return "\n".join(one.text for one in items)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for code in Indel.opcodes(before, after):
        old = "".join(before[code.src_start : code.src_end])
        new = "".join(after[code.dest_start : code.dest_end])
        if code.tag == "equal":
            yield Change("=", old)
            continue
        yield Change("-", old)
        yield Change("+", new)


def _merged(changes: Iterator[Change]) -> Iterator[Change]:
    """Yield changes with those that touch put together, what went before what came."""
    gone = come = ""
    for one in changes:
        # A lone space or mark between two changes is part of them.
        if one.sign == "=" and (gone or come) and not any(ch.isalnum() for ch in one.text):
            gone, come = gone + one.text, come + one.text
        elif one.sign == "=":
            yield from _flushed(gone, come)
            gone = come = ""
            yield one
        elif one.sign == "-":
            gone += one.text
        else:
            come += one.text
    yield from _flushed(gone, come)


def _flushed(gone: str, come: str) -> Iterator[Change]:
    if gone == come:
        if gone:
            yield Change("=", gone)
        return
    if gone:
        yield Change("-", gone)
    if come:
        yield Change("+", come)
