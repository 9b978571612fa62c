"""How one document relates to another, told from their symbols alone.

>>> draft, slice_ = Symbol.parse("XYZ/COP/2030/L.1"), Symbol.parse("XYZ/COP/2030/L.1/Add.2")
>>> str(base(slice_)), family(slice_)
('XYZ/COP/2030/L.1', 'XYZ/COP/2030')
>>> expected_distribution(draft)
'Limited'
"""

from dataclasses import replace
from typing import Final

from toolkit.symbols.parts import Kind
from toolkit.symbols.symbol import Symbol

_DISTRIBUTION: Final = {"L": "Limited", "R": "Restricted"}


def base(symbol: Symbol) -> Symbol:
    """Return the document that all modifiers modify, without a reissue mark."""
    return replace(symbol, suffixes=(), reissue=0)


def family(symbol: Symbol) -> str:
    """Return the stem that documents of one body and one meeting share.

    It reaches from the organ to the session or year, as printed: "CSIW/COP/WG.3/2025"; to the
    bodies when there is neither.
    """
    counted = [i for i, p in enumerate(symbol.tail) if p.number or p.kind is Kind.SPECIAL]
    last = counted[-2] + 1 if len(counted) > 1 else 0
    return "/".join([symbol.organ, *symbol.bodies, *map(str, symbol.tail[:last])])


def same_series(one: Symbol, other: Symbol) -> bool:
    """Return whether two documents are of one body, one meeting and one nature."""
    return family(one) == family(other) and one.nature == other.nature


def serial(symbol: Symbol) -> int:
    """Return the number of the document in its series; a symbol always has one."""
    return symbol.number or 0


def is_draft(symbol: Symbol) -> bool:
    """Return whether it is of limited distribution (L.), as drafts of reports are."""
    return symbol.nature == "L"


def expected_distribution(symbol: Symbol) -> str:
    """Return "Limited" for L., "Restricted" for R., else "General", as mastheads print it."""
    return _DISTRIBUTION.get(symbol.nature or "", "General")
