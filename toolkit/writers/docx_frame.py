"""What every Word file of ours has around its text: template, masthead, settings, properties."""

from collections.abc import Iterable, Iterator, Mapping

from toolkit.errors import InputError, TemplateError
from toolkit.model import Block, Document, Note
from toolkit.ooxml.build import tag
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.styles import parse_styles
from toolkit.ooxml.xml import Element, as_number, w
from toolkit.writers.docx_notes import Footnotes
from toolkit.writers.docx_placeholders import fill, multiply, placeholders
from toolkit.writers.docx_properties import (
    set_footnotes,
    set_language,
    set_properties,
    set_variables,
    variable,
)
from toolkit.writers.docx_roles import Roles
from toolkit.writers.house_style import HOUSE_VARIABLE

_LETTER_TEXT = 9840  # twips between the margins, where a template does not say


def opened(data: bytes) -> Editing:
    """Open a template.

    Raises:
        TemplateError: it is no Word file.
    """
    try:
        return Editing.open(data, "the Word template")
    except InputError as error:
        raise TemplateError(str(error)) from error


def styles_root(editing: Editing) -> Element:
    """Return the styles of a template.

    Raises:
        TemplateError: it has none.
    """
    names = editing.related("styles")
    if not names:
        raise TemplateError("the Word template has no styles; save it once in Word")
    return editing.root(names[0])


def notes_of(blocks: Iterable[Block]) -> list[Note]:
    """Return the notes of blocks, in order."""
    return [note for block in blocks for note in block.notes]


def bare_roles(editing: Editing, found: Roles) -> frozenset[str]:
    """Return the roles whose style does not set tabs and indents, so that each paragraph must."""
    root = styles_root(editing)
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


def text_width(editing: Editing) -> int:
    """Return the width of the text between the margins, in twips."""
    section = _section(editing)
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if size is None or margins is None:
        return _LETTER_TEXT
    figures = [size.get(w("w")), margins.get(w("left")), margins.get(w("right"))]
    width, left, right = (as_number(one) or 0 for one in figures)
    return width - left - right


def put_content(anchor: Element, elements: Iterator[Element]) -> None:
    """Put the elements of a text where the paragraph ``{{content}}`` is.

    Raises:
        TemplateError: it stands in nothing.
    """
    holder = anchor.getparent()
    if holder is None:
        raise TemplateError("the Word template has {{content}} outside its text")
    at = holder.index(anchor)
    holder[at : at + 1] = list(elements) or [tag("p")]


def asks_for(editing: Editing, name: str) -> bool:
    """Return whether a template has a placeholder anywhere."""
    parts = (editing.main, *editing.related("header"), *editing.related("footer"))
    return any(name in placeholders(editing.root(part)) for part in parts)


def fill_masthead(editing: Editing, given: Mapping[str, str]) -> None:
    """Fill the placeholders of text, headers and footers."""
    multiply(editing.root(editing.main), given)
    fill(editing.root(editing.main), given, remove_empty=True)
    for kind in ("header", "footer"):
        for name in editing.related(kind):
            multiply(editing.root(name), given)
            fill(editing.root(name), given, remove_empty=False)


def finish(editing: Editing, document: Document, footnotes: Footnotes) -> None:
    """Write language, settings, variables and properties."""
    settings = editing.part("settings", tag("settings"))
    made_for = variable(settings, HOUSE_VARIABLE)
    set_language(styles_root(editing), document.language, made_for)
    if footnotes.used:
        set_footnotes(settings, _section(editing), footnotes.first)
    set_variables(settings, document.masthead, made_for and document.language)
    set_properties(editing, document)
