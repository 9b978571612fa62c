"""What a Word file holds that a file made anew from it will not have."""

from collections.abc import Iterator
from typing import Final

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Document
from toolkit.ooxml.losses import more_than_words
from toolkit.ooxml.package import is_word
from toolkit.ooxml.revisions import count_revisions

_TEMPLATES: Final = {
    "text boxes": "Text boxes become paragraphs of the text in the new file: {count}.",
    "formulas": "Formulas are not carried into the new file: {count}.",
    "content controls": "Content controls become plain text in the new file: {count}.",
    "embedded objects": "Embedded objects are not carried into the new file: {count}.",
    "tables inside tables": "Tables inside tables become text of their cell in the new file: "
    "{count}.",
    "highlighted or coloured words": "Highlighting is not carried into the new file: {count}.",
    "words set under or struck through": "Underlining and striking through are not carried into "
    "the new file: {count}.",
    "landscape pages": "Landscape pages become upright in the new file: {count}.",
}
_REVISIONS: Final = "Tracked changes were taken as accepted: {count}."
_MERGED: Final = "Markdown has no merged cells; empty cells follow each of them: {count}."
TEMPLATES: Final = (*_TEMPLATES.values(), _REVISIONS, _MERGED)


def losses(data: bytes, path: str) -> Iterator[Finding]:
    """Yield a finding for each kind of thing in a file that is not carried, none for plain text."""
    if not is_word(data):
        return
    for kind, count in more_than_words(data, path).items():
        yield _finding("RDR401", "not-carried", _TEMPLATES[kind], count, path)
    revisions = count_revisions(data, path)
    if revisions:
        yield _finding("RDR402", "revisions-accepted", _REVISIONS, revisions, path)


def lost_in_markdown(document: Document, path: str) -> Iterator[Finding]:
    """Yield what Markdown has no form for in a document, for each kind a finding."""
    count = sum(len(block.merged) for block in document.blocks)
    if count:
        yield _finding("RDR401", "not-carried", _MERGED, count, path)


def _finding(code: str, name: str, template: str, count: int, path: str) -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"count": str(count)},
        file=path,
    )
