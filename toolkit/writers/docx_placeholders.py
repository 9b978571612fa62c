"""Placeholders such as ``{{symbol}}`` in a Word template: what fills them, and filling them."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from difflib import get_close_matches

from toolkit.errors import TemplateError
from toolkit.languages import by_code
from toolkit.model import Document, Masthead
from toolkit.ooxml.build import run
from toolkit.ooxml.xml import SPACE, Element, w

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z0-9_.-]{1,60})\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
CONTENT = "content"
_EACH_LINE = ("agenda_title", "title_notes")  # a paragraph for each line of the value
_VANISHING = (*_EACH_LINE, "title_rule")  # nothing is left of these where they are empty


def values(document: Document, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the value of every placeholder; ``fields`` wins over the masthead."""
    masthead = document.masthead
    initial, slash, rest = (masthead.symbol or "").partition("/")
    language = by_code(document.language)
    found = {
        "united_nations": language.masthead.united_nations[0],
        "symbol": masthead.symbol,
        "symbol_initial": initial,
        "symbol_rest": slash + rest,
        "organ": masthead.organ,
        "distribution": masthead.distribution,
        "date": _printed_date(masthead.date),
        "language": masthead.language,
        "original": masthead.original,
        "job_number": masthead.job_number,
        "job_line": _job_line(masthead),
        "barcode": f"*{masthead.barcode}*" if masthead.barcode else "",
        "body": masthead.body,
        "session": masthead.session,
        "venue": masthead.venue,
        "agenda_item": masthead.agenda_item,
        "agenda_title": masthead.agenda_title,
        "title": masthead.title,
        "subtitle": masthead.subtitle,
        "title_notes": "",  # given by the writer, which knows whether the text has them
        "title_rule": "",
    }
    return {**{name: value or "" for name, value in found.items()}, **fields}


def _printed_date(iso: str | None) -> str:
    """Return the date as mastheads print it: in English whatever the language of the text."""
    try:
        return by_code("en").format_date(date.fromisoformat(iso)) if iso else ""
    except ValueError:
        return iso or ""


def _job_line(masthead: Masthead) -> str:
    if not masthead.job_number:
        return ""
    letter = f" ({masthead.job_letter})" if masthead.job_letter else ""
    return "    ".join((masthead.job_number + letter, *masthead.stamps))


def placeholders(root: Element) -> Iterator[str]:
    """Yield the names of the placeholders in a part, ``content`` too, in order."""
    for paragraph in root.iter(w("p")):
        yield from PLACEHOLDER.findall(_text(paragraph))


def content_anchor(body: Element) -> Element:
    """Return the paragraph ``{{content}}``.

    Raises:
        TemplateError: there is none, or more than one.
    """
    found = [one for one in body.iter(w("p")) if CONTENT in PLACEHOLDER.findall(_text(one))]
    if len(found) != 1:
        raise TemplateError(
            f"the Word template has {len(found)} paragraphs with {{{{content}}}}; expected one, "
            "alone in its paragraph, where the text of the document is to stand"
        )
    if not PLACEHOLDER.fullmatch(_text(found[0]).strip()):
        raise TemplateError(
            f"the Word template has “{_text(found[0])[:60]}” in one paragraph; {{{{content}}}} "
            "stands alone in its paragraph"
        )
    return found[0]


def fill(root: Element, given: Mapping[str, str], *, remove_empty: bool) -> None:
    """Fill the placeholders of a part in place.

    A paragraph whose placeholders are all empty says nothing: it is removed, or emptied where
    ``remove_empty`` is false because the space it takes is wanted (headers). Titles of agenda
    items and title-page notes have a paragraph for each, or none.

    Raises:
        TemplateError: nothing fills a placeholder.
    """
    for paragraph in list(root.iter(w("p"))):
        names = PLACEHOLDER.findall(_text(paragraph))
        _closed(_text(paragraph))
        if not names or CONTENT in names:
            continue
        missing = [name for name in names if name not in given]
        if missing:
            known = ", ".join(sorted(given))
            near = get_close_matches(missing[0], given, n=1)
            hint = f"did you mean {{{{{near[0]}}}}}?" if near else f"expected one of: {known}"
            raise TemplateError(
                f"the Word template asks for {{{{{missing[0]}}}}}, which nothing fills; {hint}"
            )
        _fill_paragraph(paragraph, given)
        if not any(given[name] for name in names):
            _drop(paragraph, remove=remove_empty, vanishing=all(n in _VANISHING for n in names))


def _closed(text: str) -> None:
    """Refuse braces that make no placeholder: they would be printed.

    Raises:
        TemplateError: there are such braces.
    """
    left = _BRACES.search(PLACEHOLDER.sub("", text))
    if left:
        raise TemplateError(
            f"the Word template has “{left[0]}” that makes no placeholder, in “{text[:60]}”; write "
            "{{name}}, and conditions in text.toml"
        )


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(w("t")))


def _fill_paragraph(paragraph: Element, given: Mapping[str, str]) -> None:
    """Put values in place of placeholders, which Word may have split over several runs."""
    while match := PLACEHOLDER.search(_text(paragraph)):
        _replace(paragraph, match.start(), match.end(), given[match.group(1)])
    for node in list(paragraph.iter(w("t"))):
        text = node.text or ""
        node.set(SPACE, "preserve")
        node.text = text.replace(_OPEN, "{{")
        if "\n" in text or "\t" in text:
            _break_up(node)


_OPEN = "\ue000\ue000"  # stands for "{{" in a value while the paragraph is being filled


def _replace(paragraph: Element, start: int, end: int, value: str) -> None:
    place = 0
    put = False
    for node in paragraph.iter(w("t")):
        text = node.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        if first < last:
            node.text = text[:first] + ("" if put else value.replace("{{", _OPEN)) + text[last:]
            put = True
        place += len(text)
        if place >= end:
            return


def _break_up(node: Element) -> None:
    """Turn line breaks and tabs of a value into Word's own."""
    holder = node.getparent()
    if holder is None:
        return
    at = holder.index(node)
    holder.remove(node)
    for offset, sign in enumerate(list(run(node.text or ""))):
        holder.insert(at + offset, sign)


def multiply(root: Element, given: Mapping[str, str]) -> None:
    """Copy the paragraph of a placeholder that has several lines, one for each line."""
    for paragraph in list(root.iter(w("p"))):
        names = PLACEHOLDER.findall(_text(paragraph))
        lines = given.get(names[0], "").split("\n") if names else []
        if len(names) == 1 and names[0] in _EACH_LINE and len(lines) > 1:
            for line in lines:
                copied = deepcopy(paragraph)
                _fill_paragraph(copied, {names[0]: line})
                paragraph.addprevious(copied)
            _drop(paragraph, remove=True, vanishing=True)


def _drop(paragraph: Element, *, remove: bool, vanishing: bool = False) -> None:
    holder = paragraph.getparent()
    if holder is not None and (vanishing or (remove and holder.tag == w("body"))):
        holder.remove(paragraph)
        return
    for node in paragraph.iter(w("t")):
        node.text = ""
