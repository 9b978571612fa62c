"""Cutting and joining paragraphs while notes and marks stay at their words."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Final

from toolkit.languages import Language
from toolkit.model import Mark, Note
from toolkit.structure.para import Para

# Soft hyphens, zero-width signs and the stand-ins for pictures and fields are no text.
_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\ufffd")
# A text that sets figures, Latin words or bracketed letters off from Han does so across a line
# break too: for each kind, what shows that it does, and where a break may have taken the space.
_HAN: Final = "[\u4e00-\u9fff]"
_EDGES: Final = tuple(
    (re.compile(spaced), re.compile(edge))
    for spaced, edge in (
        (rf"[0-9A-Za-z] {_HAN}|{_HAN} [0-9A-Za-z]", rf"[0-9A-Za-z]{_HAN}|{_HAN}[0-9A-Za-z]"),
        (rf"[a-z]\) {_HAN}", rf"\){_HAN}"),
    )
)


def part(para: Para, start: int, end: int, *, first: bool = True) -> Para:
    """Return the words ``start:end`` without white space at their ends.

    A note at ``start`` is taken along only with ``first``: on a cut without a space it goes with
    the words before. ``label`` and ``rows`` stay.
    """
    own = [note for note in para.notes if (start < note.at or first) and start <= note.at <= end]
    while start < end and para.text[start].isspace():
        start += 1
    while end > start and para.text[end - 1].isspace():
        end -= 1
    if end - start == len(para.text) and len(own) == len(para.notes):
        return para
    notes = tuple(replace(note, at=min(max(note.at, start), end) - start) for note in own)
    return replace(para, text=para.text[start:end], notes=notes, marks=_clip(para, start, end))


def behind(para: Para, start: int) -> Para:
    """Return the words from ``start`` on; a note that stood before them moves to their start."""
    while start < len(para.text) and para.text[start].isspace():
        start += 1
    if start == 0:
        return para
    notes = tuple(replace(note, at=max(note.at - start, 0)) for note in para.notes)
    marks = _clip(para, start, len(para.text))
    return replace(para, text=para.text[start:], notes=notes, marks=marks)


def joined(pieces: Sequence[Para], language: Language) -> Para:
    """Return paragraphs that layout had parted as one; everything else is as in the first."""
    texts: list[str] = []
    notes: list[Note] = []
    marks: list[Mark] = []
    length = 0
    edges = [edge for shows, edge in _EDGES if any(shows.search(one.text) for one in pieces)]
    for piece in pieces:
        text = piece.text
        if texts and text:
            both = language.joins(texts[-1], text)
            before = both[: len(both) - len(text)]
            if any(edge.fullmatch(before[-1:] + text[:1]) for edge in edges):
                before += " "
            length += len(before) - len(texts[-1])
            texts[-1] = before
        notes.extend(replace(note, at=note.at + length) for note in piece.notes)
        marks.extend(_shift(piece.marks, length))
        texts.append(text)
        length += len(text)
    return replace(pieces[0], text="".join(texts), notes=tuple(notes), marks=tuple(marks))


def appended(para: Para, more: Para) -> Para:
    """Return a paragraph with the lines of another below its own."""
    by = len(para.text) + 1
    notes = (*para.notes, *(replace(note, at=note.at + by) for note in more.notes))
    marks = (*para.marks, *_shift(more.marks, by))
    return replace(para, text=f"{para.text}\n{more.text}", notes=notes, marks=marks)


def lines(para: Para) -> list[Para]:
    """Return the lines of a paragraph, blank ones left out, each with its own place."""
    found, start = [], 0
    for number, text in enumerate(para.text.split("\n")):
        if text.strip():
            line = part(para, start, start + len(text))
            found.append(replace(line, place=further(para.place, number)))
        start += len(text) + 1
    return found


def further(place: str, lines_on: int) -> str:
    """Return the place some lines on; a place that is no line stays."""
    word, _, number = place.partition(" ")
    return f"line {int(number) + lines_on}" if word == "line" and number.isdecimal() else place


def without(para: Para, gone: Container[int]) -> Para:
    """Return a paragraph without the signs at the offsets ``gone``."""
    kept: list[str] = []
    places = [0]
    for at, sign in enumerate(para.text):
        if at not in gone:
            kept.append(sign)
        places.append(len(kept))
    notes = tuple(replace(note, at=places[note.at]) for note in para.notes)
    marks = (replace(m, start=places[m.start], end=places[m.end]) for m in para.marks)
    whole = tuple(mark for mark in marks if mark.start < mark.end)
    return replace(para, text="".join(kept), notes=notes, marks=whole)


def clean(para: Para) -> Para:
    """Return a paragraph without soft hyphens, stand-ins and white space at its ends."""
    if para.rows:
        return para
    if _NOTHING.isdisjoint(para.text):
        return part(para, 0, len(para.text))
    gone = {at for at, sign in enumerate(para.text) if sign in _NOTHING}
    kept = without(para, gone)
    return part(kept, 0, len(kept.text))


def _clip(para: Para, start: int, end: int) -> tuple[Mark, ...]:
    inside = (
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in para.marks
    )
    return tuple(mark for mark in inside if mark.start < mark.end)


def _shift(marks: Iterable[Mark], by: int) -> list[Mark]:
    return [replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks]
