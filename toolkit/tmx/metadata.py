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
    props = tuple(Prop(e.get("type", ""), *_remark(e)) for kind, e in children if kind == "prop")
    notes = tuple(Note(*_remark(e)) for kind, e in children if kind == "note")
    attributes, others = _attributes(element, name)
    return Metadata(attributes, (*props, *others), notes)


def _remark(element: etree._Element) -> tuple[str, str, str]:
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    lang = element.get(XML_LANG) or element.get("lang") or ""
    return text, lang, element.get("o-encoding", "")


def _attributes(element: etree._Element, name: str) -> tuple[Attributes, list[Prop]]:
    known, read_elsewhere = _KNOWN[name]
    attributes = attributes_of(element)
    if len(attributes) == 1 and not read_elsewhere.isdisjoint(attributes):
        return (), []
    given = tuple((key, attributes.pop(key)) for key in known if key in attributes)
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
