"""Bytes that claim to be TBX, to a tree that is safe to walk.

The beginning is looked at before a parser sees it: no internal DTD subset, a known encoding, a
root of TBX. Nothing is fetched, no entity is expanded, and depth and length are bounded.
"""

from typing import Final

from lxml import etree

from toolkit.errors import InputError
from toolkit.text.xml_files import line_of, prolog

LARGEST: Final = 64 << 20  # bytes; a termbase beyond it is not made by hand
DEEPEST: Final = 100  # elements inside each other; TBX needs about ten
LONGEST: Final = 100_000  # characters of one piece of text
MOST_ATTRIBUTES: Final = 100  # of one element; TBX has five
ROOTS: Final = ("martif", "tbx", "TBX")
XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def is_tbx(data: bytes) -> bool:
    """Return whether the first element of a file is one of TBX."""
    return prolog(data).root in ROOTS


def tree_of(data: bytes, file: str) -> etree._Element:
    """Return the root element.

    Raises:
        InputError: it is no TBX, is malformed, or does what no termbase does; names the line.
    """
    _inspect(data, file)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{file}, line {error.lineno or 1}: the XML does not hold ({_plainly(error.msg)}); "
            "nothing of the termbase was read. Mend it there or export it again."
        ) from error
    _hold(root, file)
    return root


def _plainly(message: str | None) -> str:
    return " ".join((message or "unknown fault").split())[:120]


def _inspect(data: bytes, file: str) -> None:
    if len(data) > LARGEST:
        raise InputError(f"{file} is larger than {LARGEST >> 20} MB; export the termbase in parts.")
    head = prolog(data)
    if head.refusal:
        raise InputError(f"{file} {head.refusal}")
    if head.root not in ROOTS:
        found = (
            f"its first element is <{head.root[:40]}>" if head.root else "it does not begin as XML"
        )
        raise InputError(
            f"{file} is not a TBX file: {found}; <martif> (TBX 2) or <tbx> (TBX 3) was expected."
        )


def _hold(root: etree._Element, file: str) -> None:
    """Hold that the tree is of a size that people make.

    Raises:
        InputError: it is not, or has an entity that nothing declares.
    """
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        fault = _fault(element, depth)
        if fault:
            raise InputError(f"{file}, line {line_of(element)}: {fault}.")
    for entity in root.iter(etree.Entity):
        raise InputError(
            f"{file}, line {line_of(entity)}: the entity {entity.text} is not one of XML's "
            "own; write the character itself."
        )


def _fault(element: etree._Element, depth: int) -> str:
    if depth > DEEPEST:
        return f"elements are nested more than {DEEPEST} deep, which no termbase does"
    if len(element.attrib) > MOST_ATTRIBUTES:
        return f"an element has more than {MOST_ATTRIBUTES} attributes, which none of TBX has"
    if max(len(element.text or ""), len(element.tail or "")) > LONGEST:
        return f"a text has more than {LONGEST:,} characters, which no term has"
    return ""
