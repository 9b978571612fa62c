"""XML of others made safe to parse: its size and shape bounded, nothing declared, nothing fetched.

The beginning is looked at before any parser sees it: no DTD subset of its own, an encoding that is
known, and a root that is expected.
"""

import re

from lxml import etree

from toolkit.errors import InputError
from toolkit.text.normalize import strip_controls

Element = etree._Element

MOST_BYTES = 32 << 20
MOST_TAGS = 1_500_000
MOST_ATTRIBUTES = 1000  # of an element
HEAD = 1 << 16  # the root element must begin within these characters

ENCODINGS = re.compile(
    r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d|gb18030|gbk|gb2312|big5"
)
_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


def root_name(data: bytes) -> str:
    """Return the local name of the first element, "" for what is no XML; nothing is parsed."""
    return _look(_decoded(data[: HEAD * 2]))[0]


def check_xml(data: bytes, path: str) -> None:
    """Refuse XML that another reader had better not see: too large, malformed, or declaring things.

    Raises:
        InputError: it is so.
    """
    text = _decoded(data[: HEAD * 2])
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        parsed(data, path, root=_look(text)[0], kind="a file to be translated")


def parsed(data: bytes, path: str, *, root: str, kind: str) -> Element:
    """Return the root element.

    Args:
        data: the whole file.
        path: its name, for messages.
        root: what the root element must be called.
        kind: what the file should be ("an XLIFF file"), for messages.

    Raises:
        InputError: it is no such file, is not well-formed, or is not safe to read.
    """
    if len(data) > MOST_BYTES:
        raise InputError(
            f"{path} is larger than {MOST_BYTES >> 20} MiB; {kind} of one document is not. "
            "Split it and try again."
        )
    text = _decoded(data[: HEAD * 2])
    name, declares = _look(text)
    if declares:
        raise InputError(
            f"{path} declares entities or attributes of its own (an internal DTD subset, which "
            "could also be external entities); remove the part in [ ] from its DOCTYPE."
        )
    if name != root:
        found = f"its first element is <{strip_controls(name)}>" if name else "it is no XML"
        raise InputError(f"{path} is not {kind}: {found}, and <{root}> was expected.")
    _check_encoding(text, path)
    if data.count(b"<") > MOST_TAGS:
        raise InputError(f"{path} has more than {MOST_TAGS:,} tags; it was not read.")
    return _root(data, path, doctype="<!DOCTYPE" in text)


def _root(data: bytes, path: str, *, doctype: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        # Two equal xml:id are no fault of ours; but where the parser does not collect them, it
        # goes and fetches the DTD that a DOCTYPE names.
        collect_ids=doctype,
    )
    try:
        found = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        said = " ".join(str(getattr(error, "msg", None) or error).split())[:200]
        raise InputError(f"{path}, line {line}: not well-formed XML: {said}.") from None
    for one in found.iter():
        if isinstance(one, etree._Entity):
            raise InputError(
                f"{path}, line {line_of(one)}: the entity {one.text} is declared nowhere."
            )
        if len(one.attrib) > MOST_ATTRIBUTES:
            raise InputError(
                f"{path}, line {line_of(one)}: an element has more than "
                f"{MOST_ATTRIBUTES} attributes; it was not read."
            )
    return found


def line_of(element: Element) -> int:
    """Return where an element stands in its file, 0 for nowhere."""
    line: object = element.sourceline  # whatever its stub says
    return line if isinstance(line, int) else 0


def _look(text: str) -> tuple[str, bool]:
    """Return the name of the first element, and whether a DOCTYPE before it declares anything."""
    at = _skipped(text, 0)
    declares = False
    if doctype := _DOCTYPE.match(text, at):
        declares = text[doctype.end() : doctype.end() + 1] == "["
        at = _skipped(text, doctype.end() + 1)
    root = _ROOT.match(text, at)
    return root[1] if root else "", declares


def _skipped(text: str, at: int) -> int:
    while found := _SKIPPED.match(text, at):
        at = found.end()
    return at


def _check_encoding(text: str, path: str) -> None:
    declared = _DECLARED.match(text)
    if declared and not ENCODINGS.fullmatch(declared[1].lower()):
        raise InputError(
            f"{path} says that its encoding is {strip_controls(declared[1])!r}, which is not read; "
            "save it as UTF-8 and try again."
        )


def _decoded(head: bytes) -> str:
    """Return the beginning as text; all encodings but UTF-16 have ASCII where we look."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    if head[:2] == b"<\x00":
        return head.decode("utf-16-le", "replace")
    if head[:2] == b"\x00<":
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
