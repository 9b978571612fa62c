"""Mark-up inside a line of Markdown: words on one side, marks and notes on the other.

Written for Chinese as for English: CommonMark refuses ``**(a)**在`` because no space or
punctuation follows the second pair of stars, and so do the libraries that keep to it. Here a pair
is a pair.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from toolkit.model import Mark, MarkKind, Note

TAG: Final = (
    r"</?(?:b|i|u|s|em|strong|sup|sub|span|a|div|p|font|br|hr|img|small|big|mark|ins|center|details"
    r"|summary|section|article|blockquote|pre|code|ul|ol|li|dl|dt|dd|h[1-6])"
    r"(?: [^<>=\n]{0,200}=[^<>\n]{0,500}| open)? ?/?>"
)
"""Mark-up of HTML that converters leave in Markdown, with whatever it has in its brackets."""
_VALUE: Final = r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s{}\"'=]{1,80})"
_ATTRIBUTE: Final = rf"(?:[#.][\w:.-]{{1,80}}|-|=\w{{1,40}}|[\w:-]{{1,40}}={_VALUE})"
ATTRIBUTES: Final = rf"\{{[ \t]?{_ATTRIBUTE}(?:[ \t]{{1,9}}{_ATTRIBUTE}){{0,20}}[ \t]?\}}"
"""What Pandoc says of the looks of words, in braces behind them: "[words]{.underline}".

Braces behind anything but brackets, a link, an address, code, or a heading are words.
"""
# "10^th^", "Ca^2+^"; no more than letters and figures, for "1~3、5~7" are two ranges.
_SHIFTED: Final = r"(?:[A-Za-z\d]{1,20}|\d?[+-])"
_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|&(?P<entity>#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});"
    r"|\[\^(?P<note>[^\]\s]{1,40})\]"
    rf"|\^(?P<raised>{_SHIFTED})\^|(?<!~)~(?P<lowered>{_SHIFTED})~(?!~)"
    r"|(?:"
    r"(?P<ticks>`{1,3})(?P<code>[^`\n]+)(?P=ticks)(?!`)"
    rf"|\[(?P<spanned>[^\[\]\n]{{0,2000}})\](?={ATTRIBUTES})"
    r"|!?\[(?P<words>[^\[\]\n]{0,2000})\]"
    r"\((?P<target>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?: \"[^\"\n]*\")?\)"
    r"|<(?P<auto>https?://[^<>\s]{1,2000})>"
    rf")(?P<attributes>{ATTRIBUTES})?"
    rf"|(?P<tag>{TAG})"
    r"|(?P<run>\*{1,3}|_{1,3})",
    re.IGNORECASE,
)
_OPEN_AT_MOST: Final = 50  # delimiters that wait for their pair; each closing one looks at all
_BARCODE: Final = re.compile(r"(?m)^[ \t]*\*\d{7}\*[ \t]*$")


@dataclass(frozen=True, slots=True)
class Inline:
    """Plain words, with what stood in them.

    ``marks`` and ``notes`` are as the model has them; ``used`` are the note marks as written, and
    ``missing`` those among the written that have no note.
    ``literal`` is true when the first sign is written by its number: the words carry no label.
    ``attributes`` are the braces left out behind words, as written.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    used: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    literal: bool = False
    attributes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pen:
    """What was written so far; a delimiter stays a piece of its own until its pair is found."""

    pieces: list[str] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    spans: list[tuple[MarkKind, int, int, str]] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        if text:
            self.pieces.append(text)

    def last(self) -> str:
        return self.pieces[-1][-1:] if self.pieces else ""


def read_inline(source: str, notes: Mapping[str, str]) -> Inline:
    """Return what ``source`` says, with ``notes`` for the note marks in it. Linear."""
    pen = _Pen()
    at = 0
    barcodes = {found.start() + found[0].index("*"): found for found in _BARCODE.finditer(source)}
    while at < len(source):
        found = _TOKEN.search(source, at)
        if found is None:
            break
        pen.write(source[at : found.start()])
        barcode = barcodes.get(found.start())
        if barcode is not None:
            pen.write(barcode[0].strip())
            at = barcode.end()
            continue
        at = _token(pen, found, source)
    pen.write(source[at:])
    return _finished(pen, notes, literal=_LITERAL.match(source) is not None)


# Our writer's way to say that words which look like a label are none.
_LITERAL: Final = re.compile(r"\s*&#\d{1,7};")


def _token(pen: _Pen, found: re.Match[str], source: str) -> int:
    if found["run"]:
        _run(pen, found, source)
    elif found["note"]:
        pen.notes.append((found["note"], len(pen.pieces)))
    elif found["words"] is not None:
        _link(pen, found)
    elif found["entity"]:
        pen.write(html.unescape(found[0]))
    elif found["tag"]:
        pen.write("\n" if found["tag"].lower().startswith("<br") else "")
    elif found["spanned"]:
        pen.write(_bare(found["spanned"]))
    else:
        pen.write(found["raised"] or found["lowered"] or "")
        pen.write(found["escaped"] or found["code"] or found["auto"] or "")
    if found["attributes"]:
        pen.attributes.append(found["attributes"])
    return found.end()


def _link(pen: _Pen, found: re.Match[str]) -> None:
    start = len(pen.pieces)
    pen.write(_bare(found["words"]))
    if len(pen.pieces) > start:
        pen.spans.append((MarkKind.LINK, start, len(pen.pieces), found["target"]))


def _bare(words: str) -> str:
    """Return words in brackets without escapes and bold's stars."""
    return re.sub(r"\\([!-/:-@\[-`{-~])|[*_]{2}", r"\1", words)


def _run(pen: _Pen, found: re.Match[str], source: str) -> None:
    """Open or close bold and italic; what fits neither is written as it stands."""
    left = len(found["run"])
    sign = found["run"][0]
    after = source[found.end() : found.end() + 1]
    before = source[found.start() - 1 : found.start()] if found.start() else ""
    word = sign == "_"
    closes = bool(before) and not before.isspace() and not (word and after.isalnum())
    opens = bool(after) and not after.isspace() and not (word and before.isalnum())
    while left:
        top = next((one for one in reversed(pen.opened) if one[0][0] == sign), None)
        if closes and top is not None and len(top[0]) <= left:
            _close(pen, top)
            left -= len(top[0])
            continue
        size = min(left, 2)
        if opens:
            pen.opened.append((sign * size, len(pen.pieces)))
            del pen.opened[:-_OPEN_AT_MOST]
        pen.pieces.append(sign * size)
        left -= size


def _close(pen: _Pen, top: tuple[str, int]) -> None:
    place = pen.opened.index(top)
    del pen.opened[place:]
    delimiter, start = top
    pen.pieces[start] = ""
    kind = MarkKind.BOLD if len(delimiter) == 2 else MarkKind.ITALIC
    pen.spans.append((kind, start, len(pen.pieces), ""))


def _finished(pen: _Pen, known: Mapping[str, str], *, literal: bool) -> Inline:
    places = [0]
    for piece in pen.pieces:
        places.append(places[-1] + len(piece))
    text = "".join(pen.pieces)
    marks = [
        Mark(kind=kind, start=places[start], end=places[end], target=target)
        for kind, start, end, target in pen.spans
    ]
    notes = tuple(
        Note(number=printed_number(number), at=places[at], text=known[number])
        for number, at in pen.notes
        if number in known
    )
    used = tuple(number for number, _ in pen.notes if number in known)
    missing = tuple(number for number, _ in pen.notes if number not in known)
    ordered = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, m.end, m.kind))
    left_out = tuple(pen.attributes)
    return Inline(text, tuple(ordered), notes, used, missing, literal, left_out)


def printed_number(number: str) -> str:
    """Return a note's number without the turn that tells it from another of the same number."""
    return re.sub(r"(?<=[^-])-\d+$", "", number)


def signs(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield every sign that ``source`` may show, and from where to where it is written.

    Delimiters, of which only the whole paragraph tells whether they are shown, are among them;
    note marks, tags and the targets of links are not.
    """
    at = 0
    while at < len(source):
        found = _TOKEN.search(source, at)
        end = len(source) if found is None else found.start()
        yield from ((source[place], place, place + 1) for place in range(at, end))
        if found is None:
            return
        at = found.end()
        yield from _shown(found)


_SHOWN: Final = ("escaped", "code", "spanned", "raised", "lowered", "words", "auto", "run")


def _shown(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    for group in _SHOWN:
        if found[group]:
            yield from _plainly(found[group], found.start(group))
    if found["entity"]:
        for sign in html.unescape(found[0]):
            yield sign, found.start(), found.end()


def _plainly(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    return ((sign, start + at, start + at + 1) for at, sign in enumerate(text))
