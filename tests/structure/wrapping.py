"""Text as it comes out of a paginated file: wrapped lines, pages, running heads, notes at feet."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.model import Block, Document, Kind, Masthead, Note

WIDTH = 78
LINES = 46
_NEVER_FIRST = "，。；：、）》”’！？"
COMMON = {"port", "check", "water", "with", "over", "under", "inter", "some", "lock"}
_UNDER = "_" * 14


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


@dataclass
class Line:
    text: str
    notes: list[Note] = field(default_factory=list)


def wrapped(document: Document, *, hyphenate: bool = True) -> str:
    """Return a document as wrapped text on pages."""
    lines = [*_head(document), *_body(document, hyphenate)]
    return "".join(_pages(lines, document.masthead))


def _head(document: Document) -> Iterator[Line]:
    masthead = document.masthead
    day = [int(part) for part in (masthead.date or "2030-01-01").split("-")]
    yield Line(f"{'United Nations':<50}{masthead.symbol or ''}")
    yield Line("")
    for line in _wrap(masthead.organ or "", document.language, 40, hyphenate=False):
        yield Line(f"    {line}")
    yield Line("")
    yield Line(f"{'':<50}Distr.: {masthead.distribution}")
    yield Line(f"{'':<50}{day[2]} {calendar.month_name[day[1]]} {day[0]}")
    if masthead.language:
        yield Line(f"{'':<50}{masthead.language}")
    yield Line(f"{'':<50}Original: {masthead.original}")
    yield Line("")
    for one in (masthead.body, masthead.session, masthead.venue, masthead.agenda_item):
        if one:
            yield Line(one)
    yield Line("")
    for one in (masthead.title, masthead.subtitle):
        for line in _wrap(one or "", document.language, 60, hyphenate=False):
            yield Line(f"     {line}")
        yield Line("")


def _body(document: Document, hyphenate: bool) -> Iterator[Line]:
    continued = {"en": " (continued)", "zh": "（续）"}[document.language]
    for block in document.blocks:
        text = block.text + (continued if block.continued else "")
        if block.kind is Kind.TABLE:
            yield from _table(block)
        elif block.kind is Kind.HEADING:
            label = f"{block.label:<4} " if block.label else ""
            if block.path.startswith("annex") and block.level == 1:
                yield Line(f"{'':>30}{block.label}")
                yield Line("")
                label = ""
            width = WIDTH - 18
            for at, line in enumerate(_wrap(label + text, document.language, width, hyphenate)):
                yield Line(("     " if at == 0 or not label else "          ") + line)
        elif block.kind is Kind.RECOMMENDATION:
            yield Line(f"     {block.label}")
            yield Line("")
            yield from _flow(block, "", document.language, hyphenate)
        else:
            indent = "     " * (block.level or 0)
            label = f"{block.label:<4} " if block.label else ""
            yield from _flow(block, indent + label, document.language, hyphenate)
        yield Line("")


def _flow(block: Block, before: str, language: str, hyphenate: bool) -> Iterator[Line]:
    """Wrap a block; a note's mark is a figure right behind its word."""
    marks = {chr(0xE000 + at): note for at, note in enumerate(block.notes)}
    text = block.text
    for sign, note in reversed(marks.items()):
        text = text[: note.at] + sign + text[note.at :]
    for line in _wrap(before + text, language, WIDTH, hyphenate):
        notes = [marks[sign] for sign in line if sign in marks]
        for sign, note in marks.items():
            line = line.replace(sign, note.number)
        yield Line(line, notes)


def _table(block: Block) -> Iterator[Line]:
    widths = [max(columns(cell) for cell in column) + 4 for column in zip(*block.rows, strict=True)]
    signs = {}
    for note in block.notes:
        signs[note.at] = note
    at = 0
    for row in block.rows:
        shown, notes = "", []
        for cell, width in zip(row, widths, strict=True):
            text = cell
            for place in sorted(signs, reverse=True):
                if at <= place <= at + len(cell):
                    text = text[: place - at] + signs[place].number + text[place - at :]
                    notes.append(signs[place])
            at += len(cell) + 1
            shown += text + " " * max(2, width - columns(text))
        yield Line(shown.rstrip(), notes)


def _wrap(text: str, language: str, width: int, hyphenate: bool) -> Iterator[str]:
    line = ""
    words = set(re.findall(r"[a-z]+", text.lower()))
    for word in _words(text, language):
        if (
            columns(line + word.rstrip()) <= width
            or word[0] in _NEVER_FIRST
            or "\ue000" <= word[0] < "\uf000"
        ):
            line += word
            continue
        room = width - columns(line) - 1
        if hyphenate and _can_part(word.strip(), room, words):
            yield line + word[:room] + "-"
            word = word[room:]
        else:
            yield line.rstrip()
        line = word
    if line.strip():
        yield line.rstrip()


def _can_part(word: str, room: int, words: set[str]) -> bool:
    """Return whether a hyphen would part a word in halves that are none themselves."""
    fits = word.isascii() and word.isalpha() and word.islower() and 4 <= room < len(word) - 4
    return fits and word[:room] not in (words | COMMON)


def _words(text: str, language: str) -> Iterator[str]:
    """Yield what a line may break behind: words with their space; in Chinese each sign."""
    word = ""
    for sign in text:
        han = unicodedata.east_asian_width(sign) in "WF" and language == "zh"
        if han and word and not word[-1].isspace():
            yield word
            word = ""
        word += sign
        if sign == " " or han:
            yield word
            word = ""
    if word:
        yield word


def _pages(lines: list[Line], masthead: Masthead) -> Iterator[str]:
    """Set lines on pages: a running head, the notes at the foot, job number and page."""
    page: list[Line] = []
    number = 1
    total = len(lines) // LINES + 2
    for line in lines:
        if len(page) + 2 * sum(len(one.notes) + 1 for one in page if one.notes) >= LINES:
            yield _page(page, number, total, masthead)
            page, number = [], number + 1
        page.append(line)
    yield _page(page, number, total, masthead)


def _page(page: list[Line], number: int, total: int, masthead: Masthead) -> str:
    shown = [f"{masthead.symbol}", "", ""] if number > 1 else []
    shown += [line.text for line in page]
    notes = [note for line in page for note in line.notes]
    if notes:
        shown += ["", _UNDER]
    for note in notes:
        language = "en" if note.text.isascii() or "a" in note.text else "zh"
        shown += [
            ("" if at == 0 else "   ") + line
            for at, line in enumerate(
                _wrap(f" {note.number}  {note.text}", language, WIDTH, hyphenate=False)
            )
        ]
    job = f"V.{masthead.job_number[2:]}" if masthead.job_number else ""
    if number == 1 and masthead.job_number:
        shown += ["", f"{job} ({masthead.job_letter})    {'    '.join(masthead.stamps)}", "",
                  f"*{masthead.barcode}*"]  # fmt: skip
    else:
        left, right = (f"{number}/{total}", job) if number % 2 == 0 else (job, f"{number}/{total}")
        shown += ["", f"{left}{right:>70}"]
    return "\n".join(shown) + "\n\f"
