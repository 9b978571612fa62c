"""Notes at page feet: their words go to the figure in the text that points to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.languages import Language
from toolkit.model import Note
from toolkit.structure.para import Para, Role
from toolkit.structure.pieces import joined, lines, part
from toolkit.structure.repairs import FOOT_NOTE

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A note's own number may stand on a line above its words.
_FOOT: Final = re.compile(
    r"(?m)^[ \t\u00a0]*(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?:[ \t\u00a0\u3000]+|[ \t]*\n[ \t]*)"
    r"(?=[^\W\d_]|[“‘《(（])"
)
_PAGE: Final = 12_000  # signs of text between a mark and the foot of its page
# What may stand before a mark: the end of a word, or a stop that closes no figure and no symbol.
_STOPS: Final = '.,;:!?)]”’"。，；：、！？）》」'
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Add|Corr|Rev|Amend|L|WG|No|Nos|CRP|INF|Sect|vol|p|pp)|(?<!\d)\d{1,3})\.$|\d[.,]$"
)
_REFERRED: Final = re.compile(
    r"\b(?:Add|Corr|Rev|Amend|L|WG|[Nn]os?|CRP|INF|[Ss]ect|vol|pp?|paras?|arts?|chap|recs?|fig)\.$"
)
_OPENS: Final = re.compile(r"\s+(?:[A-Z“‘]|\d{1,3}\.\s)|\s*(?:$|[\u4e00-\u9fff])")
# A figure with its unit, or the first half of a range or fraction, is no mark.
_COUNTED: Final = re.compile(
    r"\s?(?:[年月日时分秒次届号条款项段名个章节页场至和、%％艘人国起家位天周万亿千百倍份件组类种岁吨米元]"
    r"|小时|公里|美元)|[-–/.]\d"
)


@dataclass(frozen=True, slots=True)
class _Foot:
    """A line that may begin a note: where it stands, its number, where its words begin."""

    para: int
    start: int
    number: int
    words: int


def lift_notes(
    paras: Sequence[Para], language: Language, file: str
) -> tuple[list[Para], list[Finding]]:
    """Return the paragraphs with the notes at page feet set to their marks, and each told.

    A line is a note only if its number follows that of the note before (the first is 1) and the
    text above it, on the same page, has a mark for it; everything else stays as it is. Lines
    that were notes are blanked, as furniture is.
    """
    found = list(_paired(paras, list(_feet(paras))))
    if not found:
        return list(paras), []
    notes, cuts = _taken(paras, [foot for foot, _ in found], language)
    out = list(paras)
    for place, cut in cuts.items():
        out[place] = _blanked(out[place], cut)
    findings = [
        FOOT_NOTE.at(note, file, number=foot.number)
        for (foot, _), note in zip(found, notes, strict=True)
    ]
    for (foot, (at, start, end)), note in reversed(list(zip(found, notes, strict=True))):
        out[at] = _marked(out[at], start, end, foot.number, note.text)
    return out, findings


def note_lines(paras: Sequence[Para]) -> frozenset[tuple[int, int]]:
    """Return the lines (paragraph, line) that begin a note with a mark in the text above it."""
    return frozenset(
        (foot.para, paras[foot.para].text.count("\n", 0, foot.start))
        for foot, _ in _paired(paras, list(_feet(paras)))
    )


def _feet(paras: Sequence[Para]) -> Iterator[_Foot]:
    for at, para in enumerate(paras):
        if para.rows or para.label is not None or para.role not in (None, Role.FOOTNOTE):
            continue
        for found in _FOOT.finditer(para.text):
            yield _Foot(at, found.start(), int(found[1].translate(_RAISED)), found.end())


def _paired(
    paras: Sequence[Para], feet: Sequence[_Foot]
) -> Iterator[tuple[_Foot, tuple[int, int, int]]]:
    """Yield each note with the place of its mark: paragraph, start and end."""
    last = 0
    after = (0, 0)
    for foot in feet:
        if foot.number != last + 1:
            continue
        place = _mark(paras, foot, after)
        if place is not None:
            yield foot, place
            last, after = foot.number, (place[0], place[2])


def _mark(
    paras: Sequence[Para], foot: _Foot, after: tuple[int, int]
) -> tuple[int, int, int] | None:
    """Return the best mark for a note between the mark before and its own place."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(one)] for one in str(foot.number))
    pattern = re.compile(rf"(?<![\d\s])(?:{raised}| ?{foot.number})(?!\d)")
    best: tuple[int, tuple[int, int, int]] | None = None
    reached = 0
    for at in range(foot.para, after[0] - 1, -1):
        text = paras[at].text if at != foot.para else paras[at].text[: foot.start]
        low = max(after[1] if at == after[0] else 0, len(text) - _PAGE)
        for found in pattern.finditer(text, low):
            cost = _cost(text, found.start(), found.end())
            if cost is not None and (best is None or cost <= best[0]):
                best = (cost, (at, found.start(), found.end()))
        reached += len(text)
        if reached > _PAGE:
            break
    return best[1] if best else None


def _cost(text: str, start: int, end: int) -> int | None:
    """Return how unlike a note's mark a figure is, None when it is certainly none."""
    if not text[start].isascii():
        return 0
    if text[start] == " ":
        return _cost_apart(text, start, end)
    before = text[max(0, start - 24) : start]
    if not before or _COUNTED.match(text, end):
        return None
    if before[-1] in _STOPS:
        if not _ABBREVIATED.search(before):
            return 2 if before[-1] == "、" else 1
        # "item 5.1 The" may end a sentence; "5.1 million" and "Add.1 was" cannot.
        ends = before[-2:-1].isdigit() and before[-1] == "."
        return 4 if ends and _OPENS.match(text, end) else None
    token = before.split()[-1] if before.split() else ""
    if not before[-1].isalpha() or "/" in token or token[-2:-1].isupper() or len(token) < 2:
        return None
    return 2 if before[-1].isascii() else 3


def _cost_apart(text: str, start: int, end: int) -> int | None:
    """Return the cost of a figure that a layout set apart from the stop before it: "2024. 1"."""
    before = text[max(0, start - 24) : start]
    if not before or before[-1] not in _STOPS or _COUNTED.match(text, end):
        return None
    if _REFERRED.search(before):
        return None
    closes = before[-1] in ".。!?！？" and _OPENS.match(text, end)
    return 5 if closes else 6


def _taken(
    paras: Sequence[Para], feet: Sequence[_Foot], language: Language
) -> tuple[list[Para], dict[int, list[tuple[int, int]]]]:
    """Return the notes as paragraphs, and what they take from the paragraphs they stand in."""
    notes: list[Para] = []
    cuts: dict[int, list[tuple[int, int]]] = {}
    for foot, coming in pairwise([*feet, None]):
        assert foot is not None
        text = paras[foot.para].text
        end = coming.start if coming is not None and coming.para == foot.para else len(text)
        # A line of furniture that was blanked ends the note; an empty one is the layout's way.
        blank = re.compile(r"\n[ \t]+(?=\n|$)").search(text, foot.words, end)
        end = blank.start() if blank else end
        words = lines(part(paras[foot.para], foot.words, end))
        notes.append(joined(words, language) if words else Para(text=""))
        cuts.setdefault(foot.para, []).append((foot.start, end))
    return notes, cuts


def _blanked(para: Para, cuts: Sequence[tuple[int, int]]) -> Para:
    text = para.text
    for start, end in cuts:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return replace(para, text=text)


def _marked(para: Para, start: int, end: int, number: int, words: str) -> Para:
    """Take the mark out of a text and set its note there."""
    gone = end - start
    notes = [replace(note, at=note.at - gone if note.at >= end else note.at) for note in para.notes]
    marks = tuple(
        replace(
            mark,
            start=mark.start - gone if mark.start >= end else mark.start,
            end=mark.end - gone if mark.end >= end else mark.end,
        )
        for mark in para.marks
    )
    notes.append(Note(number=str(number), at=start, text=words))
    notes.sort(key=lambda note: note.at)
    text = para.text[:start] + para.text[end:]
    return replace(para, text=text, notes=tuple(notes), marks=marks)
