"""Elements of XLIFF, whatever its version: their names, attributes and children, and new ones."""

from collections.abc import Collection, Iterable
from typing import cast

from lxml import etree

from toolkit.text.normalize import strip_controls

Element = etree._Element
Attributes = tuple[tuple[str, str], ...]


def attributes(element: Element) -> Attributes:
    """Return the attributes in the order of the file, names as lxml spells them."""
    return tuple((str(key), str(value)) for key, value in element.attrib.items())


def local(element: Element, namespace: str) -> str:
    """Return the name of an element of this namespace, "" for another, a comment or the like."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    if not namespace:
        return "" if tag.startswith("{") else tag
    head = f"{{{namespace}}}"
    return tag.removeprefix(head) if tag.startswith(head) else ""


def child(element: Element, name: str, namespace: str) -> Element | None:
    """Return the first child of a name, None for none."""
    return next((one for one in element if local(one, namespace) == name), None)


def named(name: str, namespace: str) -> str:
    """Return a name as lxml spells it."""
    return f"{{{namespace}}}{name}" if namespace else name


def made(name: str, namespace: str) -> Element:
    """Return a new element; the namespace is its default one."""
    if not namespace:
        return etree.Element(name)
    return etree.Element(named(name, namespace), nsmap=cast("dict[str, str]", {None: namespace}))


def give(element: Element, given: Iterable[tuple[str, str]]) -> None:
    """Set attributes in order; empty ones too, those of our own ("<…") not."""
    for key, value in given:
        if not key.startswith("<"):
            element.set(key, strip_controls(value))


def under(
    parent: Element, name: str, given: Iterable[tuple[str, str]] = (), text: str = ""
) -> Element:
    """Return a new last child; ``name`` is as lxml spells it."""
    element = etree.SubElement(parent, name)
    give(element, given)
    if text:
        element.text = strip_controls(text)
    return element


def lay_out(element: Element, mixed: Collection[str]) -> None:
    """Put every element on a line of its own but those inside ``mixed``, which hold words."""
    if element.tag in mixed:
        return
    if len(element):
        element.text = "\n"
    for one in element:
        one.tail = "\n"
        lay_out(one, mixed)
