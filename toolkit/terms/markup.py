"""Bytes that claim to be TBX, to a tree that is safe to walk.

The beginning is looked at before a parser sees it: no internal DTD subset, a known encoding, a
root of TBX. Nothing is fetched, no entity is expanded, and depth and length are bounded.
"""

import re
from typing import Final

from lxml import etree

from toolkit.errors import InputError
from toolkit.tmx.source import ENCODINGS

LARGEST: Final = 64 << 20  # bytes; a termbase beyond it is not made by hand
DEEPEST: Final = 100  # elements inside each other; TBX needs about ten
LONGEST: Final = 100_000  # characters of one piece of text
MOST_ATTRIBUTES: Final = 100  # of one element; TBX has five
ROOTS: Final = ("martif", "tbx", "TBX")
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

_HEAD: Final = 1 << 16
_SKIPPED: Final = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*", re.DOTALL)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


def is_tbx(data: bytes) -> bool:
    """Return whether the first element of a file is one of TBX."""
    text, at = _beginning(data)
    root = _ROOT.match(text, at)
    return bool(root) and root[1] in ROOTS  # type: ignore[index]


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
    text, at = _beginning(data)
    if doctype := _DOCTYPE.match(text, at):
        if text[doctype.end() : doctype.end() + 1] == "[":
            raise InputError(
                f"{file} declares entities or attributes of its own (an internal DTD subset, "
                "which could also be external entities); remove the part in [ ] from its DOCTYPE."
            )
        at = _skipped(text, doctype.end() + 1)
    root = _ROOT.match(text, at)
    if not root or root[1] not in ROOTS:
        found = f"its first element is <{root[1][:40]}>" if root else "it does not begin as XML"
        raise InputError(
            f"{file} is not a TBX file: {found}; <martif> (TBX 2) or <tbx> (TBX 3) was expected."
        )
    declared = _DECLARED.match(text.lstrip("\ufeff"))
    if declared and not ENCODINGS.fullmatch(declared[1].lower()):
        raise InputError(
            f"{file} says that its encoding is {declared[1]!r}, which is not read; "
            "save it as UTF-8 and try again."
        )


def _beginning(data: bytes) -> tuple[str, int]:
    """Return the beginning as text, and where its DOCTYPE or first element is."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head.decode("utf-16", "replace")
    elif head[:2] in (b"<\x00", b"\x00<"):
        text = head.decode("utf-16-le" if head[0] else "utf-16-be", "replace")
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return text, _skipped(text, 0)


def _skipped(text: str, at: int) -> int:
    while skipped := _SKIPPED.match(text, at):
        at = skipped.end()
    return at


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
            raise InputError(f"{file}, line {element.sourceline}: {fault}.")
    for entity in root.iter(etree.Entity):
        raise InputError(
            f"{file}, line {entity.sourceline}: the entity {entity.text} is not one of XML's "
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
