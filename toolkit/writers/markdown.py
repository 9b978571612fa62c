"""Markdown in our own dialect: what the Markdown reader reads back as an equal document.

Chapters are ``##``, sections ``###``, recommendations ``####``; labels are text; an annex and its
title are two headings. Where words would be taken for a label or a heading, their first character
is written as ``&#n;``, which the reader takes as "these are words".
"""

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.languages import Language, by_code
from toolkit.model import Block, Document, Kind, Masthead, Note
from toolkit.model.merged import Laid, laid_out, width_of
from toolkit.numbering.label import readings, recommendation_label
from toolkit.writers.dates import printed_date
from toolkit.writers.markdown_inline import escaped, literal, marked

_GAP: Final = "    "
_DEEPEST: Final = 6
_STARTS: Final = tuple("#>-+|=*_")


def write(document: Document) -> str:
    """Return the Markdown of a document, with a line break at its end."""
    writer = _Writer(document)
    return "\n\n".join(writer.parts()) + "\n"


class _Writer:
    """One writing: collects the notes on the way, which stand at the end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = by_code(document.language)
        self.notes: dict[str, str] = {}
        self.before = ""

    def parts(self) -> Iterator[str]:
        """Yield the paragraphs of the file."""
        yield from _masthead(self.document.masthead, self.language)
        for block in self.document.blocks:
            yield from self._block(block)
            self.before = block.text
        if self.notes:
            yield "\n".join(f"[^{number}]: {text}" for number, text in self.notes.items())

    def _block(self, block: Block) -> Iterator[str]:
        match block.kind:
            case Kind.HEADING:
                yield from self._heading(block)
            case Kind.RECOMMENDATION:
                yield f"#### {block.label}"
                if block.text:
                    yield self._words(block, plain=True)
            case Kind.TABLE:
                yield _table(block)
            case Kind.FOOTNOTE:
                yield f"[^{block.label or '*'}]: {escaped(block.text)}"
            case _:
                label = f"{block.label} " if block.label else ""
                yield label + self._words(block, plain=block.kind is Kind.TEXT)

    def _heading(self, block: Block) -> Iterator[str]:
        hashes = "#" * min((block.level or 1) + 1, _DEEPEST)
        words = self._words(block, plain=False)
        if block.continued:
            form = self.language.masthead.continued[0]
            words = self.language.joins(words, form) if words else form
        if block.path.rpartition("/")[2].startswith("annex"):
            yield f"{hashes} {block.label}"
            if words:
                yield f"#{hashes} {words}"
        elif block.label:
            yield f"{hashes} {block.label} {words}".rstrip()
        else:
            yield f"{hashes} {literal(words) if self._labelled(block.text) else words}"

    def _words(self, block: Block, *, plain: bool) -> str:
        """Return the words of a block; ``plain``: nothing may be read as a label."""
        numbers = [self._number(note) for note in block.notes]
        words = marked(block, numbers)
        return literal(words) if plain and self._is_risky(block) else words

    def _number(self, note: Note) -> str:
        """Return the mark to write for a note: its number, told apart where one comes twice."""
        text = escaped(" ".join(note.text.split()))
        mark, turn = note.number, 1
        while self.notes.get(mark, text) != text:
            turn += 1
            mark = f"{note.number}-{turn}"
        self.notes[mark] = text
        return mark

    def _is_risky(self, block: Block) -> bool:
        """Return whether words without a label could be taken for something else."""
        text = block.text
        if text.startswith(_STARTS) or self._labelled(text):
            return True
        if block.kind is Kind.RECOMMENDATION:
            return False
        ended = text[-1:] in self.language.endings
        return not ended or self.before[-1:] not in (*self.language.endings, "")

    def _labelled(self, text: str) -> bool:
        if self.language.annex_number(text) or recommendation_label(text, self.language):
            return True
        return bool(readings(text, self.language)[0])


def _masthead(masthead: Masthead, language: Language) -> Iterator[str]:
    """Yield the paragraphs of the masthead that are printed."""
    lines = (
        (f"{language.masthead.united_nations[0]}{_GAP}{{}}", masthead.symbol),
        ("**{}**", escaped(masthead.organ or "")),
        ("{}", "\n".join(_distribution(masthead))),
        ("{}", _job(masthead)),
        ("*{}*", masthead.barcode),
        ("**{}**", escaped(masthead.body or "")),
        ("{}", escaped(masthead.session or "")),
        ("{}", escaped(masthead.venue or "")),
        ("{}", escaped(masthead.agenda_item or "")),
        ("{}", "\n\n".join(map(escaped, (masthead.agenda_title or "").split("\n")))),
        ("# {}", escaped(masthead.title or "")),
        ("## {}", escaped(masthead.subtitle or "")),
    )
    yield from (form.format(words) for form, words in lines if words)


def _job(masthead: Masthead) -> str:
    """Return the job number with its letter and stamps; without a letter it could not be read."""
    if not masthead.job_number:
        return ""
    return _GAP.join((f"{masthead.job_number} ({masthead.job_letter or 'E'})", *masthead.stamps))


def _distribution(masthead: Masthead) -> Iterator[str]:
    """Yield the lines of the distribution block; the date is in English in every language."""
    if masthead.distribution:
        yield f"Distr.: {masthead.distribution}"
    if masthead.date:
        yield printed_date(masthead.date)
    if masthead.language:
        yield masthead.language
    if masthead.original:
        yield f"Original: {masthead.original}"


def _table(block: Block) -> str:
    """Return a table; a cell over several columns is followed by empty ones, for want of a way."""
    grid = laid_out(block)
    lines = [
        "| " + " | ".join(_cell(text) for text in _spread(row, laid)) + " |"
        for row, laid in zip(block.rows, grid, strict=True)
    ]
    lines.insert(1, "|" + " --- |" * width_of(grid))
    return "\n".join(lines)


def _spread(row: Sequence[str], laid: Sequence[Laid]) -> Iterator[str]:
    for text, one in zip(row, laid, strict=True):
        yield from (text, *[""] * (one.across - 1))


def _cell(text: str) -> str:
    return escaped(text).replace("|", "\\|").replace("\n", "<br>")
