"""The frame of an HTML report: masthead, contents, and the page's own few words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from toolkit.diagnostics.catalogue import fill
from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind
from toolkit.writers.dates import printed_date
from toolkit.writers.title_notes import MARK, title_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the page says itself, in the document's language.

    ``note`` has a place ``{mark}``.
    """

    united_nations: str
    continued: str
    skip: str
    contents: str
    notes: str
    note: str
    back: str
    table: str


def words_for(code: str) -> Words:
    """Return the page's words for a document in a language."""
    fixed = by_code(code).masthead
    return Words(
        united_nations=fixed.united_nations[0],
        continued=fixed.continued[0],
        skip=fill("Go to the text", None, code),
        contents=fill("Contents", None, code),
        notes=fill("Notes", None, code),
        note=fill("Note {mark}", {"mark": "{mark}"}, code),
        back=fill("Back to the text", None, code),
        table=fixed.table,
    )


def masthead(document: Document, words: Words, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the header of the page; only what the document has.

    Asterisks lead to the title-page notes, which ``names`` has by their blocks.
    """
    head = document.masthead
    stars = {one.label or "": names[one.id] for one in title_notes(document.blocks)}

    def _lines(text: str) -> str:
        return _starred(text, stars, words).replace("\n", "<br>")

    yield '<header><div class="top">'
    yield f'<span class="name">{escape(words.united_nations)}</span>'
    yield f'<span class="symbol">{_lines(head.symbol or "")}</span></div>'
    facts = "".join(f"<p>{escape(line)}</p>" for line in _facts(document))
    organ = f'<p class="organ">{escape(head.organ or "")}</p>'
    yield f'<div class="facts">{organ}<div>{facts}</div></div>'
    yield f'<p class="body">{_lines(head.body)}</p>' if head.body else ""
    lines = (head.session, head.venue, head.agenda_item)
    session = "".join(f"<p>{_lines(line)}</p>" for line in lines if line)
    titles = (head.agenda_title or "").split("\n")
    session += "".join(f'<p class="item-title">{_lines(one)}</p>' for one in titles if one)
    yield f'<div class="session">{session}</div>' if session else ""
    yield f"<h1>{_lines(head.title or head.symbol or '')}</h1>"
    yield f'<p class="subtitle">{_lines(head.subtitle)}</p>' if head.subtitle else ""
    yield "</header>"


def _facts(document: Document) -> Iterator[str]:
    head = document.masthead
    if head.distribution:
        yield f"Distr.: {head.distribution}"
    if head.date:
        yield printed_date(head.date)
    if head.language:
        yield head.language
    if head.original:
        yield f"Original: {head.original}"


def star_name(mark: str) -> str:
    """Return the name in the page of the place where an asterisk of the masthead stands."""
    return f"star-{len(mark)}"


def _starred(text: str, stars: dict[str, str], words: Words) -> str:
    """Return a line whose asterisks lead to their notes; of each only the first is a place."""
    pieces: list[str] = []
    at = 0
    for found in MARK.finditer(text):
        name = stars.pop(found[0], None)
        if name is not None:
            said = escape(words.note.format(mark=found[0]))
            place = f'id="{star_name(found[0])}" href="#{escape(name)}" aria-label="{said}"'
            pieces += [escape(text[at : found.start()]), f"<sup><a {place}>{found[0]}</a></sup>"]
            at = found.end()
    return "".join([*pieces, escape(text[at:])])


def contents(blocks: Sequence[Block], names: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield the list of headings as links, nested as the headings are; nothing for fewer than two.

    A heading that skips a depth is listed one below the last.
    """
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    if len(headings) < 2:
        return
    yield f'<nav aria-label="{escape(words.contents)}"><h2>{escape(words.contents)}</h2>'
    depth = 0
    for block in headings:
        wanted = max(1, min(block.level or 1, depth + 1))
        yield _step(depth, wanted) + _entry(block, names)
        depth = wanted
    yield "</li></ol>" * depth + "</nav>"


def _step(depth: int, wanted: int) -> str:
    """Return what closes and opens the lists between two headings."""
    if wanted > depth:
        return "<ol>"
    return "</li></ol>" * (depth - wanted) + "</li>"


def _entry(block: Block, names: Mapping[str, str]) -> str:
    label = f"{escape(block.label)} " if block.label else ""
    return f'<li><a href="#{escape(names[block.id])}">{label}{escape(block.text)}</a>'
