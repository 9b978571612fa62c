"""Markdown: our own dialect, and what converters make of a report."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import unescape
from types import MappingProxyType
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.model import MarkKind, Note, Origin
from toolkit.readers.decoding import decode
from toolkit.readers.inline import TAG, Inline, read_inline
from toolkit.readers.markdown_blocks import BRACES, FRAME, Sort, Source, outline, without_comments
from toolkit.readers.markdown_tables import TABLE_TAG
from toolkit.readers.reader import Reader, ReadOptions, ReadResult
from toolkit.structure import Mending, build, repairs
from toolkit.structure.para import Para, Role

_SIGNS: Final = re.compile(
    r"(?m)^ {0,3}#{1,6} \S|\*\*\S[^\n]*?\*\*|^ {0,3}[-*+] \S|\[\^[^\]\s]{1,40}\]"
    r"|\]\([^)\s]{0,500}\)|^ {0,3}\|.*\|\s*$"
)


_UNSPOKEN: Final = re.compile(rf"\[\^[^\]\n]{{1,40}}\]:?|{TAG}|{TABLE_TAG}", re.IGNORECASE)
_FRAMES: Final = re.compile(FRAME, re.MULTILINE)
# What programs say of a file above its text: lines of a name and a value between two rules. A
# heading between two rules is none of it.
_FRONT_NAME: Final = r"[\w-]{1,40}:(?:[ \t][^\n]{0,999})?\n"
_FRONT_MORE: Final = r"(?:(?:[ \t]|- )[^\n]{0,999})?\n"
_FRONT: Final = re.compile(
    rf"\A-{{3}}[ \t]*\n(?P<lines>{_FRONT_NAME}(?:{_FRONT_NAME}|{_FRONT_MORE}){{0,98}}?)"
    r"(?:-{3}|\.{3})[ \t]*(?:\n|\Z)"
)


class MarkdownReader(Reader):
    """Reads Markdown."""

    name = "markdown"
    suffixes = (".md", ".markdown")

    def recognises(self, data: bytes) -> bool:
        """Return whether the text has signs of Markdown in it: #, **, list bullets, [^1], links."""
        decoded = decode(data)
        return decoded is not None and _SIGNS.search(decoded.text[:200_000]) is not None

    def read(self, data: bytes, path: str, options: ReadOptions) -> ReadResult:
        """Read Markdown; findings tell repairs and note marks without notes."""
        decoded = decode(data)
        if decoded is None:
            raise InputError(f"{path} is not a text file; save it as UTF-8 text.")
        text = re.sub(r"\r\n?|\f", "\n", decoded.text)
        if not text.strip():
            raise InputError(f"{path} is empty.")
        findings: list[Finding] = list(decoded.findings(path))
        front = _FRONT.match(text)
        if front is not None:
            text = "\n" * front[0].count("\n") + text[front.end() :]
            findings += _front_told(front["lines"], path)
        paras = list(_paras(text, path, findings))
        if not paras:
            raise InputError(f"{path} holds no words, only comments or rules.")
        origin = Origin(path=path, format=self.name, sha256=sha256(data).hexdigest())
        document, told = build(
            paras,
            origin=origin,
            options_profile=options.profile,
            language=options.language,
            mending=Mending(),
            variables=_variables(front["lines"]) if front is not None else None,
        )
        return ReadResult(document, (*findings, *told))

    def visible(self, data: bytes, path: str, options: ReadOptions) -> str:  # noqa: ARG002
        """Return the text without note marks, HTML comments and character references.

        Attributes in braces are in it: a finding tells of each that is left out.
        """
        decoded = decode(data)
        if decoded is None:
            raise InputError(f"{path} is not a text file; save it as UTF-8 text.")
        plain = re.sub(r"\r\n?", "\n", without_comments(decoded.text))
        plain = _FRAMES.sub(lambda frame: " ".join(BRACES.findall(frame[0])), plain)
        return unescape(_UNSPOKEN.sub(" ", plain))


# The names that editors' programs give to what document variables of Word say.
_VARIABLES: Final = MappingProxyType(
    {"title": "Title1", "subtitle": "Title2", "symbol": "Symbol1", "session": "Session1"}
)


def _front_told(lines: str, path: str) -> Iterator[Finding]:
    """Yield each line above the text, which is left out."""
    for at, line in enumerate(lines.split("\n"), 2):
        if line.strip():
            para = Para(text=line.strip(), place=f"line {at}")
            yield repairs.FRONT_MATTER.at(para, path, text=" ".join(line.split()))


def _variables(lines: str) -> dict[str, str]:
    """Return what the lines above the text say of the masthead, as document variables."""
    pairs = (line.partition(":") for line in lines.split("\n"))
    return {
        _VARIABLES[name.strip().lower()]: value.strip().strip("\"'")
        for name, _, value in pairs
        if name.strip().lower() in _VARIABLES
    }


def _paras(text: str, path: str, findings: list[Finding]) -> Iterator[Para]:
    """Yield the paragraphs, and the notes that nothing points to where they are written."""
    outlined = outline(text)
    left_out = list(outlined.attributes)
    notes: dict[str, str] = {}
    for number, (written, line) in outlined.notes.items():
        note = read_inline(written, {})
        notes[number] = note.text
        left_out += ((line, braces) for braces in note.attributes)
    used: set[str] = set()
    placed: list[tuple[int, Para]] = []
    for block in outlined.blocks:
        para, inlines = _table(block, notes) if block.sort is Sort.TABLE else _para(block, notes)
        used.update(number for one in inlines for number in one.used)
        for number in (number for one in inlines for number in one.missing):
            findings.append(repairs.LOST_NOTE.at(para, path, number=number))
        left_out += ((block.line, braces) for one in inlines for braces in one.attributes)
        placed.append((block.line, para))
    findings += _attributes_told(left_out, path)
    for number in notes.keys() - used:
        line = outlined.notes[number][1]
        words = Para(text=notes[number], label=number, role=Role.FOOTNOTE, place=f"line {line}")
        placed.append((line, words))
    for _, para in sorted(placed, key=lambda one: one[0]):
        yield para


def _attributes_told(left_out: list[tuple[int, str]], path: str) -> Iterator[Finding]:
    """Yield what braces were left out, each once with its number, at the first of them."""
    lines: dict[str, list[int]] = {}
    for line, braces in sorted(left_out, key=lambda one: one[0]):
        lines.setdefault(braces, []).append(line)
    for braces, found in lines.items():
        para = Para(text=braces, place=f"line {found[0]}")
        yield repairs.ATTRIBUTES.at(para, path, text=braces, count=len(found))


def _para(block: Source, notes: dict[str, str]) -> tuple[Para, list[Inline]]:
    inline = read_inline("\n".join(block.lines), notes)
    whole = tuple(mark for mark in inline.marks if not _covers(mark.start, mark.end, inline.text))
    bold = any(
        mark.kind is MarkKind.BOLD and _covers(mark.start, mark.end, inline.text)
        for mark in inline.marks
    )
    heading = block.sort is Sort.HEADING
    roles = {Sort.HEADING: Role.HEADING, Sort.ITEM: Role.ITEM}
    para = Para(
        text=inline.text,
        label="" if inline.literal else None,
        role=roles.get(block.sort),
        depth=block.depth if heading else None,
        bold=bold,
        notes=inline.notes,
        marks=whole if heading or (bold and not inline.literal) else inline.marks,
        place=f"line {block.line}",
    )
    return para, [inline]


def _covers(start: int, end: int, text: str) -> bool:
    return not text[:start].strip() and not text[end:].strip()


def _table(block: Source, notes: dict[str, str]) -> tuple[Para, list[Inline]]:
    """Read a pipe table; the notes of its cells stand at the end of its text."""
    read = [[read_inline(cell.strip(), notes) for cell in _cells(line)] for line in block.lines]
    rows = tuple(tuple(cell.text.strip() for cell in row) for row in read)
    inlines = [cell for row in read for cell in row]
    found: list[Note] = []
    at = 0
    for cell in inlines:
        found.extend(replace(note, at=note.at + at) for note in cell.notes)
        at += len(cell.text) + 1  # a tab or a line break stands between cells
    place = f"line {block.line}"
    para = Para(text="", role=Role.TABLE, rows=rows, notes=tuple(found), place=place)
    return para, inlines


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return re.split(r"(?<!\\)\|", inner)


READER = MarkdownReader()
