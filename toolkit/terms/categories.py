"""Names of elements and data categories in the editions and dialects of TBX."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from toolkit.terms.termbase import Node

EDITION_2: Final = {
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
    "tbxHeader": "martifHeader",
    "refObjectSec": "refObjectList",
}
EDITION_3: Final = {old: new for new, old in EDITION_2.items()}


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    text = (files("toolkit.terms") / "data" / "categories.toml").read_text("utf-8")
    table = tomllib.loads(text)
    elements = {name: element for element, names in table["types"].items() for name in names}
    return elements, table["renamed"]


@cache
def plain() -> frozenset[str]:
    """Return the elements of TBX that are not named after a data category."""
    text = (files("toolkit.terms") / "data" / "categories.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["elements"]["plain"]) | groups()


@cache
def groups() -> frozenset[str]:
    """Return the elements that hold elements only: the white space in them is layout."""
    text = (files("toolkit.terms") / "data" / "categories.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["elements"]["groups"])


def with_type(name: str, node: Node) -> Node | None:
    """Return an element that is named after a data category in the form with a ``type``.

    ``name`` is its local name; None when no such data category is known.
    """
    elements, renamed = _table()
    kind = renamed.get(name, name)
    if kind not in elements:
        return None
    return Node(
        elements[kind], node.text, (("type", kind), *node.attributes), node.children, node.tail
    )
