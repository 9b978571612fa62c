"""Every word a Word file shows, by the shortest way there is: what a receipt counts against.

This walk knows nothing of styles, numbers or records, so that it cannot share a mistake with
``body.py``. It covers the main text, notes, and the header and footer of the first page; running
heads of other pages repeat the symbol and are page furniture.
"""

from collections.abc import Iterator

from toolkit.ooxml.headers import first_page_parts
from toolkit.ooxml.package import open_package
from toolkit.ooxml.xml import Element, switch, w

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {False: ("del", "moveFrom"), True: ("ins", "moveTo")}


def visible_words(data: bytes, path: str, *, original: bool = False) -> str:
    """Return the words, paragraphs parted by line breaks.

    ``original`` counts what tracked changes deleted, and leaves out what they inserted.

    Raises:
        InputError: it is no Word file.
    """
    package = open_package(data, path)
    main = package.root(package.main)
    notes = (*package.related("footnotes"), *package.related("endnotes"))
    skipped = frozenset(w(name) for name in _GONE[original])
    roots = (main, *map(package.root, (*notes, *first_page_parts(package, main))))
    return "".join(
        part for root in roots if root is not None for part in _walk(root, skipped, original)
    )


def _walk(element: Element, skipped: frozenset[str], original: bool) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in skipped or _hidden(child):
            continue
        if child.tag == f"{_MARKUP}Fallback" and _has_choice(element):
            continue
        if child.tag == w("t") or (original and child.tag == w("delText")):
            yield child.text or ""
        elif child.tag in (w("tab"), w("br"), w("cr"), w("noBreakHyphen")):
            yield " "
        yield from _walk(child, skipped, original)
        if child.tag == w("p"):
            yield "\n"


def _hidden(element: Element) -> bool:
    properties = element.find(w("rPr")) if element.tag == w("r") else None
    return properties is not None and bool(switch(properties, "vanish"))


def _has_choice(element: Element) -> bool:
    choices = element.findall(f"{_MARKUP}Choice")
    return any((words.text or "").strip() for one in choices for words in one.iter(w("t")))
