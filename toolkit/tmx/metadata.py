"""What an element of TMX says besides its segments: attributes, properties and notes."""

from dataclasses import dataclass

from lxml import etree

from toolkit.tmx.entry import (
    FOREIGN_ATTRIBUTE,
    TU_ATTRIBUTES,
    TUV_ATTRIBUTES,
    Attributes,
    Note,
    Prop,
)
from toolkit.tmx.form import HEADER_ATTRIBUTES, MORE_HEADER_ATTRIBUTES, TmxHeader
from toolkit.tmx.seg import attributes_of, local_name

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_KNOWN = {
    "tu": (TU_ATTRIBUTES, frozenset({"tuid"})),
    "tuv": (TUV_ATTRIBUTES, frozenset({XML_LANG, "lang"})),
    "header": (MORE_HEADER_ATTRIBUTES, frozenset(HEADER_ATTRIBUTES)),
}


Named = tuple[str, etree._Element]


@dataclass(frozen=True, slots=True)
class Metadata:
    """Attributes of the standard in its order; properties and notes each in file order.

    Attributes that the standard does not have are properties "x-attribute-NAME" at the end.
    """

    attributes: Attributes = ()
    props: tuple[Prop, ...] = ()
    notes: tuple[Note, ...] = ()


_NOTHING = Metadata()


def named(element: etree._Element, namespace: str) -> list[Named]:
    """Return the children of an element with their names, as ``local_name`` gives them."""
    return [(local_name(child, namespace), child) for child in element]


def metadata(element: etree._Element, name: str, children: list[Named]) -> Metadata:
    """Read what a ``tu``, ``tuv`` or ``header`` says of itself; ``name`` is which of them.

    Raises:
        DamagedSegmentError: it has more attributes than anyone writes.
    """
    if name == "tuv" and len(children) == 1 and len(element.attrib) == 1:
        return _NOTHING  # the usual case: a language and its segment
    props: list[Prop] = []
    notes: list[Note] = []
    for kind, child in children:
        if kind == "prop":
            props.append(_prop(child))
        elif kind == "note":
            notes.append(Note(_text(child), *_form(child.attrib)))
    attributes, others = _attributes(element, name)
    return Metadata(attributes, (*props, *others), tuple(notes))


def _prop(element: etree._Element) -> Prop:
    given = element.attrib
    kind = given.get("type", "")
    if len(given) == 1 and kind:
        return Prop(kind, _text(element))  # the usual case: looking attributes up takes long
    return Prop(kind, _text(element), *_form(given))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _form(given: etree._Attrib) -> tuple[str, str]:
    """Return language and encoding."""
    return given.get(XML_LANG) or given.get("lang") or "", given.get("o-encoding", "")


def _attributes(element: etree._Element, name: str) -> tuple[Attributes, list[Prop]]:
    known, read_elsewhere = _KNOWN[name]
    attributes = attributes_of(element)
    if len(attributes) == 1 and not read_elsewhere.isdisjoint(attributes):
        return (), []
    given = tuple((key, attributes.pop(key)) for key in known if key in attributes)
    if len(attributes) == 1 and not read_elsewhere.isdisjoint(attributes):
        return given, []
    others = [
        Prop(FOREIGN_ATTRIBUTE + etree.QName(key).localname, value)
        for key, value in sorted(attributes.items())
        if key not in read_elsewhere
    ]
    return given, others


def header_of(element: etree._Element, namespace: str) -> TmxHeader:
    """Read a ``header``; its version stands elsewhere."""
    said = metadata(element, "header", named(element, namespace))
    return TmxHeader(
        source_lang=element.get("srclang", ""),
        admin_lang=element.get("adminlang", ""),
        segtype=element.get("segtype", ""),
        datatype=element.get("datatype", ""),
        creationtool=element.get("creationtool", ""),
        creationtoolversion=element.get("creationtoolversion", ""),
        o_tmf=element.get("o-tmf", ""),
        attributes=said.attributes,
        props=said.props,
        notes=said.notes,
    )
