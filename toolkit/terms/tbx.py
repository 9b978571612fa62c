"""Reading TBX: edition 2 (``martif``), edition 3 in both styles, and TBX-Min."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from toolkit.diagnostics import Finding
from toolkit.languages.tags import tag
from toolkit.terms.categories import EDITION_3, groups, plain, with_type
from toolkit.terms.markup import XML, tree_of
from toolkit.terms.telling import Telling
from toolkit.terms.termbase import STATUS_KINDS, Concept, Node, Section, Term, Termbase, status_of
from toolkit.text.xml_files import line_of

NAMESPACE: Final = "urn:iso:std:iso:30042"  # of edition 3; what follows is its number
MODULES: Final = ("http://www.tbxinfo.net/ns/",)

_ENTRIES: Final = ("conceptEntry",)
_SECTIONS: Final = ("langSec", "langSection", "langGroup")
_TERMS: Final = ("termSec", "ntig", "termGroup")
# The order that edition 2 has inside a term; the order of all else is kept.
_ORDER: Final = {"termNote": 0, "termNoteGrp": 0, "termCompList": 1}

Attributes = tuple[tuple[str, str], ...]
Nodes = tuple[Node, ...]


def read_tbx(data: bytes, file: str) -> tuple[Termbase, tuple[Finding, ...]]:
    """Return the termbase in a TBX file and what reading had to say.

    Raises:
        InputError: not TBX, malformed or unsafe; the message names the line.
    """
    return _Reading(file).read(tree_of(data, file))


class _Reading:
    def __init__(self, file: str) -> None:
        self._tell = Telling(file)

    def read(self, root: etree._Element) -> tuple[Termbase, tuple[Finding, ...]]:
        header: list[Node] = []
        back: list[Node] = []
        concepts: list[Concept] = []
        for element in _below(root):
            match _name(element):
                case "tbxHeader":
                    header += self._inside(element)
                case "header":
                    header.append(_plain_header(element))
                case "back":
                    back += self._inside(element)
                case "body":
                    concepts += self._concepts(element)
                case _:
                    self._left_out(element, "it stands outside the entries")
        comments = sum(1 for _ in root.iter(etree.Comment))
        if comments:
            self._tell.add("TRM204", count=comments)
        given = dict(_attributes(root))
        base = Termbase(
            concepts=tuple(concepts),
            lang=_code(given.get("xml:lang", "en")),
            dialect=given.get("type") or given.get("dialect", ""),
            header=tuple(header),
            back=tuple(back),
        )
        return base, self._tell.all()

    def _concepts(self, body: etree._Element) -> Iterator[Concept]:
        for element in _elements(body):
            if _name(element) not in _ENTRIES:
                self._left_out(element, "it stands between the entries")
                continue
            children = [*_elements(element)]
            inner = [one for one in children if _name(one) in _SECTIONS]
            given = _attributes(element)
            yield Concept(
                id=dict(given).get("id", ""),
                sections=tuple(
                    found
                    for one in inner
                    for found in self._section(one)
                    if found.terms or found.details
                ),
                details=self._details(one for one in children if one not in inner),
                attributes=tuple(pair for pair in given if pair[0] != "id"),
            )

    def _section(self, element: etree._Element) -> Iterator[Section]:
        given = dict(_attributes(element))
        lang = given.pop("xml:lang", "") or given.pop("lang", "")
        if tag(lang) is None:
            self._tell.add("TRM202", _line(element), given=lang[:40] or "(none)")
            return
        children = [*_elements(element)]
        inner = [one for one in children if _name(one) in _TERMS]
        terms = (self._term(one) for one in inner)
        yield Section(
            lang=_code(lang),
            terms=tuple(term for term in terms if term),
            details=self._details(one for one in children if one not in inner),
            attributes=tuple(given.items()),
        )

    def _term(self, element: etree._Element) -> Term | None:
        word: Node | None = None
        about: list[etree._Element] = []
        attributes = list(_attributes(element))
        for one in _opened(element):
            if _name(one) == "termGrp":
                attributes += self._of_group(one, dict(attributes))
            elif _name(one) == "term" and word is None:
                word = self._node(one)
            else:
                about.append(one)
        if word is None or not word.words:
            self._left_out(element, "it has no words")
            return None
        details = sorted(self._details(about), key=lambda one: _ORDER.get(one.name, len(_ORDER)))
        term = Term(word, tuple(details), tuple(attributes))
        self._tell_status(term, element)
        return term

    def _of_group(self, group: etree._Element, taken: dict[str, str]) -> Attributes:
        """Return the attributes of a group that stand beside those of the element around it."""
        for name, value in _attributes(group):
            if taken.get(name, value) != value:
                self._tell.add("TRM207", _line(group), name=name)
        return tuple(pair for pair in _attributes(group) if pair[0] not in taken)

    def _tell_status(self, term: Term, element: etree._Element) -> None:
        for given in term.said(*STATUS_KINDS):
            if status_of(given) is None:
                self._tell.add("TRM206", _line(element), given=given[:40])

    def _details(self, elements: Iterator[etree._Element] | list[etree._Element]) -> Nodes:
        return tuple(node for one in elements for node in self._nodes(one))

    def _inside(self, element: etree._Element) -> Iterator[Node]:
        for one in _elements(element):
            yield from self._nodes(one)

    def _nodes(self, element: etree._Element) -> Iterator[Node]:
        """Yield what an element is; the notes of TBX-Min are one note for each key."""
        if _name(element) == "noteGrp":
            for note in _elements(element):
                said = [
                    " ".join("".join(map(str, one.itertext())).split()) for one in _elements(note)
                ]
                yield Node("note", ": ".join(part for part in said if part))
            return
        yield self._node(element)

    def _node(self, element: etree._Element) -> Node:
        name = _name(element)
        group = name in groups()
        node = Node(
            name=name,
            text=_text(element, group=group),
            attributes=_attributes(element),
            children=tuple(self._inner(one, group=group) for one in _elements(element)),
        )
        if name in plain():
            return node
        typed = with_type(etree.QName(element).localname, node) if _known(element) else None
        if typed is None:
            self._tell.add("TRM203", _line(element), element=name[:60])
        return typed or node

    def _inner(self, element: etree._Element, *, group: bool) -> Node:
        node = self._node(element)
        tail = "" if group else _behind(element)
        return Node(node.name, node.text, node.attributes, node.children, tail)

    def _left_out(self, element: etree._Element, reason: str) -> None:
        self._tell.add("TRM201", _line(element), reason=reason)


def _plain_header(element: etree._Element) -> Node:
    """Return the header of TBX-Min as paragraphs on the file's source, a line each."""
    lines = []
    for one in _elements(element):
        words = _words(one)
        values = ", ".join(f"{key} {value}" for key, value in _attributes(one))
        said = " ".join(part for part in (words, values) if part)
        lines.append(Node("p", f"{_name(one)}: {said}"))
    return Node("fileDesc", children=(Node("sourceDesc", children=tuple(lines)),))


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _code(lang: str) -> str:
    """Return the code of a language with hyphens, otherwise as it is."""
    return lang.strip().replace("_", "-")


def _known(element: etree._Element) -> bool:
    """Return whether an element may be named after a data category: by TBX or its modules."""
    space = etree.QName(element).namespace or ""
    return not space or space.startswith((NAMESPACE, *MODULES))


def _below(root: etree._Element) -> Iterator[etree._Element]:
    """Yield header, body and back, which stand in ``text`` or beside each other."""
    for element in _elements(root):
        if _name(element) == "text":
            yield from _elements(element)
        else:
            yield element


def _opened(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is said of a term, that inside its ``termGrp`` too."""
    for one in _elements(element):
        yield one
        if _name(one) == "termGrp":
            yield from _elements(one)


def _elements(element: etree._Element) -> Iterator[etree._Element]:
    return (one for one in element if _is_element(one))


def _is_element(one: etree._Element) -> bool:
    """Return whether a node is no comment and no processing instruction."""
    name: object = one.tag
    return isinstance(name, str)


def _name(element: etree._Element) -> str:
    """Return the local name, in edition 3's words, of what is TBX's; else the name in full."""
    name = etree.QName(element)
    if name.namespace and not name.namespace.startswith(NAMESPACE):
        return name.text
    return EDITION_3.get(name.localname, name.localname)


def _attributes(element: etree._Element) -> Attributes:
    return tuple(
        (str(key).replace(XML, "xml:"), str(value)) for key, value in element.attrib.items()
    )


def _text(element: etree._Element, *, group: bool) -> str:
    """Return the text before the first element, that around comments too."""
    if group:
        return ""
    text = element.text or ""
    for child in element:
        if _is_element(child):
            break
        text += child.tail or ""
    return text


def _behind(element: etree._Element) -> str:
    text = element.tail or ""
    for one in element.itersiblings():
        if _is_element(one):
            break
        text += one.tail or ""
    return text


def _line(element: etree._Element) -> str:
    return f"line {line_of(element)}"
