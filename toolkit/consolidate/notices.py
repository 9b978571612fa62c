"""What the words of the parts say of parts: named, not given, gone on from."""

from collections.abc import Iterator, Sequence

from toolkit.consolidate.findings import Notice, Told
from toolkit.consolidate.part import Part
from toolkit.consolidate.units import Stock
from toolkit.model import Document
from toolkit.symbols.find import find
from toolkit.symbols.relations import base


def unopened(stock: Stock, parts: Sequence[Part]) -> Iterator[Told]:
    """Yield headings that go on although no part opens them."""
    del parts
    for titles in stock.titles.values():
        if all(one.block.continued for one in titles):
            block = titles[0].block
            words = " ".join(f"{block.label or ''} {block.text}".split())
            yield Told(Notice.NOT_OPENED, block, {"words": words})


def cited_parts(parts: Sequence[Part], report: Document) -> Iterator[Told]:
    """Yield parts that are named alone, and parts that are cited and were not given.

    Where the adoption of the report is told its parts are named together, as they should be.
    """
    given = {str(one.symbol) for one in parts if one.symbol}
    stems = {str(base(one.symbol)) for one in parts if one.symbol}
    blocks = {block.id: block for one in parts for block in one.document.blocks}
    missing: set[str] = set()
    for block in report.blocks:
        named = {
            str(one.symbol): one.span
            for one in find(block.text)
            if one.symbol is not None and str(base(one.symbol)) in stems
        }
        for symbol, span in named.items():
            if symbol not in given and symbol not in missing:
                missing.add(symbol)
                yield Told(Notice.NOT_GIVEN, blocks[block.id], {"symbol": symbol})
            elif symbol in given and len(named) == 1 and len(parts) > 1:
                del span
                yield Told(Notice.NAMED, blocks[block.id], {"symbol": symbol})
