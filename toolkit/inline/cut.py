"""Cutting segments and joining them, with their codes."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit.inline.code import Code, Segment
from toolkit.inline.pairing import pairing


def cut(segment: Segment, start: int, end: int) -> Segment:
    """Return the words from ``start`` to ``end`` (half-open) with the codes among them.

    Codes at ``start`` come along, codes at ``end`` only where the segment ends there. Halves
    whose other half stays outside become isolated.
    """
    last = end == len(segment.text)
    inside = [
        place
        for place, code in enumerate(segment.codes)
        if start <= code.at < end or (code.at == end and last)
    ]
    chosen = set(inside)
    parted = {
        half
        for pair in pairing(segment.codes).pairs
        for half in pair
        if not chosen.issuperset(pair)
    }
    codes = (
        replace(code, at=code.at - start, isolated=code.isolated or place in parted)
        for place, code in ((place, segment.codes[place]) for place in inside)
    )
    return Segment(segment.text[start:end], tuple(codes))


def joined(segments: Iterable[Segment]) -> Segment:
    """Return segments as one; halves that were isolated and meet again are a pair."""
    text = ""
    codes: list[Code] = []
    for segment in segments:
        codes.extend(replace(code, at=code.at + len(text)) for code in segment.codes)
        text += segment.text
    free = tuple(replace(code, isolated=False) for code in codes)
    met = {half for pair in pairing(free).pairs for half in pair}
    kept = (free[i] if i in met and code.id else code for i, code in enumerate(codes))
    return Segment(text, tuple(kept))


def stripped(segment: Segment) -> Segment:
    """Return the segment without white space before its first word or code, and after its last."""
    if not segment.codes:
        text = segment.text.strip()
        return segment if text == segment.text else Segment(text)
    first = min(code.at for code in segment.codes)
    last = max(code.at for code in segment.codes)
    start = min(first, len(segment.text) - len(segment.text.lstrip()))
    end = max(last, len(segment.text.rstrip()))
    codes = tuple(replace(code, at=code.at - start) for code in segment.codes)
    return Segment(segment.text[start:end], codes)
