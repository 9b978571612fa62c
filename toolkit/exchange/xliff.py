"""XLIFF of any version: read, written anew with other targets, and what version a file is."""

from collections.abc import Callable

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.elements import Element
from toolkit.exchange.source import parsed
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit
from toolkit.exchange.xliff2 import CORE, read_xliff2, retarget2
from toolkit.exchange.xliff12 import read_xliff12, retarget12
from toolkit.inline import Segment

KIND = "an XLIFF file"


def read_xliff(data: bytes, path: str) -> ExchangeFile:
    """Return what an XLIFF file has, of version 1.0 to 2.2.

    Raises:
        InputError: it is none, is not well-formed, or is not safe to read.
    """
    root = parsed(data, path, root="xliff", kind=KIND)
    return read_xliff2(root, path) if _is_2(root, path) else read_xliff12(root, path)


def rewritten(
    data: bytes,
    path: str,
    new: Callable[[ExchangeUnit], Segment | None],
    *,
    sources: bool = False,
) -> bytes:
    """Return the file with other targets; all that is no target stays as it is.

    Args:
        data: the file.
        path: its name, for messages.
        new: gives the new target of each unit, None to leave it.
        sources: write the sources anew too, from their values; for proving that they hold all.

    Raises:
        InputError: as ``read_xliff``.
    """
    root = parsed(data, path, root="xliff", kind=KIND)
    (retarget2 if _is_2(root, path) else retarget12)(root, path, new, sources=sources)
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)


def _is_2(root: Element, path: str) -> bool:
    namespace = etree.QName(root).namespace or ""
    version = root.get("version", "1.2")
    if namespace.startswith(CORE) or (not namespace and version.startswith("2.")):
        return True
    if version.startswith("1."):
        return False
    raise InputError(
        f"{path} says that it is XLIFF {root.get('version', '')[:20]!r} in the namespace "
        f"{namespace[:60]!r}; versions 1.0 to 2.2 are read."
    )
