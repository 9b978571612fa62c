"""Documents to Word files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from toolkit.errors import InputError, TemplateError
from toolkit.languages import by_code
from toolkit.model import Block, Document, Note, Remark
from toolkit.ooxml.build import tag
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.styles import parse_styles
from toolkit.ooxml.xml import Element, as_number, w
from toolkit.writers.docx_body import BodyWriter, Desk
from toolkit.writers.docx_live import LiveNumbers
from toolkit.writers.docx_notes import Comments, Footnotes
from toolkit.writers.docx_placeholders import content_anchor, fill, values
from toolkit.writers.docx_properties import (
    set_footnotes,
    set_language,
    set_properties,
    set_variables,
    variable,
)
from toolkit.writers.docx_roles import Roles, roles
from toolkit.writers.docx_runs import Ink
from toolkit.writers.house_style import HOUSE_VARIABLE, house_style

Numbers = Literal["live", "typed"]
Marks = Literal["comments", "colour", "none"]
_LETTER_TEXT = 9840  # twips between the margins, where a template does not say


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
    editing = _opened(data)
    found = roles(_styles(editing), styles or {})
    notes = _notes(document.blocks)
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
        bare=_bare(editing, found),
        text_width=_text_width(editing),
    )
    anchor = content_anchor(editing.root(editing.main))
    _fill(editing, values(document, fields or {}))
    _put_content(anchor, BodyWriter(desk).elements(document.blocks))
    _finish(editing, document, footnotes)
    return editing.finish()


def _opened(data: bytes) -> Editing:
    try:
        return Editing.open(data, "the Word template")
    except InputError as error:
        raise TemplateError(str(error)) from error


def _styles(editing: Editing) -> Element:
    names = editing.related("styles")
    if not names:
        raise TemplateError("the Word template has no styles; save it once in Word")
    return editing.root(names[0])


def _ink(editing: Editing, found: Roles, footnotes: Footnotes, *, hint: bool) -> Ink:
    return Ink(
        note=footnotes.add,
        link=lambda address: editing.relate("hyperlink", address, external=True),
        link_style=found["hyperlink"],
        comment_style=found["comment-reference"],
        east_asian=hint,
    )


def _notes(blocks: Iterable[Block]) -> list[Note]:
    return [note for block in blocks for note in block.notes]


def _by_block(remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: (one.start, one.end)):
        found.setdefault(remark.block_id, []).append(remark)
    return found


def _bare(editing: Editing, found: Roles) -> frozenset[str]:
    """Return the roles whose style does not set tabs and indents, so that each paragraph must."""
    root = _styles(editing)
    tabbed = {
        style.get(w("styleId")) for style in root.iter(w("style")) if _has(style, "tabs", "ind")
    }
    sheet = parse_styles(root)
    headings = {"chapter", "section", "subsection", "heading4", "heading5"} - found.borrowed
    bare = {one for one in headings if all(s.id not in tabbed for s in sheet.chain(found[one]))}
    return frozenset(bare | found.borrowed)


def _has(style: Element, *names: str) -> bool:
    return all(style.find(f"{w('pPr')}/{w(name)}") is not None for name in names)


def _section(editing: Editing) -> Element | None:
    sections = list(editing.root(editing.main).iter(w("sectPr")))
    return sections[-1] if sections else None


def _text_width(editing: Editing) -> int:
    section = _section(editing)
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if size is None or margins is None:
        return _LETTER_TEXT
    figures = [size.get(w("w")), margins.get(w("left")), margins.get(w("right"))]
    width, left, right = (as_number(one) or 0 for one in figures)
    return width - left - right


def _put_content(anchor: Element, elements: Iterator[Element]) -> None:
    holder = anchor.getparent()
    if holder is None:
        raise TemplateError("the Word template has {{content}} outside its text")
    at = holder.index(anchor)
    holder[at : at + 1] = list(elements) or [tag("p")]


def _fill(editing: Editing, given: Mapping[str, str]) -> None:
    fill(editing.root(editing.main), given, remove_empty=True)
    for kind in ("header", "footer"):
        for name in editing.related(kind):
            fill(editing.root(name), given, remove_empty=False)


def _finish(editing: Editing, document: Document, footnotes: Footnotes) -> None:
    settings = editing.part("settings", tag("settings"))
    made_for = variable(settings, HOUSE_VARIABLE)
    set_language(_styles(editing), document.language, made_for)
    if footnotes.used:
        set_footnotes(settings, _section(editing), footnotes.first)
    set_variables(settings, document.masthead, made_for and document.language)
    set_properties(editing, document)
