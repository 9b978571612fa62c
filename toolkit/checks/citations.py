"""Document symbols in the text: those that can be read, and those that are miswritten."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from toolkit.checks.mending import put
from toolkit.diagnostics import Fix
from toolkit.model import Block, Document
from toolkit.symbols.codes import shipped
from toolkit.symbols.find import SymbolMention, find
from toolkit.symbols.symbol import Symbol
from toolkit.text.normalize import fold_width

_INF_WITH_DOT = ("FCCC",)  # organs that write INF.5 where others write INF/5


class Slip(StrEnum):
    """How a symbol is miswritten."""

    SIGNS = "signs"  # width, case, a space or a stroke
    DOTS = "dots"  # a dot where a stroke belongs, or the other way round
    PARTS = "parts"  # anything else whose meaning can still be told
    UNKNOWN = "unknown"


@lru_cache(maxsize=4)
def mentions(document: Document) -> tuple[tuple[Block | None, SymbolMention], ...]:
    """Return the symbols of the masthead (block None), the text and the footnotes, in order.

    Those of a footnote come with the block its mark is on; their spans count the note's text.
    """
    found: list[tuple[Block | None, SymbolMention]] = []
    found += [(None, one) for one in find(document.masthead.symbol or "")]
    for block in document.blocks:
        found += [(block, one) for one in find(block.text)]
        found += [(block, one) for note in block.notes for one in find(note.text)]
    return tuple(found)


def cited(block: Block) -> tuple[Symbol, ...]:
    """Return the well-formed symbols in a block's text, in order."""
    return tuple(one.symbol for one in find(block.text) if one.symbol)


def slip(mention: SymbolMention) -> Slip | None:
    """Return how a symbol is miswritten.

    None for a good one, and for one of an organ the list does not know: it may be a good one.
    """
    organ = mention.text.split("/")[0]
    if mention.symbol or organ in _INF_WITH_DOT:
        return None
    if mention.suggestion is None:
        return Slip.UNKNOWN if _is_body(mention.text) else None
    written, meant = _plain(mention.text), str(mention.suggestion)
    if written.casefold() == _plain(meant).casefold():
        return Slip.SIGNS
    if written.replace(".", "/").casefold() == _plain(meant).replace(".", "/").casefold():
        return Slip.DOTS
    return Slip.PARTS


def at(block: Block | None, mention: SymbolMention) -> tuple[int, int] | None:
    """Return where a mention stands in its block's text; None in the masthead or a footnote."""
    if block is None or mention.span.of(block.text) != mention.text:
        return None
    return mention.span.start, mention.span.end


def respelt(block: Block | None, mention: SymbolMention, *, safe: bool) -> Fix | None:
    """Return the fix that writes a symbol as it is meant; None outside the text of a block."""
    span = at(block, mention)
    if block is None or span is None or mention.suggestion is None:
        return None
    return put(block, span, str(mention.suggestion), safe=safe)


def of_slip(document: Document, kind: Slip) -> Iterator[tuple[Block | None, SymbolMention, bool]]:
    """Yield every symbol, and whether it is miswritten in this way."""
    for block, mention in mentions(document):
        yield block, mention, slip(mention) is kind


def _is_body(text: str) -> bool:
    """Return whether a symbol begins with an organ of the list, or with the body of a treaty."""
    organ, _, rest = text.partition("/")
    treaty_body = rest.partition("/")[0].partition(".")[0] in shipped().treaty_bodies
    return organ in shipped().organs or treaty_body


def _plain(text: str) -> str:
    return "".join(fold_width(text).replace("\\", "/").split())
