"""Writing TBX: edition 2 without a namespace, which other tools read, or edition 3.

The same termbase is the same bytes. An element stands on a line of its own, words never get white
space they did not have.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.terms.categories import EDITION_2, groups
from toolkit.terms.telling import Telling
from toolkit.terms.termbase import Concept, Node, Section, Term, Termbase
from toolkit.text.normalize import strip_controls

EDITIONS: Final = (2, 3)
SOURCE: Final = Node(
    "fileDesc", children=(Node("sourceDesc", children=(Node("p", "A termbase of Undraft."),)),)
)
_PARTS: Final = "termCompList"  # unknown to edition 3
_DAY: Final = 10  # characters of a date; edition 3 has no time behind it
NESTED: Final = ("termNoteGrp", _PARTS)  # edition 2 has these inside a ``termGrp``

_FOREIGN: Final = re.compile(r"\{([^}]*)\}(.+)")
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'


def write_tbx(base: Termbase, *, edition: int = 2) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a TBX file in UTF-8, of edition 2 or 3 (style "dca"), and what it cannot hold.

    Raises:
        UsageError: there is no such edition, or no concept, which neither edition can hold.
    """
    if edition not in EDITIONS:
        raise UsageError(f"There is no TBX {edition} here; it can be 2 or 3.")
    if not base.concepts:
        raise UsageError("There is no term to write; TBX has one entry at least.")
    writing = _Writing(edition)
    data = ("\n".join(writing.lines(base)) + "\n").encode("utf-8")
    telling = Telling("")
    for what, count in writing.left_out.items():
        telling.add("TRM205", count=count, what=what, format="TBX 3")
    return data, telling.all()


class _Writing:
    def __init__(self, edition: int) -> None:
        self._edition = edition
        self.left_out: Counter[str] = Counter()

    def lines(self, base: Termbase) -> Iterator[str]:
        kind, lang = base.dialect or "TBX-Basic", base.lang or "en"
        yield _HEAD
        if self._edition == 2:
            root = "martif"
            yield f"<martif{_given((('type', kind), ('xml:lang', lang)))}>"
        else:
            root = "tbx"
            kind = kind if kind.startswith("TBX-") else "TBX-Default"
            given = (("type", kind), ("style", "dca"), ("xml:lang", lang))
            yield f'<tbx{_given(given)} xmlns="urn:iso:std:iso:30042:ed-2">'
        header = Node("tbxHeader", children=tuple(map(self._header, base.header)) or (SOURCE,))
        yield from self._element(header, "")
        yield "<text>"
        yield "<body>"
        for number, concept in enumerate(base.concepts, start=1):
            yield from self._concept(concept, number)
        yield "</body>"
        if base.back:
            yield from self._element(Node("back", children=base.back), "")
        yield "</text>"
        yield f"</{root}>"

    def _header(self, node: Node) -> Node:
        """Return a part of the header as this edition has it: edition 3 has one source."""
        sources = [one for one in node.children if one.name == "sourceDesc"]
        if self._edition == 2 or len(sources) < 2:
            return node
        whole = replace(sources[0], children=tuple(p for one in sources for p in one.children))
        others = tuple(one for one in node.children if one.name != "sourceDesc")
        return replace(node, children=(*others, whole))

    def _concept(self, concept: Concept, number: int) -> Iterator[str]:
        name = self._named("conceptEntry")
        given = concept.id or (f"entry-{number}" if self._edition == 3 else "")
        own = (("id", given), *concept.attributes) if given else concept.attributes
        yield f"<{name}{_given(own)}>"
        yield from self._all(concept.details, " ")
        for section in concept.sections:
            yield from self._section(section)
        yield f"</{name}>"

    def _section(self, section: Section) -> Iterator[str]:
        name = self._named("langSec")
        yield f" <{name}{_given((('xml:lang', section.lang), *section.attributes))}>"
        yield from self._all(section.details, "  ")
        for term in section.terms:
            yield from self._term(term)
        yield f" </{name}>"

    def _term(self, term: Term) -> Iterator[str]:
        said = term.details
        if self._edition == 3:
            said = tuple(one for one in said if one.name != _PARTS)
            if len(said) < len(term.details):
                self.left_out["lists of parts of a term"] += len(term.details) - len(said)
        notes = [one for one in said if one.name in ("termNote", *NESTED)]
        others = [one for one in said if one not in notes]
        nested = self._edition == 2 and any(one.name in NESTED for one in notes)
        name = "ntig" if nested else self._named("termSec")
        yield f"  <{name}{_given(term.attributes)}>"
        if nested:
            yield "   <termGrp>"
        yield f"   {self._inline(term.word)}"
        yield from self._all(sorted(notes, key=lambda one: one.name == _PARTS), "   ")
        if nested:
            yield "   </termGrp>"
        yield from self._all(others, "   ")
        yield f"  </{name}>"

    def _all(self, nodes: Sequence[Node], indent: str) -> Iterator[str]:
        for node in nodes:
            yield from self._element(node, indent)

    def _element(self, node: Node, indent: str) -> Iterator[str]:
        if node.name not in groups() or not node.children:
            yield indent + self._inline(node)
            return
        name = self._named(node.name)
        yield f"{indent}<{name}{_given(node.attributes)}>"
        yield from self._all(node.children, indent + " ")
        yield f"{indent}</{name}>"

    def _inline(self, node: Node) -> str:
        if self._edition == 3 and node.name == "date" and len(node.words) > _DAY:
            self.left_out["times of day"] += 1
            node = replace(node, text=node.words[:_DAY])
        name, declared = _tag(self._named(node.name))
        inside = _text(node.text) + "".join(
            self._inline(child) + _text(child.tail) for child in node.children
        )
        given = _given(node.attributes)
        if not inside:
            return f"<{name}{declared}{given}/>"
        return f"<{name}{declared}{given}>{inside}</{name}>"

    def _named(self, name: str) -> str:
        return EDITION_2.get(name, name) if self._edition == 2 else name


def _tag(name: str) -> tuple[str, str]:
    """Return the name of an element, and the declaration of its namespace if it has one."""
    found = _FOREIGN.fullmatch(name)
    return (f"x:{found[2]}", f" xmlns:x={quoteattr(found[1])}") if found else (name, "")


def _given(attributes: Sequence[tuple[str, str]]) -> str:
    """Return attributes as XML; those of other namespaces declare them."""
    parts = []
    for at, (name, value) in enumerate(attributes):
        found = _FOREIGN.fullmatch(name)
        quoted = quoteattr(strip_controls(value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
        if found:
            parts.append(f" xmlns:a{at}={quoteattr(found[1])} a{at}:{found[2]}={quoted}")
        else:
            parts.append(f" {name}={quoted}")
    return "".join(parts)


def _text(value: str) -> str:
    return escape(strip_controls(value), {"\r": "&#13;"})
