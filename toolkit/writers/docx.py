"""Documents to Word files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Literal

from toolkit.languages import by_code
from toolkit.model import Document, Note, Remark
from toolkit.ooxml.build import tag
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.xml import Element
from toolkit.writers.docx_body import BodyWriter, Desk
from toolkit.writers.docx_frame import (
    asks_for,
    bare_roles,
    fill_masthead,
    finish,
    notes_of,
    opened,
    put_content,
    styles_root,
    text_width,
)
from toolkit.writers.docx_live import LiveNumbers
from toolkit.writers.docx_notes import Comments, Footnotes, plain_words
from toolkit.writers.docx_placeholders import content_anchor, values
from toolkit.writers.docx_pointers import Pointers
from toolkit.writers.docx_roles import Roles, roles
from toolkit.writers.docx_runs import Ink, Inked
from toolkit.writers.house_style import house_style
from toolkit.writers.title_notes import at_the_foot

Numbers = Literal["live", "typed"]
Marks = Literal["comments", "colour", "none"]
_DOUBTFUL = ("fuzzy", "untranslated", "finding")


def write(  # noqa: PLR0913  # one call is the whole interface; all but the document have defaults
    document: Document,
    *,
    base: bytes | None = None,
    styles: Mapping[str, str] | None = None,
    numbers: Numbers = "typed",
    remarks: Sequence[Remark] = (),
    marks: Marks = "none",
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """Return the document as the bytes of a Word file; the same input gives the same bytes.

    ``base`` is a Word file with ``{{placeholders}}`` in headers, footers and body and one
    paragraph ``{{content}}``; None takes the house style. ``styles`` maps roles ("chapter",
    "text", …) to the names of styles in ``base``; roles that are not in it keep their default.
    ``numbers`` "live" lets Word count and keep references to numbers up to date, "typed" writes
    the labels and references as text. ``remarks`` are shown
    as Word comments or as colours, or not at all, as ``marks`` says. ``fields`` fills
    placeholders that the masthead does not, and wins over it.

    Raises:
        TemplateError: ``base`` is no Word file, has no ``{{content}}``, lacks a style that is
            needed, or has a placeholder that nothing fills.
    """
    data = house_style(document.language) if base is None else base
    editing = opened(data)
    found = roles(styles_root(editing), styles or {})
    notes = notes_of(document.blocks)
    hint = not by_code(document.language).spaced
    live = numbers == "live"
    pointers = Pointers(document, editing.root(editing.main)) if live else None
    footnotes = Footnotes(editing, found, notes, _note_words(editing, found, pointers, hint=hint))
    desk = Desk(
        roles=found,
        ink=_ink(editing, found, footnotes.add, pointers, hint=hint),
        language=by_code(document.language),
        live=LiveNumbers(editing, found, document.language) if live else None,
        pointers=pointers,
        comments=Comments(editing, found) if marks == "comments" else None,
        coloured=marks == "colour",
        remarks=_by_block(remarks),
        bare=bare_roles(editing, found),
        text_width=text_width(editing),
    )
    anchor = content_anchor(editing.root(editing.main))
    doubtful = _doubtful(remarks) if marks != "none" else set[str]()
    footed = asks_for(editing, "title_notes")
    noted, blocks = at_the_foot(document.blocks, doubtful) if footed else ({}, document.blocks)
    fill_masthead(editing, {**values(document, fields or {}), **noted})
    put_content(anchor, BodyWriter(desk).elements(blocks))
    if pointers is not None:
        pointers.close()
    finish(editing, document, footnotes)
    return editing.finish()


def _doubtful(remarks: Iterable[Remark]) -> set[str]:
    """Return the ids of blocks with words that are not to go out without a mark."""
    return {one.block_id for one in remarks if one.tone in _DOUBTFUL}


def _ink(
    editing: Editing,
    found: Roles,
    note: Callable[[Note], Element],
    pointers: Pointers | None,
    *,
    hint: bool,
) -> Ink:
    return Ink(
        note=note,
        link=lambda address: editing.relate("hyperlink", address, external=True),
        link_style=found["hyperlink"],
        comment_style=found["comment-reference"],
        east_asian=hint,
        point=pointers.field if pointers else None,
    )


def _note_words(
    editing: Editing, found: Roles, pointers: Pointers | None, *, hint: bool
) -> Callable[[Note], Iterable[Element]]:
    """Return what sets the words of a note, which may point to the text but has no notes."""
    if pointers is None:
        return partial(plain_words, hint=hint)
    ink = _ink(editing, found, lambda _: tag("r"), pointers, hint=hint)
    return lambda note: ink.runs(
        Inked(text=note.text, pointers=pointers.of_note(note.number, note.text))
    )


def _by_block(remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: (one.start, one.end)):
        found.setdefault(remark.block_id, []).append(remark)
    return found
