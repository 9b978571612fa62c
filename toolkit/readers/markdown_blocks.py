"""The block structure of Markdown: headings, lists, tables, notes and paragraphs by their lines.

Labels are text here. A Markdown library would make lists of them and count anew; what an author
typed as "24." must stay 24.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from toolkit.readers.inline import ATTRIBUTES
from toolkit.readers.markdown_tables import drawn_table


class Sort(StrEnum):
    """What the mark-up of a block says it is."""

    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    TEXT = "text"


@dataclass(slots=True)
class Source:
    """A block as written: ``lines`` without block mark-up, ``line`` where it begins (from 1)."""

    sort: Sort
    line: int
    lines: list[str] = field(default_factory=list)
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Outlined:
    """The blocks of a file, and the words and lines of its footnotes by their marks.

    ``attributes`` are the braces left out behind headings and in the frames of divisions, each
    with its line.
    """

    blocks: tuple[Source, ...]
    notes: dict[str, tuple[str, int]]
    attributes: tuple[tuple[int, str], ...]


_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_RULE: Final = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}([=-])\1{2,}[ \t]*$")
_DIVISION: Final = r":{3,}(?:[ \t]*\{[^}\n]{0,500}\}|[ \t]+[\w-]{1,80})?[ \t]*:*"
FRAME: Final = rf"^ {{0,3}}(?:(?:`{{3,}}|~{{3,}})[ \t]*[^`~\n]{{0,80}}|{_DIVISION})[ \t]*$"
"""A line that only frames others: a fence of code, a division of Pandoc's."""
_FRAME: Final = re.compile(FRAME, re.MULTILINE)
BRACES: Final = re.compile(r"\{[^}\n]{0,500}\}")
"""What a frame says of the looks of what it frames."""
_BEHIND: Final = re.compile(rf"(?<![^ \t])(?P<braces>{ATTRIBUTES})[ \t]*$")
_BREAK: Final = re.compile(r"(\r\n?|\n|\f)")
_MOST_UNDERLINED: Final = 4
_MOST_VAIN: Final = 100
_BULLET: Final = re.compile(r"([ \t]*)([-*+•])[ \t]+(\S.*)$")
_NOTE: Final = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$")
_DELIMITER: Final = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*(?:\||$))+[ \t]*$")
_NUMBERED: Final = re.compile(r"\s{0,9}\d{1,4}[.)]\s")
_LABELLED: Final = re.compile(
    r"(?:[\[(（]?\w{1,6}[)）]|\w{1,4}[.．])(?:\s|[^\x00-\x7f]|$)|\*\*[(（]"
)


def outline(text: str) -> Outlined:
    """Return the blocks of a Markdown text; comments and rules are mark-up and go."""
    parser = _Parser(without_comments(text).split("\n"))
    parser.run()
    return Outlined(tuple(parser.blocks), parser.notes, tuple(parser.attributes))


def without_comments(text: str) -> str:
    """Blank every comment but its line breaks; one that is never closed is text."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += (text[at:start], "\n" * text.count("\n", start, end))
        at = end + len("-->")
    return "".join((*kept, text[at:]))


def without_looks(text: str) -> str:
    """Return a text of the same length, blank where lines frame others or headings have braces."""
    pieces = [*_BREAK.split(text), "", ""]  # lines, and between them what ends them
    for at in range(0, len(pieces) - 2, 2):
        line = pieces[at]
        if _FRAME.match(line):
            pieces[at] = " " * len(line)
        elif _HEADING.match(line) or _UNDERLINE.match(pieces[at + 2]):
            pieces[at] = _BEHIND.sub(lambda found: " " * len(found[0]), line)
    return "".join(pieces)


class _Parser:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.blocks: list[Source] = []
        self.notes: dict[str, tuple[str, int]] = {}
        self.attributes: list[tuple[int, str]] = []
        self.open: Source | None = None
        self.vain = 0  # tables that were looked for and are none
        self.indent = 0  # of the line above

    def run(self) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at].rstrip("\r")
            if self._drawn() or self._underlined(line) or self._parts(line):
                self.open = None
            elif not (self._note(line) or self._heading(line) or self._table(line)):
                self._text(line)
            self.at += 1

    def _parts(self, line: str) -> bool:
        """Return whether a line only parts or frames what stands around it."""
        framed = _FRAME.match(line)
        if framed is not None and (braces := BRACES.search(line)):
            self.attributes.append((self.at + 1, braces[0]))
        return not line.strip() or framed is not None or _RULE.match(line) is not None

    def _bare(self, words: str, line: int) -> str:
        """Return a heading's words without the braces behind them."""
        found = _BEHIND.search(words)
        if found is None:
            return words
        self.attributes.append((line, found["braces"]))
        return words[: found.start()].rstrip()

    def _drawn(self) -> bool:
        found = drawn_table(self.lines, self.at) if self.vain < _MOST_VAIN else None
        if found is None or not found.rows:
            self.vain += found is not None
            return False
        self.open = None
        self.blocks.append(Source(Sort.TABLE, self.at + 1, found.rows))
        self.at += found.taken - 1
        return True

    def _underlined(self, line: str) -> bool:
        """Make a heading of the line above a row of = or -, or of a few lines above a row of =."""
        found = _UNDERLINE.match(line)
        head = self.open
        if found is None or head is None or head.sort is not Sort.TEXT:
            return False
        if len(head.lines) > (_MOST_UNDERLINED if found[1] == "=" else 1):
            return False
        head.lines = [self._bare(" ".join(head.lines), head.line)]
        head.sort, head.depth = Sort.HEADING, 1 if found[1] == "=" else 2
        return True

    def _note(self, line: str) -> bool:
        found = _NOTE.match(line)
        if found is None:
            return False
        start, words = self.at, [found[2]]
        while self.at + 1 < len(self.lines) and self._belongs_to_note():
            self.at += 1
            words.append(self.lines[self.at].strip())
        self.notes.setdefault(found[1], (" ".join(filter(None, words)), start + 1))
        self.open = None
        return True

    def _belongs_to_note(self) -> bool:
        """Return whether the next line goes on with a note, in a paragraph of its own perhaps."""
        below = self.lines[self.at + 1 : self.at + 3]
        if not below[0].strip():
            return len(below) > 1 and re.match(r" {4}\s*\S|\t\s*\S", below[1]) is not None
        return below[0][:1] in " \t" and not _NOTE.match(below[0])

    def _heading(self, line: str) -> bool:
        found = _HEADING.match(line)
        if found is None:
            return False
        words = self._bare((found[2] or "").strip(), self.at + 1)
        closed = words.rstrip("#")
        if closed != words and (not closed or closed[-1] in " \t"):
            words = closed.strip()
        if words:
            self.blocks.append(Source(Sort.HEADING, self.at + 1, [words], len(found[1])))
        self.open = None
        return True

    def _table(self, line: str) -> bool:
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if "|" not in line or not _DELIMITER.match(following):
            return False
        table = Source(Sort.TABLE, self.at + 1, [line])
        self.at += 1
        while self.at + 1 < len(self.lines) and "|" in self.lines[self.at + 1]:
            self.at += 1
            table.lines.append(self.lines[self.at])
        self.blocks.append(table)
        self.open = None
        return True

    def _text(self, line: str) -> None:
        found = _BULLET.match(line)
        if found is not None:
            self._bullet(found)
            return
        line = re.sub(r"^ {0,3}> ?", "", line)
        indent = len(line) - len(line.lstrip())
        if self.open is None or (indent < self.indent and _NUMBERED.match(line)):
            self.open = Source(Sort.TEXT, self.at + 1)
            self.blocks.append(self.open)
        self.indent = indent
        self.open.lines.append(line.strip().removesuffix("\\"))

    def _bullet(self, found: re.Match[str]) -> None:
        depth = len(found[1].expandtabs(4)) // 2 + 1
        words = found[3].strip()
        if not _LABELLED.match(words):
            words = f"{found[2].replace('+', '-')} {words}"
        self.indent = len(found[1]) + 2
        self.open = Source(Sort.ITEM, self.at + 1, [words], depth)
        self.blocks.append(self.open)
