"""HTML: a report as one page that needs nothing else, to be read on a screen and to be printed.

No script, no font and no picture from outside. Numbers stand as text, as printed; references
lead to what they name, notes stand at the end and lead back.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import groupby

from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind, MarkKind
from toolkit.model.merged import Laid, head_rows, laid_out, spans_of
from toolkit.writers.anchors import anchors
from toolkit.writers.captions import on_two_lines
from toolkit.writers.html_frame import Words, contents, masthead, star_name, words_for
from toolkit.writers.strands import Link, Strand, Strands
from toolkit.writers.title_notes import MARK, printed_stars

_TAGS = {MarkKind.BOLD: "b", MarkKind.ITALIC: "i"}
_DEEPEST = 6
_SAFE = ("http://", "https://", "mailto:", "#")


def write(document: Document) -> str:
    """Return the page, with a line break at its end."""
    return _Page(document).written()


class _Page:
    """One writing: collects the notes on the way, which stand at the end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = anchors(document.blocks)
        self.strands = Strands(document)
        self.words: Words = words_for(document.language)
        self.stars = printed_stars(document)
        self.notes: list[str] = []
        self.printed: list[str] = []

    def written(self) -> str:
        language = escape(by_code(self.document.language).code)
        body = [
            f'<a class="skip" href="#text">{escape(self.words.skip)}</a>',
            *masthead(self.document, self.words, self.names),
            *contents(self.document.blocks, self.names, self.words),
            '<main id="text" tabindex="-1">',
            *self._blocks(),
            "</main>",
            *self._noted(),
            *_imprint(self.document),
        ]
        return "\n".join([*_head(self.document, language), *body, "</body>", "</html>", ""])

    def _blocks(self) -> Iterator[str]:
        for block in self.document.blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block.kind:
            case Kind.HEADING:
                return self._heading(block)
            case Kind.RECOMMENDATION:
                return self._recommendation(block)
            case Kind.TABLE:
                return self._table(block)
            case Kind.FOOTNOTE:
                self.notes.append(self._loose_note(block))
                return ""
            case Kind.ITEM:
                deep = " deep" if (block.level or 1) > 1 else ""
                return self._paragraph(block, f"item{deep}")
            case Kind.CAPTION:
                parted, at = on_two_lines(block, by_code(self.document.language))
                return self._paragraph(parted, "caption numbered" if at else "caption")
            case _:
                return self._paragraph(block, block.kind.value)

    def _loose_note(self, block: Block) -> str:
        """Return a note with a block of its own; one of the masthead leads back to its mark."""
        mark = escape(block.label or "*")
        if block.label in self.stars:
            said = f"{mark}: {escape(self.words.back)}"
            back = f'href="#{star_name(block.label)}" aria-label="{said}"'
            mark = f"<a {back}>{mark}</a>"
        label = f'<span class="label">{mark}</span>'
        return f'<li id="{self._name(block)}">{label}{self._inked(block)}</li>'

    def _heading(self, block: Block) -> str:
        depth = min((block.level or 1) + 1, _DEEPEST)
        inside = f"{_label(block)}{self._inked(block)}{self._continued(block)}"
        return f'<h{depth} id="{self._name(block)}">{inside}</h{depth}>'

    def _continued(self, block: Block) -> str:
        return f" {escape(self.words.continued)}" if block.continued else ""

    def _recommendation(self, block: Block) -> str:
        depth = min(2 + block.path.count("/"), _DEEPEST)
        heading = f"<h{depth}>{escape(block.label or '')}</h{depth}>"
        words = self._inked(block)
        body = f"<p>{words}</p>" if words else ""
        return f'<div class="recommendation" id="{self._name(block)}">{heading}{body}</div>'

    def _paragraph(self, block: Block, kind: str) -> str:
        return f'<p class="{kind}" id="{self._name(block)}">{_label(block)}{self._inked(block)}</p>'

    def _table(self, block: Block) -> str:
        grid = laid_out(block)
        deep = head_rows(grid)
        rows = [
            self._row(cells, block, laid, head=at < deep)
            for at, (cells, laid) in enumerate(zip(self.strands.rows(block), grid, strict=True))
        ]
        head, body = rows[:deep], rows[deep:]
        table = f"<table><thead>{''.join(head)}</thead><tbody>{''.join(body)}</tbody></table>"
        label = escape(block.label or self.words.table)
        region = f'role="region" aria-label="{label}" tabindex="0"'
        return f'<div class="scroll" id="{self._name(block)}" {region}>{table}</div>'

    def _row(
        self, cells: Iterable[list[Strand]], block: Block, laid: Sequence[Laid], *, head: bool
    ) -> str:
        inside = (
            self._cell(words, block, one, head=head)
            for words, one in zip(cells, laid, strict=True)
            if not one.covered
        )
        return f"<tr>{''.join(inside)}</tr>"

    def _cell(self, words: list[Strand], block: Block, one: Laid, *, head: bool) -> str:
        tag = "th" if head else "td"
        scope = f' scope="{"colgroup" if one.across > 1 else "col"}"' if head else ""
        spans = "".join(f' {name}="{value}"' for name, value in spans_of(one).items())
        return f"<{tag}{scope}{spans}>{self._html(words, block)}</{tag}>"

    # -- words -----------------------------------------------------------------------------
    def _inked(self, block: Block) -> str:
        return self._html(self.strands.words(block), block)

    def _html(self, strands: Iterable[Strand], block: Block) -> str:
        groups = groupby(strands, key=lambda one: one.link)
        return "".join(self._linked(link, list(group), block) for link, group in groups)

    def _linked(self, link: Link | None, strands: list[Strand], block: Block) -> str:
        inside = "".join(self._strand(one, block) for one in strands)
        address = self._address(link) if link else ""
        return f'<a href="{escape(address)}">{inside}</a>' if address else inside

    def _address(self, link: Link) -> str:
        """Return where a link leads; nothing that could run is written as a link."""
        if link.block_id:
            return f"#{self.names[link.block_id]}"
        return link.address if link.address.lower().startswith(_SAFE) else ""

    def _strand(self, strand: Strand, block: Block) -> str:
        if strand.note is not None:
            return self._mark(block, strand.note)
        words = escape(strand.text, quote=False).replace("\n", "<br>\n")
        for kind, tag in _TAGS.items():
            if kind in strand.looks:
                words = f"<{tag}>{words}</{tag}>"
        return words

    def _mark(self, block: Block, place: int) -> str:
        number = len(self.notes) + 1
        mark = escape(block.notes[place].number)
        said = escape(self.words.note.format(mark=block.notes[place].number))
        back = f"{mark}: {escape(self.words.back)}"
        words = self._html(self.strands.note(block, place), block)
        self.notes.append(
            f'<li id="note-{number}"><a href="#mark-{number}" aria-label="{back}">{mark}</a> '
            f"{words}</li>"
        )
        link = f'<a id="mark-{number}" href="#note-{number}" aria-label="{said}">{mark}</a>'
        return f"<sup>{link}</sup>"

    def _noted(self) -> Iterator[str]:
        if self.notes:
            title = escape(self.words.notes)
            yield f'<section class="notes" aria-label="{title}"><h2>{title}</h2><ol>'
            yield from self.notes
            yield "</ol></section>"

    def _name(self, block: Block) -> str:
        return escape(self.names[block.id])


def _label(block: Block) -> str:
    return f'<span class="label">{escape(block.label)}</span> ' if block.label else ""


def _head(document: Document, language: str) -> Iterator[str]:
    head = document.masthead
    titles = (head.symbol, head.title, head.subtitle)
    title = " – ".join(MARK.sub("", one) for one in titles if one) or document.origin.path
    style = resources.files("toolkit.writers").joinpath("data/page.css").read_text("utf-8")
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    if head.date:
        yield f'<meta name="dcterms.date" content="{escape(head.date)}">'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"


def _imprint(document: Document) -> Iterator[str]:
    head = document.masthead
    letter = f" ({head.job_letter})" if head.job_number and head.job_letter else ""
    parts = [f"{head.job_number or ''}{letter}", *head.stamps, head.barcode and f"*{head.barcode}*"]
    words = " ".join(escape(one) for one in parts if one)
    if words:
        yield f"<footer><p>{words}</p></footer>"
