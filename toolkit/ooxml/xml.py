"""Names, and the one way in which XML is parsed here."""

import codecs
from collections.abc import Container, Iterator

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_NS = "http://www.w3.org/XML/1998/namespace"

Element = etree._Element

# The Strict edition of the standard names everything differently and means the same.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NS.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)


def w(name: str) -> str:
    """Return ``name`` in the namespace of WordprocessingML, as lxml spells it."""
    return f"{{{W_NS}}}{name}"


def r(name: str) -> str:
    """Return ``name`` in the namespace of relationships."""
    return f"{{{R_NS}}}{name}"


def mc(name: str) -> str:
    """Return ``name`` in the namespace of markup compatibility."""
    return f"{{{MC_NS}}}{name}"


VAL = w("val")
SPACE = f"{{{XML_NS}}}space"


def parse(data: bytes) -> Element | None:
    """Return the root of ``data``, repaired where it is broken; None when nothing can be read.

    No entity is resolved, nothing is fetched, and the Strict namespaces are read as the
    Transitional ones. A document type, which Word never writes, and nesting deeper than the parser
    goes count as not readable, since words would be lost without a word.
    """
    return parsed(data)[0]


def parsed(data: bytes) -> tuple[Element | None, bool]:
    """Return the root as ``parse`` does, and whether nothing of it had to be repaired."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        data = text.replace("utf-16", "utf-8", 1).replace("UTF-16", "utf-8", 1).encode()
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        recover=True, huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    cut = any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log)
    declared = root is not None and root.getroottree().docinfo.internalDTD is not None
    if cut or declared:
        return None, False
    return root, all(one.level < etree.ErrorLevels.FATAL for one in parser.error_log)


def first_child(parent: Element, tag: str) -> Element | None:
    """Return the first child of a full name, as ``w`` gives it; None without one.

    Far quicker than ``find`` on the short lists of children that Word files are made of.
    """
    for one in parent:
        if one.tag == tag:
            return one
    return None


def as_edition(data: bytes, old: bytes) -> bytes:
    """Return a part in the edition of the standard, Strict or Transitional, that ``old`` is in."""
    for strict, transitional in _STRICT:
        if strict in old:
            data = data.replace(transitional, strict)
    return data


def child_val(parent: Element | None, name: str) -> str | None:
    """Return the ``w:val`` of the child ``w:name``, None when either is not there."""
    child = None if parent is None else first_child(parent, w(name))
    return None if child is None else child.get(VAL)


def child_number(parent: Element | None, name: str) -> int | None:
    """Return the ``w:val`` of the child ``w:name`` as an integer, None when it is none."""
    return as_number(child_val(parent, name))


def as_number(value: str | None) -> int | None:
    """Return an attribute's integer, None when there is none or it is no integer."""
    try:
        return None if value is None else int(value)
    except ValueError:
        return None


def switch(parent: Element | None, name: str) -> bool | None:
    """Return whether the on/off child ``w:name`` is on; None when it is not there."""
    child = None if parent is None else first_child(parent, w(name))
    return None if child is None else is_on(child)


def is_on(element: Element) -> bool:
    """Return whether an on/off element, which is there, is on."""
    return element.get(VAL, "true") not in ("0", "false", "off")


def elements(parent: Element) -> Iterator[Element]:
    """Yield the child elements, without comments and processing instructions."""
    for child in parent:
        if isinstance(child.tag, str):
            yield child


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def put_in_order(parent: Element, new: Element, behind: Container[object]) -> None:
    """Put an element before the first child whose tag is in ``behind``, else last.

    Schemas fix the order of properties; ``behind`` are the tags that come after ``new``.
    """
    later = next((one for one in parent if one.tag in behind), None)
    if later is None:
        parent.append(new)
    else:
        later.addprevious(new)


def drop(element: Element) -> None:
    """Take an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def drop_from_run(element: Element) -> None:
    """Take an element out, and the run it stood in when nothing but its look is left of that."""
    run = element.getparent()
    drop(element)
    if run is not None and run.tag == w("r") and all(one.tag == w("rPr") for one in elements(run)):
        drop(run)
