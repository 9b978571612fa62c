"""The lines of a Word file parted into what is translated, what is written by rule, and the rest.

A line is a paragraph. Its label and a "(continued)" are written in the target's form, its words cut
into sentences are segments; white space between them stays outside. Lines of the masthead that say
nothing to translate (symbol, date, distribution) stay as they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.languages import Language
from toolkit.model import Block, Document, Kind
from toolkit.model.desk import DeskSegment
from toolkit.ooxml.translating import Line, LineBefore, NewWords, WordTranslation
from toolkit.workflows.desk.codes import with_codes
from toolkit.workflows.desk.masthead import HeadLines
from toolkit.workflows.editing.locating import Found
from toolkit.workflows.editing.word_places import WordPlaces
from toolkit.workflows.filling.fixed_lines import is_figures

MASTHEAD = "masthead"
_CONTINUED = re.compile(r"\s*[(（][^()（）]{1,20}[)）]")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a segment stands: ``start:end`` of a line of the Word file."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Layout:
    """A file laid out.

    ``slots`` are by the id of their segment; ``fixed`` and ``before`` is what is written by rule.
    """

    segments: list[DeskSegment] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)
    fixed: list[NewWords] = field(default_factory=list)
    before: list[LineBefore] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    """What a line belongs to."""

    path: str
    kind: str
    place: str
    label: str = ""
    whole: bool = False  # not cut into sentences


def laid_out(
    file: WordTranslation, document: Document, source: Language, target: Language
) -> Layout:
    """Part a file into segments, in the order in which a memory has them: text, then notes."""
    return _Layer(file, document, source, target).run()


class _Layer:
    def __init__(
        self, file: WordTranslation, document: Document, source: Language, target: Language
    ) -> None:
        self._file = file
        self._source = source
        self._target = target
        words = [one.words for one in file.lines if not one.part]
        places = WordPlaces(document, words)
        self._owners = _owners(document, places)
        self._notes = _note_owners(document, places)
        self._first = min((u for u, (b, _) in self._owners.items() if not b.rows), default=0)
        self._counts: Counter[str] = Counter()
        self._head = HeadLines(document, source, target)
        self._made = Layout()

    def run(self) -> Layout:
        head = [line for line in self._file.lines if line.part]
        body = [line for line in self._file.lines if not line.part]
        for line in (*head, *body):
            if line.words.text.strip() and not line.fixed:
                self._line(line)
        self._tell_language()
        self._made.segments = _in_context(self._made.segments)
        return self._made

    def _line(self, line: Line) -> None:
        index = line.words.index
        owner = self._owners.get(index)
        if line.part or (owner is None and self._in_front(line)):
            self._masthead(line)
        elif line.words.note is not None:
            self._note(line)
        elif owner is None:
            self._words(line, *_trimmed(line.words.text), self._stray(line))
        elif owner[0].rows:
            self._words(line, *_trimmed(line.words.text), _cell(owner[0]))
        else:
            self._block(line, *owner)

    def _in_front(self, line: Line) -> bool:
        """Return whether a line that is no block's stands where a masthead does."""
        return line.words.note is None and line.words.index < self._first

    # -- blocks ----------------------------------------------------------------------------
    def _block(self, line: Line, block: Block, found: Found) -> None:
        index = line.words.index
        end = 0
        if found.label is not None and found.label.unit == index:
            self._relabel(line, block, found.label.start, found.label.end)
            end = found.label.end
        if found.text is None or found.text.unit != index:
            return
        home = _Home(
            path=block.path,
            kind=block.kind.value,
            place=block.place,
            label=block.label or "",
            whole=block.kind is Kind.HEADING,
        )
        start = max(found.text.start, end)
        self._words(line, start, found.text.end, home)
        self._continued(line, found.text.end)

    def _relabel(self, line: Line, block: Block, start: int, end: int) -> None:
        old = line.words.text[start:end]
        new = relabelled(old, block, self._source, self._target)
        if new != old:
            self._write(line.words.index, start, end, new)

    def _continued(self, line: Line, at: int) -> None:
        """Say "(continued)" behind the words of a line in the target's form."""
        found = _CONTINUED.match(line.words.text, at)
        known = self._source.masthead.continued
        if found and found[0].strip().casefold() in {one.casefold() for one in known}:
            new = self._target.masthead.continued[0]
            lead = " " if self._target.spaced else ""
            self._write(line.words.index, at, found.end(), lead + new)

    def _write(self, line: int, start: int, end: int, text: str) -> None:
        old = self._file.coded(line, start, end)
        target = with_codes(old, text, (self._source, self._target)).segment
        self._made.fixed.append(NewWords(line, start, end, target))

    # -- notes and strays ------------------------------------------------------------------
    def _note(self, line: Line) -> None:
        key = line.words.note
        path, number = self._notes.get(line.words.index, ("", ""))
        kind = "endnote" if key and key[0] else "footnote"
        home = _Home(path=path, kind="note", place=f"{kind} {number}".strip(), label=number)
        start, end = _trimmed(line.words.text)
        sign = line.words.text[start:end].partition("\t")[0]
        if number and sign == number and start + len(sign) < end:
            start, end = start + len(sign) + 1, end
        self._words(line, start, end, home)

    def _stray(self, line: Line) -> _Home:
        place = "text box" if line.words.boxed else f"paragraph {line.words.ordinal}"
        return _Home(path="", kind="text", place=place)

    # -- the masthead ----------------------------------------------------------------------
    def _masthead(self, line: Line) -> None:
        place = line.part or MASTHEAD
        home = _Home(path=MASTHEAD, kind=MASTHEAD, place=place, whole=True)
        for part in self._head.parts(line.words.text):
            if part.text is None:
                self._words(line, part.start, part.end, home)
            else:
                self._write(line.words.index, part.start, part.end, part.text)

    def _tell_language(self) -> None:
        for change in self._head.language_lines(self._file.lines):
            if isinstance(change, NewWords):
                self._made.fixed.append(change)
            else:
                self._made.before.append(change)

    # -- words -----------------------------------------------------------------------------
    def _words(self, line: Line, start: int, end: int, home: _Home) -> None:
        """Add the segments of ``start:end`` of a line."""
        index, text = line.words.index, line.words.text
        if start >= end:
            return
        spans = [(start, end)]
        if not home.whole:
            found = self._source.segment(text[start:end])
            spans = [(start + one.start, start + one.end) for one in found]
        group = _group(line)
        for number, span in enumerate(_unparted(spans, self._file.whole(index))):
            first, last = _trimmed(text, *span)
            if is_figures(text[first:last]):
                continue
            self._counts[group] += 1
            segment_id = f"{group}.{self._counts[group]}"
            self._made.slots[segment_id] = Slot(index, first, last)
            self._made.segments.append(
                DeskSegment(
                    id=segment_id,
                    group=group,
                    source=self._file.coded(index, first, last),
                    path=home.path,
                    kind=home.kind,
                    label="" if number else home.label,
                    place=home.place,
                )
            )


def relabelled(old: str, block: Block, source: Language, target: Language) -> str:
    """Return a printed label in the target's form; one without a form of its own stays."""
    number = block.number
    if number is None:
        annex = source.annex_number(old)
        return target.annex_label(annex[0]) if annex and annex[1] == len(old) else old
    if block.kind is Kind.RECOMMENDATION and source.recommendation_label(number) == old:
        return target.recommendation_label(number)
    if block.kind is not Kind.HEADING:
        return old
    annex = source.annex_number(old)
    if annex and annex[1] == len(old):
        return target.annex_label(annex[0])
    if source.chapter_label(number) == old:
        return target.chapter_label(number)
    return old


def _owners(document: Document, places: WordPlaces) -> Mapping[int, tuple[Block, Found]]:
    """Return the block that each paragraph belongs to."""
    owners: dict[int, tuple[Block, Found]] = {}
    for block in document.blocks:
        found = places.of(block.id)
        for unit in () if found is None else found.units:
            if found is not None:
                owners.setdefault(unit, (block, found))
    return owners


def _note_owners(document: Document, places: WordPlaces) -> Mapping[int, tuple[str, str]]:
    """Return path and number of the note that each paragraph of a note belongs to."""
    owners: dict[int, tuple[str, str]] = {}
    for block in document.blocks:
        for place, note in enumerate(block.notes):
            path = f"{block.path}/note {note.number}" if block.path else f"note {note.number}"
            for unit in places.note(block, place):
                owners.setdefault(unit, (path, note.number))
    return owners


def _cell(block: Block) -> _Home:
    return _Home(path=block.path, kind=block.kind.value, place=block.place)


def _group(line: Line) -> str:
    kind = {"header": "h", "footer": "h"}.get(line.part, "p")
    return f"{'n' if line.words.note else kind}{line.words.index}"


def _trimmed(text: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return a stretch without white space at its ends."""
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unparted(
    spans: Sequence[tuple[int, int]], whole: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield spans, those joined between which something must not be parted."""
    held: tuple[int, int] | None = None
    for one in spans:
        if held is not None and any(a < held[1] < b or a < one[0] < b for a, b in whole):
            held = (held[0], one[1])
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _in_context(segments: Sequence[DeskSegment]) -> list[DeskSegment]:
    """Return segments with the words of those beside them."""
    words = ["", *(one.source.text for one in segments), ""]
    return [
        replace(one, previous=words[at], following=words[at + 2]) for at, one in enumerate(segments)
    ]
