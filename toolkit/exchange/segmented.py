"""Units that a tool cut into segments within: XLIFF 1.2 marks them in ``seg-source`` and target."""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.exchange.unit import ExchangeUnit, State
from toolkit.inline import Code, Segment, pairing


def segments_of(unit: ExchangeUnit) -> Iterator[ExchangeUnit]:
    """Yield a unit for each pair of marked segments, in the order of the source.

    A segment without a mark in the target has no translation. Where the unit has no such marks,
    or the target has segments that the source has not, the unit is yielded whole; without marks
    in any case.
    """
    sources = dict(_marked(unit.segmented))
    targets = dict(_marked(unit.target))
    if not sources or not targets or not sources.keys() >= targets.keys():
        yield replace(unit, source=unmarked(unit.source), target=_unmarked(unit.target))
        return
    for name, source in sources.items():
        target = targets.get(name)
        blank = target is None or not target.text.strip()
        state = State.NEW if blank else unit.state
        yield replace(unit, source=source, target=target, state=state, segmented=None)


def blank_parts(unit: ExchangeUnit) -> tuple[int, int]:
    """Return how many marked segments of a unit lack a translation while others have one, of all.

    (0, 0) where the translation has no marks.
    """
    targets = dict(_marked(unit.target))
    if not targets:
        return 0, 0
    sources = dict(_marked(unit.segmented))
    names = sources.keys() | targets.keys()
    full = [name for name in names if name in targets and targets[name].text.strip()]
    void = [name for name in names if name in sources and not sources[name].text.strip()]
    blank = len(names - {*full, *void})
    return (blank, len(names)) if full else (0, len(names))


def unmarked(segment: Segment) -> Segment:
    """Return a segment without marks of segmentation."""
    return Segment(segment.text, tuple(code for code in segment.codes if not _is_mark(code)))


def _unmarked(segment: Segment | None) -> Segment | None:
    return None if segment is None else unmarked(segment)


def _is_mark(code: Code) -> bool:
    return code.mark and code.type == "seg"


def _marked(segment: Segment | None) -> Iterator[tuple[str, Segment]]:
    """Yield the marked segments by their names; of marks within marks the outer ones."""
    end = -1
    for opening, closing in () if segment is None else sorted(pairing(segment.codes).pairs):
        if segment is not None and opening > end and _is_mark(segment.codes[opening]):
            end = closing
            yield segment.codes[opening].id, _between(segment, opening, closing)


def _between(segment: Segment, opening: int, closing: int) -> Segment:
    """Return the words between two codes, with the codes between them; torn pairs are isolated."""
    start = segment.codes[opening].at
    inside = [replace(one, at=one.at - start) for one in segment.codes[opening + 1 : closing]]
    for place in pairing(inside).widows:
        inside[place] = replace(inside[place], isolated=True)
    return unmarked(Segment(segment.text[start : segment.codes[closing].at], tuple(inside)))
