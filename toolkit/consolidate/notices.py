"""What the words of the parts say of parts: named, not given, gone on from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from toolkit.consolidate.findings import Notice, Told
from toolkit.consolidate.part import Part
from toolkit.consolidate.units import Stock
from toolkit.model import Block, Document, Kind
from toolkit.references.ibid import NoteSpot, said_again
from toolkit.symbols.find import find
from toolkit.symbols.relations import base

_ADDENDA = re.compile(r"\s?(?:[,、，]|和|及|and)\s?(?:and\s)?(?:L\.\d+/)?Add\.\d")
_STARS = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")  # behind a word of the masthead
_SHOWN = 60  # signs of a note


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

    Where the adoption of the report is told its parts are named together, as they should be, in
    full or as "L.1, Add.1 and Add.2".
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
                if _ADDENDA.match(block.text, span.end):
                    continue
                yield Told(Notice.NAMED, blocks[block.id], {"symbol": symbol})


def misled(parts: Sequence[Part], report: Document) -> Iterator[Told]:
    """Yield the notes that say "ibid." and stand behind another note than in their part."""
    blocks = {block.id: block for one in parts for block in one.document.blocks}
    before = {spot: other for one in parts for spot, other in said_again(one.document.blocks)}
    for spot, other in said_again(report.blocks):
        old = before.get(spot, other)
        if old != other:
            words, was, now = (_words(blocks, one) for one in (spot, old, other))
            values = {"words": words, "old": was, "new": now}
            yield Told(Notice.IBID, blocks[spot[0]], values)


def unstarred(parts: Sequence[Part], report: Document) -> Iterator[Told]:
    """Yield the title-page notes to which no asterisk of the report's masthead leads."""
    head = report.masthead
    lines = (head.symbol, head.body, head.session, head.venue, head.agenda_item)
    shown = "\n".join(filter(None, (*lines, head.agenda_title, head.title, head.subtitle)))
    printed = set(_STARS.findall(shown))
    blocks = {block.id: block for one in parts for block in one.document.blocks}
    for block in takewhile(_is_title_note, report.blocks):
        if block.label not in printed:
            values = {"words": _shortened(block.text), "star": block.label or ""}
            yield Told(Notice.STAR, blocks[block.id], values)


def _is_title_note(block: Block) -> bool:
    return block.kind is Kind.FOOTNOTE and set(block.label or "") == {"*"}


def _words(blocks: Mapping[str, Block], spot: NoteSpot | None) -> str:
    """Return the first words of a note of the parts, "" for none."""
    words = "" if spot is None else blocks[spot[0]].notes[spot[1]].text
    return _shortened(words)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
