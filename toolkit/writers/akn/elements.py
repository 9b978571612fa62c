"""Making elements of Akoma Ntoso."""

from typing import Any

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

Element = etree._Element
_PREFIXES: Any = {None: NAMESPACE}  # the default namespace, which the stubs do not know


def tag(name: str, /, *inside: Element | str | None, **attributes: str | None) -> Element:
    """Return an element; None among ``inside`` and attributes of None are left out.

    Words go where they stand between the elements.
    """
    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=_PREFIXES)
    for key, value in attributes.items():
        if value is not None:
            made.set(key, clean(value))
    for one in inside:
        if isinstance(one, str):
            add_words(made, one)
        elif one is not None:
            made.append(one)
    return made


def add_words(parent: Element, words: str) -> None:
    """Add words at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean(words)
    else:
        parent.text = (parent.text or "") + clean(words)


def clean(words: str) -> str:
    """Return words without the few characters that XML cannot hold."""
    return "".join(c for c in words if c >= " " or c in "\t\n\r")
