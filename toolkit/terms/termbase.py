"""A termbase as values: concepts, and in each language the forms of their terms.

What TBX says beside the words is kept as it was (``Node``), so that nothing is lost between
reading and writing; what the toolkit works with is read out of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from toolkit.languages.tags import base


@dataclass(frozen=True, slots=True)
class Node:
    """An element: ``text`` before its first child, ``tail`` behind its own end.

    ``name`` is the local name for elements of TBX, "{namespace}name" for any other. ``attributes``
    have ``xml:lang`` and ``xml:id`` under just these names.
    """

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Node, ...]" = ()
    tail: str = ""

    @property
    def kind(self) -> str:
        """Its data category: the value of ``type``, "" for none."""
        return dict(self.attributes).get("type", "")

    @property
    def words(self) -> str:
        """All its text, that of elements inside it too, without line breaks of the layout."""
        return " ".join(self._pieces().split())

    def _pieces(self) -> str:
        inner = (f"{child._pieces()}{child.tail}" for child in self.children)
        return self.text + "".join(inner)

    def walk(self) -> "Iterator[Node]":
        """Yield the element and everything inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Status(StrEnum):
    """What a termbase says of a form."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


# What the editions, dialects and tools call them; the first of each is what is written.
STATUS_WORDS: Final = {
    Status.PREFERRED: ("preferredTerm-admn-sts", "preferredterm", "preferred", "standardizedterm",
                       "standardizedterm-admn-sts", "recommended"),
    Status.ADMITTED: ("admittedTerm-admn-sts", "admittedterm", "admitted", "legalterm",
                      "legalterm-admn-sts", "regulatedterm", "regulatedterm-admn-sts", "allowed"),
    Status.DEPRECATED: ("deprecatedTerm-admn-sts", "deprecatedterm", "deprecated", "obsolete",
                        "supersededterm-admn-sts", "supersededterm", "superseded", "forbidden",
                        "notrecommended", "not recommended"),
}  # fmt: skip
_MEANING: Final = {
    word.casefold(): status for status, words in STATUS_WORDS.items() for word in words
}
STATUS_KINDS: Final = ("administrativeStatus", "normativeAuthorization")
BODY_KINDS: Final = ("customerSubset", "projectSubset")


def status_of(word: str) -> Status | None:
    """Return what a word for a status means, None for a word that is none."""
    return _MEANING.get(word.strip().casefold())


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term. ``details`` are what is said of it, in order."""

    word: Node
    details: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The form itself."""
        return self.word.words

    def said(self, *kinds: str) -> tuple[str, ...]:
        """Return the values of these data categories, in order."""
        inner = (node for one in self.details for node in one.walk())
        return tuple(node.words for node in inner if node.kind in kinds and node.words)

    @property
    def status(self) -> Status | None:
        """What the termbase says of it; None where it says nothing that is understood."""
        found = (status_of(word) for word in self.said(*STATUS_KINDS))
        return next((status for status in found if status), None)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies whose form it is, as symbols begin ("CSIW/COP/WG.3"); () everybody's."""
        return self.said(*BODY_KINDS)


@dataclass(frozen=True, slots=True)
class Section:
    """The terms of a concept in one language; ``lang`` is the code as the file has it."""

    lang: str
    terms: tuple[Term, ...] = ()
    details: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """What terms mean. ``id`` is unique in a termbase that we wrote."""

    id: str
    sections: tuple[Section, ...] = ()
    details: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def terms(self, language: str) -> tuple[Term, ...]:
        """Return the terms in a language, whatever its region; Traditional Chinese is apart."""
        wanted = base(language)
        return tuple(
            term
            for section in self.sections
            if base(section.lang) == wanted
            for term in section.terms
        )

    def said(self, kind: str) -> str:
        """Return the first value of a data category of the concept, "" for none."""
        found = (node for one in self.details for node in one.walk() if node.kind == kind)
        return next((node.words for node in found), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termbase:
    """Concepts in the order of their file.

    ``lang`` is the language of what the file says of itself, ``dialect`` the kind of TBX it called
    itself. ``header`` and ``back`` are what stands before and behind the concepts.
    """

    concepts: tuple[Concept, ...] = ()
    lang: str = "en"
    dialect: str = ""
    header: tuple[Node, ...] = ()
    back: tuple[Node, ...] = field(default=())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its terms, as codes compare, in the order they are met."""
        found = (base(section.lang) for one in self.concepts for section in one.sections)
        return tuple(dict.fromkeys(found))


def term_of(
    text: str, *, status: Status | None = None, bodies: tuple[str, ...] = (), **said: str
) -> Term:
    """Return a form with what is usually said of it.

    ``said`` are data categories of a term: ``partOfSpeech``, ``source``, ``note`` (as it is).
    """
    details = [
        Node("termNote", said["partOfSpeech"], (("type", "partOfSpeech"),))
        if said.get("partOfSpeech")
        else None,
        Node("termNote", STATUS_WORDS[status][0], (("type", STATUS_KINDS[0]),)) if status else None,
        *(Node("admin", body, (("type", BODY_KINDS[0]),)) for body in bodies),
        Node("admin", said["source"], (("type", "source"),)) if said.get("source") else None,
        Node("note", said["note"]) if said.get("note") else None,
    ]
    return Term(Node("term", text), tuple(one for one in details if one))


def joined(bases: "tuple[Termbase, ...]") -> Termbase:
    """Return termbases as one; an id that comes again gets a figure behind it."""
    if len(bases) == 1:
        return bases[0]
    taken: set[str] = set()
    concepts = []
    for concept in (one for each in bases for one in each.concepts):
        name, count = concept.id, 2
        while name and name in taken:
            name, count = f"{concept.id}-{count}", count + 1
        taken.add(name)
        concepts.append(replace(concept, id=name))
    first = bases[0] if bases else Termbase()
    return replace(
        first, concepts=tuple(concepts), back=tuple(n for one in bases for n in one.back)
    )
