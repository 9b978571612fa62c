"""Which parts of the draft were not given, as far as the documents themselves tell."""

from collections.abc import Iterator, Sequence

from toolkit.model import Document
from toolkit.symbols.find import find
from toolkit.symbols.relations import base
from toolkit.symbols.symbol import Symbol


def missing_parts(drafts: Sequence[Document], final: Document) -> tuple[str, ...]:
    """Return the symbols of draft parts that are not among ``drafts``, in the order cited.

    The final report cites the parts of its draft where its adoption is told; an addendum says
    that there are the draft itself and the addenda before it.
    """
    given = {symbol for one in drafts if (symbol := _symbol(one))}
    bases = {base(one) for one in given}
    cited = [one for block in final.blocks for one in _cited(block.text) if base(one) in bases]
    wanted = dict.fromkeys([*cited, *(part for one in given for part in _before(one))])
    return tuple(str(one) for one in wanted if one not in given)


def _symbol(document: Document) -> Symbol | None:
    printed = document.masthead.symbol
    return next(iter(_cited(printed)), None) if printed else None


def _cited(text: str) -> Iterator[Symbol]:
    return (one.symbol for one in find(text) if one.symbol is not None)


def _before(symbol: Symbol) -> Iterator[Symbol]:
    """Yield the draft and the addenda that come before an addendum."""
    whole = base(symbol)
    head, _, last = str(symbol).rpartition("/Add.")
    if head != str(whole) or not last.isdecimal():
        return
    yield whole
    for number in range(1, int(last)):
        yield from _cited(f"{whole}/Add.{number}")
