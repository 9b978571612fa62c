"""How one document relates to another, told from their symbols alone.

>>> draft, slice_ = Symbol.parse("XYZ/COP/2030/L.1"), Symbol.parse("XYZ/COP/2030/L.1/Add.2")
>>> is_addendum_of(slice_, draft), str(base(slice_)), family(slice_)
(True, 'XYZ/COP/2030/L.1', 'XYZ/COP/2030')
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


def parent(symbol: Symbol) -> Symbol | None:
    """Return the document the last modifier modifies, None for one without modifiers."""
    if not symbol.suffixes:
        return None
    return replace(symbol, suffixes=symbol.suffixes[:-1], reissue=0)


def is_addendum_of(symbol: Symbol, other: Symbol) -> bool:
    """Return whether ``symbol`` is an addendum to ``other``; the last modifier governs."""
    return _modifies(symbol, other, "Add")


def is_revision_of(symbol: Symbol, other: Symbol) -> bool:
    """Return whether ``symbol`` replaces ``other``: it is its Rev.n, or a later Rev. than it."""
    if _modifies(symbol, other, "Rev"):
        return True
    if not (symbol.suffixes and other.suffixes and parent(symbol) == parent(other)):
        return False
    mine, theirs = symbol.suffixes[-1], other.suffixes[-1]
    return mine.code == theirs.code == "Rev" and (mine.number or 0) > (theirs.number or 0)


def is_corrigendum_of(symbol: Symbol, other: Symbol) -> bool:
    """Return whether ``symbol`` corrects ``other``; the last modifier governs."""
    return _modifies(symbol, other, "Corr")


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


def _modifies(symbol: Symbol, other: Symbol, code: str) -> bool:
    last = symbol.suffixes[-1].code if symbol.suffixes else ""
    return last == code and parent(symbol) == replace(other, reissue=0)
