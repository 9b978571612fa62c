"""XML of others made safe to parse: its size and shape bounded, nothing declared, nothing fetched.

The beginning is looked at before any parser sees it: no DTD subset of its own, an encoding that is
known, and a root that is expected.
"""

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.elements import Element
from toolkit.text.normalize import strip_controls
from toolkit.text.xml_files import line_of, prolog

MOST_BYTES = 32 << 20
MOST_TAGS = 1_500_000
MOST_ATTRIBUTES = 1000  # of an element


def root_name(data: bytes) -> str:
    """Return the local name of the first element, "" for what is no XML; nothing is parsed."""
    return prolog(data).root


def check_xml(data: bytes, path: str) -> None:
    """Refuse XML that another reader had better not see: too large, malformed, or declaring things.

    Raises:
        InputError: it is so.
    """
    head = prolog(data)
    if head.tagged:
        parsed(data, path, root=head.root, kind="a file to be translated")


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
    head = prolog(data)
    if head.refusal:
        raise InputError(f"{path} {head.refusal}")
    if head.root != root:
        found = (
            f"its first element is <{strip_controls(head.root)}>" if head.root else "it is no XML"
        )
        raise InputError(f"{path} is not {kind}: {found}, and <{root}> was expected.")
    if data.count(b"<") > MOST_TAGS:
        raise InputError(f"{path} has more than {MOST_TAGS:,} tags; it was not read.")
    return _root(data, path, doctype=head.doctype)


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
