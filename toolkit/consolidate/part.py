"""The parts of one draft: in order, each once, all of one report and in one language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.errors import UsageError
from toolkit.model import Document, Profile
from toolkit.symbols.find import first_symbol
from toolkit.symbols.relations import base
from toolkit.symbols.symbol import Symbol

_ADDENDUM = "Add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part.

    ``name`` is how plan and ledger call it ("L.1", "Add.2", without symbols "part 2"), ``place``
    its place in the draft: 0 for the first part, the number of an addendum. ``symbol`` is None
    where the masthead has none. The ids of the blocks are those of the file behind the name, so
    that no two parts share one.
    """

    name: str
    place: int
    document: Document
    symbol: Symbol | None = None


def parts_of(documents: Sequence[Document], *, incomplete: bool = False) -> tuple[Part, ...]:
    """Return the parts of one draft in their order, whatever order they were given in.

    Args:
        documents: as read; a document without a symbol keeps its place among the others.
        incomplete: parts may be missing before or between those given.

    Raises:
        UsageError: no part, parts of several languages or reports, one part twice, a corrigendum,
            or a missing part.
    """
    if not documents:
        raise UsageError("No part was given: name the draft and its addenda.")
    _one_language(documents)
    parts = [_part(one, at) for at, one in enumerate(documents)]
    _one_report(parts)
    ordered = sorted(parts, key=lambda one: one.place)
    _each_once(ordered)
    if not incomplete:
        _no_gap(ordered)
    return tuple(ordered)


def _part(document: Document, at: int) -> Part:
    symbol = first_symbol(document.masthead.symbol or "")
    if document.profile is Profile.CORRIGENDUM:
        raise UsageError(
            f"{document.origin.path} is a corrigendum. Make its corrections in the part that it "
            "corrects, and leave it out here."
        )
    place = at if symbol is None else _addendum(symbol)
    name = f"part {at + 1}" if symbol is None else _name(symbol, place)
    blocks = tuple(replace(one, id=f"{name} {one.id}") for one in document.blocks)
    return Part(name=name, place=place, document=replace(document, blocks=blocks), symbol=symbol)


def _addendum(symbol: Symbol) -> int:
    numbers = [one.number for one in symbol.suffixes if one.code == _ADDENDUM]
    return (numbers[0] or 0) if numbers else 0


def _name(symbol: Symbol, place: int) -> str:
    return f"Add.{place}" if place else str(base(symbol)).rpartition("/")[2]


def _one_language(documents: Sequence[Document]) -> None:
    first = documents[0]
    for one in documents[1:]:
        if one.language != first.language:
            raise UsageError(
                f"{first.origin.path} is in {first.language} and {one.origin.path} in "
                f"{one.language}. Give the parts of one language; the other takes a call of its "
                "own, with the same plan."
            )


def _one_report(parts: Sequence[Part]) -> None:
    known = [one for one in parts if one.symbol is not None]
    for one in known[1:]:
        first = known[0]
        if one.symbol and first.symbol and base(one.symbol) != base(first.symbol):
            raise UsageError(
                f"{one.document.origin.path} ({one.symbol}) is no part of the draft that "
                f"{first.document.origin.path} ({first.symbol}) belongs to."
            )


def _each_once(ordered: Sequence[Part]) -> None:
    for one, other in pairwise(ordered):
        if one.place == other.place:
            raise UsageError(
                f"{one.document.origin.path} and {other.document.origin.path} are both "
                f"{one.symbol or one.name}: one part twice. Leave one of them out."
            )


def _no_gap(ordered: Sequence[Part]) -> None:
    given = {one.place for one in ordered}
    missing = [at for at in range(ordered[-1].place) if at not in given]
    if missing:
        stem = next((base(one.symbol) for one in ordered if one.symbol), "the draft")
        names = ", ".join(f"{stem}/Add.{at}" if at else f"{stem}" for at in missing)
        raise UsageError(
            f"{ordered[-1].document.origin.path} was given without {names}. Add what is missing, "
            "or say --incomplete to do without."
        )
