"""The files of a folder put together: which are parts of one report, which are its versions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import PurePath

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import SetInput
from toolkit.model import Document
from toolkit.symbols.relations import base, family, is_draft
from toolkit.symbols.symbol import Symbol

_Key = tuple[str, str, str]


def reports(documents: Sequence[Document]) -> tuple[SetInput, ...]:
    """Return the reports of which more than one part or version is there.

    Parts belong together by the family of their symbols. The same report in another file format,
    or once more in another folder, is a set of its own, so that nothing is counted twice.
    """
    found: dict[_Key, list[tuple[Symbol, Document]]] = defaultdict(list)
    for one in documents:
        symbol = own_symbol(one)
        if symbol is not None:
            folder = str(PurePath(one.origin.path).parent)
            found[family(symbol), one.origin.format, folder].append((symbol, one))
    return tuple(
        SetInput(tuple(document for _, document in sorted(group, key=_order)))
        for group in found.values()
        if len(group) > 1
    )


def versions(
    documents: Sequence[Document], languages: tuple[str, str]
) -> Iterator[tuple[Document, Document]]:
    """Yield the documents of one symbol that are in two languages, source first.

    Where there are several of a language, those of one folder and format go together.
    """
    groups: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        symbol = own_symbol(one)
        if symbol is not None:
            groups[str(symbol)].append(one)
    for group in groups.values():
        sources = [one for one in group if one.language == languages[0]]
        targets = [one for one in group if one.language == languages[1]]
        for apart in product((False, True), repeat=2):
            for source in tuple(sources):
                near = next((one for one in targets if _apart(source, one) == apart), None)
                if near is not None:
                    sources.remove(source)
                    targets.remove(near)
                    yield source, near


def _apart(one: Document, other: Document) -> tuple[bool, bool]:
    """Return whether two files are in other folders, and of other formats."""
    folders = (PurePath(each.origin.path).parent for each in (one, other))
    return next(folders) != next(folders), one.origin.format != other.origin.format


def _order(one: tuple[Symbol, Document]) -> tuple[bool, str, tuple[int, ...], str]:
    symbol, document = one
    numbers = tuple(part.number or 0 for part in symbol.suffixes)
    return not is_draft(symbol), str(base(symbol)), numbers, document.language


def drafts(given: SetInput) -> Iterator[tuple[tuple[Symbol, Document], ...]]:
    """Yield the first part of each draft with its addenda, one language at a time, in order.

    A part that is there twice counts once; revisions and corrigenda are left out.
    """
    found: dict[tuple[str, str], dict[str, tuple[Symbol, Document]]] = defaultdict(dict)
    for one in given.documents:
        symbol = own_symbol(one)
        if symbol is None or not is_draft(symbol):
            continue
        if len(symbol.suffixes) < 2 and all(part.code == "Add" for part in symbol.suffixes):
            parts = found[str(base(symbol)), one.language]
            parts.setdefault(str(symbol), (symbol, one))
    for parts in found.values():
        yield tuple(parts.values())


def neighbours(given: SetInput) -> Iterator[tuple[Document, Document]]:
    """Yield each part of a draft with the one right behind it; none where one is missing."""
    for parts in drafts(given):
        for (one, before), (other, after) in pairwise(parts):
            if part_number(other) == part_number(one) + 1:
                yield before, after


def part_number(symbol: Symbol) -> int:
    """Return 0 for the first part of a draft, n for its Add.n."""
    return (symbol.suffixes[0].number or 0) if symbol.suffixes else 0
