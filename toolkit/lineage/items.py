"""The items of a document whose descent is asked for."""

from collections.abc import Iterator

from toolkit.languages import RefKind
from toolkit.lineage.descent import Item
from toolkit.model import Block, Document, Kind
from toolkit.references.fingerprint import set_aside
from toolkit.references.places import belonging

KINDS = (Kind.RECOMMENDATION, Kind.PARAGRAPH)
_STAYING = (RefKind.AGENDA_ITEM,)  # a report being put together does not change the agenda


def items_of(document: Document, place: int = 0) -> Iterator[Item]:
    """Yield the recommendations and numbered paragraphs in order; ``place`` names the document."""
    titles: dict[str, str] = {}
    for at, block in enumerate(document.blocks):
        if block.kind is Kind.HEADING:
            titles[block.path] = block.text
        if block.kind in KINDS:
            section = block.path.rpartition("/")[0]
            text = "\n".join(_words(document, at, block))
            yield Item(
                kind=block.kind,
                language=document.language,
                document=place,
                order=at,
                symbol=document.masthead.symbol,
                number=block.number,
                label=block.label or "",
                path=block.path,
                section=section,
                title=titles.get(section, ""),
                text=text,
                plain=set_aside(text, document.language, _STAYING),
            )


def _words(document: Document, at: int, block: Block) -> Iterator[str]:
    for one in (block, *belonging(document, at)):
        if one.text:
            yield f"{one.label} {one.text}" if one.kind is Kind.ITEM and one.label else one.text
