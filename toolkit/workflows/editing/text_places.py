"""The blocks of a document read from Markdown or plain text, found again among its lines."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.model import Block, Document, Kind
from toolkit.readers.inline import printed_number, signs
from toolkit.readers.markdown_blocks import without_looks
from toolkit.workflows.editing.locating import Found, Text, place_blanks

_BREAKS: Final = {
    "markdown": re.compile(r"\r\n?|\n|\f"),
    "text": re.compile(r"\r\n?|[\n\f\v\u2028\u2029\u0085]"),
}
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTE: Final = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:", re.MULTILINE)
_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\ufffd")
_MARKUP: Final = frozenset("*_`#>|-+=~\\:.：．—–•")  # may stand in the file and not in the text
_AHEAD: Final = 4000  # signs of page furniture that may stand in the middle of a paragraph
_SURE: Final = 8  # signs that must agree to go on behind furniture


@dataclass(frozen=True, slots=True)
class _Stream:
    """The signs of a file that are no white space, and from where to where each is written."""

    signs: str
    starts: Sequence[int]
    ends: Sequence[int]


class TextPlaces:
    """Leads from blocks to stretches of a text file; the whole file is unit 0."""

    def __init__(self, document: Document, source: str) -> None:
        """Find every block by the line it begins on; one that cannot be followed is left out."""
        self.source = source
        self._lines = _line_starts(source, document.origin.format)
        self._stream = _stream(source, markdown=document.origin.format == "markdown")
        self._marks = {found.start(): found.end() for found in _NOTE.finditer(source)}
        self._definitions = list(self._marks.values())
        self._numbered = self._by_number(source)
        self._turns = dict(self._take_turns(document))
        self._found: dict[str, Found] = {}
        for block in document.blocks:
            found = self._block(block)
            if found is not None:
                self._found[block.id] = found

    def of(self, block_id: str) -> Found | None:
        """Return where a block stands, None where it was not found."""
        return self._found.get(block_id)

    def note(self, block: Block, place: int) -> Text | None:
        """Return where the words of the note at a place among a block's notes stand.

        Of several with one number and the same words the first note has the first.
        """
        note = block.notes[place]
        own = self._numbered.get(note.number, self._definitions)
        every = (self._follow(note.text, self._sign_at(at)) for at in own)
        found = [one[0] for one in every if one and not self._between(one[0]).strip("*_`")]
        turn = self._turns[block.id, place]
        return found[min(turn, len(found) - 1)] if found else None

    def _take_turns(self, document: Document) -> Iterator[tuple[tuple[str, int], int]]:
        """Yield for each note how many before it have its number and its words."""
        seen = Counter[tuple[str, str]]()
        for block in document.blocks:
            for place, note in enumerate(block.notes):
                yield (block.id, place), seen[note.number, note.text]
                seen[note.number, note.text] += 1

    def _by_number(self, source: str) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for one in _NOTE.finditer(source):
            found.setdefault(printed_number(one[1]), []).append(one.end())
        return found

    def _between(self, text: Text) -> str:
        at = bisect_right(self._definitions, text.start)
        return self.source[self._definitions[at - 1] : text.start].strip() if at else ""

    def cell(self, block: Block, row: int, column: int) -> Text | None:
        """Return where the words of a cell of a table stand."""
        found = self._found.get(block.id)
        if found is None or found.text is None:
            return None
        at = self._sign_at(found.text.start)
        for number, cells in enumerate(block.rows):
            for place, words in enumerate(cells):
                step = self._follow(words, at) if words else None
                if (number, place) == (row, column):
                    return None if step is None else step[0]
                at = at if step is None else step[1]
        return None

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._lines[max(bisect_right(self._lines, offset) - 1, 0)]

    def definitions(self) -> Sequence[int]:
        """Return where the lines of footnotes begin."""
        return [self.line_start(at - 1) for at in self._definitions]

    # -- finding ---------------------------------------------------------------------------
    def _block(self, block: Block) -> Found | None:
        word, _, number = block.place.partition(" ")
        if word != "line" or not number.isdecimal() or int(number) > len(self._lines):
            return None
        line = self._lines[int(number) - 1]
        # A note that nothing refers to is a block of its own, labelled with what its mark holds.
        mark = self._marks.get(line) if block.kind is Kind.FOOTNOTE else None
        at = self._sign_at(line if mark is None else mark)
        label: Text | None = None
        if block.label and mark is None:
            step = self._follow(block.label, at)
            if step is None:
                return None
            label, at = step
        words = "".join("".join(row) for row in block.rows) if block.rows else block.text
        if not words:
            return None if label is None else Found(label, None, [0])
        step = self._follow(words, at)
        if step is None:
            return None
        return Found(label, step[0], [0])

    def _sign_at(self, offset: int) -> int:
        return bisect_left(self._stream.starts, offset)

    def _follow(self, words: str, at: int) -> tuple[Text, int] | None:
        """Follow a text from a sign on; return where it stands and the sign behind it."""
        stream = self._stream.signs
        wanted = [
            place for place, sign in enumerate(words) if not sign.isspace() and sign not in _NOTHING
        ]
        offsets: list[int | None] = [None] * len(words)
        for step, place in enumerate(wanted):
            sign = words[place]
            while at < len(stream) and stream[at] != sign and stream[at] in _MARKUP:
                at += 1
            if at >= len(stream) or stream[at] != sign:
                ahead = "".join(words[one] for one in wanted[step : step + _SURE])
                at = stream.find(ahead, at, at + _AHEAD) if step else -1
                if at < 0:
                    return None
            offsets[place] = self._stream.starts[at]
            at += 1
        if not wanted:
            return None
        place_blanks(offsets, words, self.source)
        first = offsets[wanted[0]] or 0
        return Text(0, first, self._stream.ends[at - 1], tuple(offsets)), at


def _line_starts(source: str, form: str) -> list[int]:
    breaks = _BREAKS.get(form, _BREAKS["text"])
    return [0, *(found.end() for found in breaks.finditer(source))]


def _stream(source: str, *, markdown: bool) -> _Stream:
    if markdown:
        blank = without_looks(_COMMENT.sub(lambda found: " " * len(found[0]), source))
        every = list(signs(blank))
    else:
        every = [(sign, at, at + 1) for at, sign in enumerate(source)]
    kept = [one for one in every if not one[0].isspace() and one[0] not in _NOTHING]
    return _Stream(
        "".join(one[0] for one in kept), [one[1] for one in kept], [one[2] for one in kept]
    )
