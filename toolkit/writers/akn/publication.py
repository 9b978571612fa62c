"""Akoma Ntoso for the United Nations: a report as structured law-like XML.

A publication (``documentCollection``) holds the report (``debateReport``), its front matter on
the cover page, its annexes as attachments. Chapters are sections, sections are titles, and so on;
recommendations, which Akoma Ntoso has no element for, are ``hcontainer``. Names of places come
from the printed numbers and are the same in every language version (AKN4UN Guidelines, parts 2
and 3).
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from toolkit.model import Document
from toolkit.writers.akn.body import BodyMaker
from toolkit.writers.akn.cover import cover_page
from toolkit.writers.akn.elements import Element, tag
from toolkit.writers.akn.meta import Identity, identity, meta
from toolkit.writers.akn.tree import Node, tree
from toolkit.writers.akn.words import WordsMaker


def write(document: Document, earlier: Mapping[str, str] | None = None) -> bytes:
    """Return the file.

    ``earlier`` gives for names of places ("rec_4") the name before a renumbering, kept as
    ``wId``.

    Raises:
        UsageError: neither masthead nor symbol says of when the document is.
    """
    known = identity(document)
    root = tree(document.blocks)
    annexes = [one for one in root.children if one.is_annex]
    main = [one for one in root.children if not one.is_annex]
    words = WordsMaker(document, earlier or {}, root)
    maker = BodyMaker(words)
    report = tag(
        "debateReport",
        meta(document, known, component="main"),
        tag("mainBody", *maker.body(main)),
        tag("attachments", *_attachments(annexes, maker, document, known)) if annexes else None,
        name="meetingReport",
    )
    publication = tag(
        "documentCollection",
        meta(document, known, component=""),
        tag("coverPage", *cover_page(document)),
        tag("collectionBody", tag("component", report, eId="cmp_1")),
        name="publication",
    )
    data: bytes = etree.tostring(
        tag("akomaNtoso", publication), xml_declaration=True, encoding="UTF-8", pretty_print=False
    )
    return data + b"\n"


def _attachments(
    annexes: list[Node], maker: BodyMaker, document: Document, known: Identity
) -> Iterator[Element]:
    for at, annex in enumerate(annexes, 1):
        yield tag(
            "attachment",
            *maker.title(annex),
            tag(
                "doc",
                meta(document, known, component=f"annex_{at}"),
                tag("mainBody", *maker.body(annex.children)),
                name="annex",
            ),
            eId=f"att_{at}",
        )
