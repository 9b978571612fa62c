"""The codes of a desk's segment under short names that travel, and back.

On the way out codes are called "1", "2", … in the order of the source, two halves of a pair alike;
on the way back each is known again by its name and by what it does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.inline import Code, Segment, pairing, shown


@dataclass(frozen=True, slots=True)
class Returned:
    """A translation with codes of the desk.

    ``missing`` are codes of the source that did not come back, ``added`` those that came and are
    none of the source's; neither is in ``segment``.
    """

    segment: Segment
    missing: tuple[Code, ...] = ()
    added: tuple[Code, ...] = ()


def names(codes: Sequence[Code]) -> tuple[str, ...]:
    """Return the names of codes: numbers from 1 in order, two halves of a pair alike."""
    opened_by = {closing: opening for opening, closing in pairing(codes).pairs}
    found: list[str] = []
    count = 0
    for place in range(len(codes)):
        if place in opened_by:
            found.append(found[opened_by[place]])
        else:
            count += 1
            found.append(str(count))
    return tuple(found)


def outward(source: Segment, target: Segment | None) -> tuple[Segment, Segment | None]:
    """Return source and target with the names of the source; codes only the target has follow."""
    given = names(source.codes)
    if target is None:
        return _named(source, given), None
    known = {(c.kind, c.id): name for c, name in zip(source.codes, given, strict=True)}
    more: dict[str, str] = {}
    called: list[str] = []
    for code in target.codes:
        name = known.get((code.kind, code.id))
        if name is None:
            name = more.setdefault(code.id, str(len(set(given)) + len(more) + 1))
        called.append(name)
    return _named(source, given), _named(target, called)


def _named(segment: Segment, given: Sequence[str]) -> Segment:
    codes = zip(segment.codes, given, strict=True)
    return Segment(segment.text, tuple(replace(code, id=name) for code, name in codes))


def homeward(source: Segment, came: Segment) -> Returned:
    """Return what came back with the codes of the desk's ``source``.

    Halves whose other half did not come are let go with it. Remarks that a tool put on words are
    no codes of the document and are let go without a word.
    """
    given = names(source.codes)
    left = {(c.kind, name): c for c, name in zip(source.codes, given, strict=True)}
    kept: list[Code] = []
    added: list[Code] = []
    for code in came.codes:
        ours = left.pop((code.kind, code.id), None)
        if ours is not None:
            kept.append(replace(ours, at=code.at))
        elif not code.mark:
            added.append(code)
    torn = {kept[place].id for place in pairing(kept).widows}
    whole = [code for code in kept if code.id not in torn]
    missing = [*left.values(), *(code for code in kept if code.id in torn)]
    return Returned(
        Segment(came.text, tuple(whole)),
        tuple(sorted(missing, key=lambda code: code.at)),
        tuple(added),
    )


def emptied(source: Segment, target: Segment) -> tuple[Code, ...]:
    """Return the codes of pairs between which ``target`` has no words where ``source`` has some.

    Both halves of each, in the order of ``target``; its codes are those of ``source``.
    """
    full = set(_around_words(source))
    kept = set(_around_words(target))
    halves = sorted(half for pair in pairing(target.codes).pairs for half in pair)
    return tuple(target.codes[half] for half in halves if target.codes[half].id in full - kept)


def _around_words(segment: Segment) -> Iterator[str]:
    """Yield the ids of pairs that stand around words."""
    for opening, closing in pairing(segment.codes).pairs:
        if segment.text[segment.codes[opening].at : segment.codes[closing].at].strip():
            yield segment.codes[opening].id


def same_words(ours: Segment, came: Segment) -> bool:
    """Return whether two sources say the same: blanks that a tool changed make no difference."""
    return _plain(ours.text) == _plain(came.text)


def _plain(text: str) -> str:
    return " ".join(text.split())


def told(codes: Sequence[Code]) -> str:
    """Return a list of codes for people ("link, note")."""
    return ", ".join(dict.fromkeys(_said(codes)))


def _said(codes: Sequence[Code]) -> Iterator[str]:
    for code in codes:
        yield code.type or code.native or code.id or "code"


def as_marks(segment: Segment) -> str:
    """Return a segment that ``outward`` named as words with marks, for formats without codes."""
    return shown(segment, [int(code.id) for code in segment.codes])
