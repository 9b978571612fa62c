"""Word files: from the paragraphs Word has to paragraphs whose meaning ``structure`` decides."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from toolkit.diagnostics import Finding
from toolkit.languages import codes
from toolkit.model import Mark, MarkKind, Merged, Note, Origin
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.document import WordFile, read_word, word_of
from toolkit.ooxml.package import Relationship, is_word
from toolkit.ooxml.records import LANGUAGE_VARIABLE, Item, Paragraph, Stretch, Table, Wide
from toolkit.ooxml.revising import WordText
from toolkit.ooxml.visible import visible_words
from toolkit.readers.reader import Reader, ReadOptions, ReadResult
from toolkit.structure import Para, Role
from toolkit.structure.build import build
from toolkit.structure.masthead import is_masthead_table
from toolkit.structure.repairs import (
    COMMENT_NOT_KEPT,
    DAMAGED_PART,
    EXTERNAL_PART,
    INSERTED_FILE,
    OUTSIDE_ENTRY,
    PICTURE_NOT_KEPT,
    SIGN_NOT_READ,
)

_ROLES = MappingProxyType({role.value: role for role in Role})
_MOST_TOLD = 20  # findings of one kind about the package; a hostile file has thousands
_SHOWN = 120
_HEAD = 3  # a masthead table stands among the first items of the body


class DocxReader(Reader):
    """Word's .docx, .docm and .dotx."""

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx", ".dotm")

    def recognises(self, data: bytes) -> bool:
        """Return whether the bytes are a zip with a Word document in it."""
        return is_word(data)

    def read(self, data: bytes, path: str, options: ReadOptions) -> ReadResult:
        """Read a Word file; what Word numbers gets the number Word shows."""
        return _result(
            read_word(data, path, original=options.revisions == "original"), data, path, options
        )

    def visible(self, data: bytes, path: str, options: ReadOptions) -> str:
        """Return the words of text, notes and first page, by a walk of their own."""
        return visible_words(data, path, original=options.revisions == "original")


READER = DocxReader()


def read_open(file: WordText, data: bytes, options: ReadOptions) -> ReadResult:
    """Read a Word file that is open to be changed, so that it is not parsed a second time.

    The result is that of ``READER.read`` of the same bytes.

    Args:
        file: opened from ``data`` with its tracked changes kept, and not changed yet.
        data: all of it.
        options: whose ``revisions`` are "current".
    """
    return _result(word_of(file.opened), data, file.opened.path, options)


def _result(word: WordFile, data: bytes, path: str, options: ReadOptions) -> ReadResult:
    body, front = _split_masthead(word.body)
    paras = _Paras(word)
    masthead = [*paras.masthead(word.header), *paras.masthead(front)]
    main = [*paras.body(body), *paras.loose_notes()]
    masthead += paras.masthead(word.footer)
    origin = Origin(path=path, format=READER.name, sha256=hashlib.sha256(data).hexdigest())
    document, repairs = build(
        main,
        origin=origin,
        options_profile=options.profile,
        language=options.language or _declared(word),
        masthead=masthead,
        variables=word.variables,
    )
    losses = tuple(_losses(word, path))
    return ReadResult(document, (*repairs, *losses))


def _declared(word: WordFile) -> str | None:
    """Return the language that a half-translated file of ours says it is in."""
    found = word.variables.get(LANGUAGE_VARIABLE)
    return found if found in codes() else None


def _split_masthead(items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the body, and the table at its head when that is a masthead (Geneva's way)."""
    for index, item in enumerate(items[:_HEAD]):
        if isinstance(item, Table) and is_masthead_table(one.text for one in item.paragraphs()):
            return (*items[:index], *items[index + 1 :]), (item,)
        if item_text(item):
            break
    return tuple(items), ()


def item_text(item: Item) -> str:
    """Return all words of a paragraph or table, stripped."""
    paragraphs = (item,) if isinstance(item, Paragraph) else item.paragraphs()
    return "".join(one.text for one in paragraphs).strip()


class _Paras:
    """Turns records into paragraphs; notes are numbered in the order in which they are met."""

    def __init__(self, word: WordFile) -> None:
        self._word = word

    def masthead(self, items: Sequence[Item]) -> Iterator[Para]:
        """Yield the paragraphs of headers, footers and masthead tables."""
        for item in items:
            for one in (item,) if isinstance(item, Paragraph) else item.paragraphs():
                para = self._para(one, "first page")
                if para.text:
                    yield replace(para, role=Role.MASTHEAD, depth=None)

    def body(self, items: Sequence[Item]) -> Iterator[Para]:
        """Yield the main text; paragraphs without words and number are left out."""
        for item in items:
            para = self._table(item) if isinstance(item, Table) else self._from_paragraph(item)
            if para.text or para.rows or para.notes:
                yield para

    def _from_paragraph(self, paragraph: Paragraph) -> Para:
        para = self._para(paragraph, f"paragraph {paragraph.ordinal}")
        if para.role is not Role.FOOTNOTE:
            return para
        sign, gap, words = para.text.partition("\t")
        return replace(para, text=words, label=sign, notes=(), marks=()) if gap else para

    def _para(self, paragraph: Paragraph, place: str) -> Para:
        text = paragraph.text.strip()
        lead = paragraph.text.index(text) if text else len(paragraph.text)
        role, depth = _role(paragraph)
        return Para(
            text=text,
            label=paragraph.label or None,
            role=role,
            depth=depth,
            bold=paragraph.bold,
            notes=self._notes(paragraph, lead, len(text)) if paragraph.notes else (),
            marks=tuple(_marks(paragraph.stretches, lead, text)) if paragraph.stretches else (),
            place=place,
        )

    def _notes(self, paragraph: Paragraph, lead: int, length: int) -> tuple[Note, ...]:
        return tuple(
            Note(
                number=self._word.numbers.number(one),
                at=min(max(one.at - lead, 0), length),
                text=self._word.notes.of(one),
            )
            for one in paragraph.notes
        )

    def _table(self, table: Table) -> Para:
        """Return a table; its notes stand in its cells joined by tabs, its rows by line feeds."""
        rows: list[tuple[str, ...]] = []
        notes: list[Note] = []
        start = 0
        for row in table.rows:
            cells: list[str] = []
            for cell in row:
                text, found = self._cell(cell)
                notes += [replace(one, at=one.at + start) for one in found]
                cells.append(text)
                start += len(text) + 1
            rows.append(tuple(cells))
        return Para(
            text="",
            role=Role.TABLE,
            rows=tuple(rows) if any(any(row) for row in rows) else (),
            merged=tuple(_merged(one) for one in table.merged),
            notes=tuple(notes),
            place=f"paragraph {table.ordinal}",
        )

    def _cell(self, paragraphs: Sequence[Paragraph]) -> tuple[str, list[Note]]:
        text = ""
        notes: list[Note] = []
        for one in paragraphs:
            para = self._para(one, "")
            words = para.text.replace("\t", " ")
            label = f"{para.label} " if para.label else ""
            if not (words or label or para.notes):
                continue
            text += ("\n" if text else "") + label
            notes += [replace(note, at=note.at + len(text)) for note in para.notes]
            text += words
        return text, notes

    def loose_notes(self) -> Iterator[Para]:
        """Yield the notes that nothing in the text points to."""
        for text in self._word.notes.loose():
            yield Para(text=text, role=Role.FOOTNOTE, place="notes")


def _merged(one: Wide) -> Merged:
    return Merged(row=one.row, cell=one.cell, across=one.across, down=one.down)


def _role(paragraph: Paragraph) -> tuple[Role | None, int | None]:
    if paragraph.meaning is not None:
        return _ROLES.get(paragraph.meaning.role), paragraph.meaning.depth
    if paragraph.outline is not None:
        return Role.HEADING, paragraph.outline + 1
    return None, None


def _marks(stretches: Sequence[Stretch], lead: int, text: str) -> Iterator[Mark]:
    for kind in MarkKind:
        for start, end, target in _runs(stretches, kind):
            start, end = max(start - lead, 0), min(end - lead, len(text))
            if text[start:end].strip():
                yield Mark(kind=kind, start=start, end=end, target=target)


def _runs(stretches: Sequence[Stretch], kind: MarkKind) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of one kind, those that touch as one."""
    held: tuple[int, int, str] | None = None
    for one in stretches:
        has = {MarkKind.BOLD: one.bold, MarkKind.ITALIC: one.italic}.get(kind, bool(one.link))
        target = one.link if kind is MarkKind.LINK else ""
        if not has:
            continue
        if held and held[1] == one.start and held[2] == target:
            held = (held[0], one.end, target)
            continue
        if held:
            yield held
        held = (one.start, one.end, target)
    if held:
        yield held


def _losses(word: WordFile, path: str) -> Iterator[Finding]:
    for part in word.lost:
        yield DAMAGED_PART.at(None, path, part=part)
    for name in word.outside[:_MOST_TOLD]:
        yield OUTSIDE_ENTRY.at(None, path, name=name[:_SHOWN])
    reached = [arrow for arrow in word.external if _reaches_out(arrow)]
    for arrow in reached[:_MOST_TOLD]:
        yield EXTERNAL_PART.at(None, path, kind=arrow.kind[:_SHOWN], target=arrow.target[:_SHOWN])
    if word.tally.pictures > 0:
        yield PICTURE_NOT_KEPT.at(None, path, count=word.tally.pictures)
    for sign, count in list(word.signs.items())[:_MOST_TOLD]:
        yield SIGN_NOT_READ.at(None, path, sign=sign[:_SHOWN], count=count)
    for name in word.inserted[:_MOST_TOLD]:
        yield INSERTED_FILE.at(None, path, name=name[:_SHOWN])
    # Our own remarks say where a sentence came from; writing them again is not the reader's loss.
    foreign = [author for author in word.comments if author != OUR_AUTHOR]
    if foreign:
        yield COMMENT_NOT_KEPT.at(None, path, count=len(foreign))


def _reaches_out(arrow: Relationship) -> bool:
    """Return whether an arrow out of the file is worth a word.

    The template a report was written with lies on its author's disk, in nearly every file.
    """
    local = arrow.target.lower().startswith("file:///") or "://" not in arrow.target
    return not (arrow.kind == "attachedTemplate" and local)
