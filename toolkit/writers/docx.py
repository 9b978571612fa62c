"""Documents to Word files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from toolkit.languages import by_code
from toolkit.model import Document, Remark
from toolkit.ooxml.editing import Editing
from toolkit.writers.docx_body import BodyWriter, Desk
from toolkit.writers.docx_frame import (
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
from toolkit.writers.docx_notes import Comments, Footnotes
from toolkit.writers.docx_placeholders import content_anchor, values
from toolkit.writers.docx_roles import Roles, roles
from toolkit.writers.docx_runs import Ink
from toolkit.writers.house_style import house_style

Numbers = Literal["live", "typed"]
Marks = Literal["comments", "colour", "none"]


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
    ``numbers`` "live" lets Word count, "typed" writes the labels as text. ``remarks`` are shown
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
    footnotes = Footnotes(editing, found, notes, hint)
    desk = Desk(
        roles=found,
        ink=_ink(editing, found, footnotes, hint=hint),
        language=by_code(document.language),
        live=LiveNumbers(editing, found, document.language) if numbers == "live" else None,
        comments=Comments(editing, found) if marks == "comments" else None,
        coloured=marks == "colour",
        remarks=_by_block(remarks),
        bare=bare_roles(editing, found),
        text_width=text_width(editing),
    )
    anchor = content_anchor(editing.root(editing.main))
    fill_masthead(editing, values(document, fields or {}))
    put_content(anchor, BodyWriter(desk).elements(document.blocks))
    finish(editing, document, footnotes)
    return editing.finish()


def _ink(editing: Editing, found: Roles, footnotes: Footnotes, *, hint: bool) -> Ink:
    return Ink(
        note=footnotes.add,
        link=lambda address: editing.relate("hyperlink", address, external=True),
        link_style=found["hyperlink"],
        comment_style=found["comment-reference"],
        east_asian=hint,
    )


def _by_block(remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: (one.start, one.end)):
        found.setdefault(remark.block_id, []).append(remark)
    return found
