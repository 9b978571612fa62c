"""What a Word file has that is more than words in paragraphs and tables: counted, by kind."""

from collections.abc import Mapping
from typing import Final

from toolkit.ooxml.package import open_package
from toolkit.ooxml.xml import Element, w

# Each kind with the elements that are one of it; "{*}" is any namespace.
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text boxes": (w("txbxContent"),),
    "formulas": ("{*}oMath",),
    "content controls": (w("sdt"),),
    "embedded objects": (w("object"),),
    "tables inside tables": (),
    "highlighted or coloured words": (w("highlight"),),
    "words set under or struck through": (w("strike"), w("dstrike"), w("u")),
    "landscape pages": (),
}


def more_than_words(data: bytes, path: str) -> dict[str, int]:
    """Return how many there are of each kind in the main text; kinds without any are left out.

    Raises:
        InputError: it is no Word file.
    """
    package = open_package(data, path)
    root = package.root(package.main)
    if root is None:
        return {}
    found = {
        kind: sum(_is_one(one) for one in root.iter(*names))
        for kind, names in _KINDS.items()
        if names
    }
    found["tables inside tables"] = sum(
        next(table.iterancestors(w("tbl")), None) is not None for table in root.iter(w("tbl"))
    )
    found["landscape pages"] = sum(
        size.get(w("orient")) == "landscape" for size in root.iter(w("pgSz"))
    )
    return {kind: count for kind, count in found.items() if count}


def _is_one(element: Element) -> bool:
    """Return whether an element says something: nothing switched off."""
    value = element.get(w("val"))
    if element.tag == w("txbxContent"):
        return not any(True for _ in element.iterancestors("{*}Fallback"))
    if element.tag == w("sdt"):
        return element.find(f"{w('sdtPr')}/{w('docPartObj')}") is None
    return value not in ("none", "0", "false", "off")
