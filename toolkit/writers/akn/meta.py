"""What Akoma Ntoso says of a document: work, expression, manifestation."""

import re
from dataclasses import dataclass

from toolkit.errors import UsageError
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.writers.akn.elements import Element, tag

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_UNSAFE = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The names of a document: ``work`` and ``expression`` are IRIs, ``date`` an ISO day."""

    work: str
    expression: str
    date: str
    language: str


def identity(document: Document) -> Identity:
    """Return the names of a document.

    Raises:
        UsageError: neither masthead nor symbol says of when it is.
    """
    head = document.masthead
    symbol = head.symbol or ""
    year = _YEAR.search(symbol)
    if not head.date and not year:
        raise UsageError(
            f"{document.origin.path}: Akoma Ntoso names a document by its date, and neither the "
            "masthead nor the symbol gives one; add the date below “Distr.”."
        )
    day = head.date or f"{year[0] if year else ''}-01-01"
    actor = _segment(symbol.partition("/")[0].lower()) or "body"
    number = _segment(symbol.replace("/", "-").replace(" ", "_")) or "nn"
    language = by_code(document.language).iso639_2
    work = f"/akn/un/debateReport/meetingReport/{actor}/{day}/{number}"
    return Identity(work=work, expression=f"{work}/{language}@{day}", date=day, language=language)


def _segment(text: str) -> str:
    return _UNSAFE.sub("-", text).strip("-")


def meta(document: Document, known: Identity, *, component: str) -> Element:
    """Return the ``meta`` of the whole publication (``component`` "") or of one part of it."""
    part = f"/!{component}" if component else ""
    identification = tag(
        "identification",
        tag("FRBRWork", *_common(known.work, part, known.date, "#author"), *_work(document)),
        tag(
            "FRBRExpression",
            *_common(known.expression, part, known.date, "#editor"),
            tag("FRBRlanguage", language=known.language),
        ),
        tag(
            "FRBRManifestation",
            *_common(f"{known.expression}.akn", part, known.date, "#undraft"),
            tag("FRBRformat", value="application/akn+xml"),
        ),
        source="#undraft",
    )
    # Names may stand once in a file: the whole publication says who is meant for all its parts.
    return tag("meta", identification, None if component else _references(document))


def _common(iri: str, part: str, day: str, author: str) -> tuple[Element, ...]:
    stem = iri.removesuffix(".akn")
    this = f"{stem}{part}{iri[len(stem) :]}"
    return (
        tag("FRBRthis", value=this),
        tag("FRBRuri", value=iri),
        tag("FRBRdate", date=day, name="issue"),
        tag("FRBRauthor", href=author),
    )


def _work(document: Document) -> tuple[Element, ...]:
    symbol = document.masthead.symbol
    number = (tag("FRBRnumber", value=symbol),) if symbol else ()
    return (tag("FRBRcountry", value="un"), *number)


def _references(document: Document) -> Element:
    head = document.masthead
    shown = head.body or head.organ or "United Nations"
    return tag(
        "references",
        tag(
            "TLCOrganization",
            eId="author",
            href="/akn/ontology/organization/un/author",
            showAs=shown,
        ),
        tag(
            "TLCOrganization",
            eId="editor",
            href="/akn/ontology/organization/un/editor",
            showAs="United Nations",
        ),
        tag("TLCObject", eId="undraft", href="/akn/ontology/object/undraft", showAs="Undraft"),
        source="#undraft",
    )
