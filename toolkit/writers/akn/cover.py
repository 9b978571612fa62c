"""The masthead of a report as the cover page of Akoma Ntoso."""

from collections.abc import Iterator

from toolkit.model import Document
from toolkit.writers.akn.elements import Element, tag
from toolkit.writers.dates import printed_date


def cover_page(document: Document) -> Iterator[Element]:
    """Yield the lines of the cover page: only what the document prints, never nothing."""
    lines = list(_lines(document))
    yield from (tag("p", line) for line in lines)
    if not lines:
        yield tag("p")


def _lines(document: Document) -> Iterator[Element]:
    head = document.masthead
    simple = (
        ("docNumber", head.symbol),
        ("docAuthority", head.organ),
        ("docketNumber", head.job_number),
        ("docCommittee", head.body),
        ("session", head.session),
        ("docTitle", head.title),
    )
    inline = (
        ("distribution", head.distribution),
        ("languageOfExpression", head.language),
        ("originalLanguage", head.original),
        ("barcode", head.barcode),
        ("venue", head.venue),
        ("agendaItem", head.agenda_item),
        *(("agendaTitle", line) for line in (head.agenda_title or "").splitlines()),
        ("subtitle", head.subtitle),
    )
    yield from (tag(name, words) for name, words in simple if words)
    if head.date:
        yield tag("docDate", printed_date(head.date), date=head.date)
    yield from (tag("inline", words, name=name) for name, words in inline if words)
