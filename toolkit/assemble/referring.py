"""References of clauses to other clauses by name: ``{{ 'clause'|ref }}``.

What is printed is the number the clause has in the document at hand, with the words the language
puts around it: "paragraph 12", "recommendations 1 to 25", 第 12 段. A clause that is repeated is
meant as often as it stands there; from inside a repeat only those of the same round are meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from toolkit.assemble.clauses import ClauseKind
from toolkit.assemble.expand import Piece, Source
from toolkit.assemble.faults import did_you_mean
from toolkit.assemble.sandbox import WordingError
from toolkit.languages.language import Language
from toolkit.languages.reference import RefKind
from toolkit.model import Block, Kind
from toolkit.text.numerals import roman_value

NUMBERED = frozenset(
    {
        ClauseKind.HEADING,
        ClauseKind.PARAGRAPH,
        ClauseKind.SENTENCE,
        ClauseKind.RECOMMENDATION,
        ClauseKind.ITEM,
        ClauseKind.AGENDA,
        ClauseKind.ANNEX,
        ClauseKind.CAPTION,
    }
)
_TABULAR = (ClauseKind.TABLE, ClauseKind.ROW)
_ANNEX = re.compile(r"annex(?: ([IVXLC]+))?(?:/|$)")
_MARK = re.compile(r"\(\w+\)$")


@dataclass(frozen=True, slots=True)
class _Name:
    """What a block is called in a reference."""

    kind: RefKind
    numbers: tuple[int, ...]
    part: str = ""
    annex: int | None = None


class Places:
    """Where each clause of a document stands."""

    def __init__(self, sources: Sequence[Source], blocks: Iterable[Block]) -> None:
        """Take the blocks of a document, each with what it is made of."""
        self._blocks: list[Block] = []
        self._found: dict[str, list[tuple[Piece, Block]]] = defaultdict(list)
        for source, block in zip(sources, blocks, strict=True):
            self._blocks.append(block)
            for piece in source.pieces:
                self._found[piece.clause.id].append((piece, block))
        self._by_path = {one.path: one for one in reversed(self._blocks)}

    def of(self, clause: str, here: Piece) -> list[Block]:
        """Return the blocks a clause makes, those nearest to ``here`` among its rounds."""
        found = self._found.get(clause, [])
        shared = [_shared(piece, here) for piece, _ in found]
        nearest = max(shared, default=0)
        blocks = [block for (_, block), n in zip(found, shared, strict=True) if n == nearest]
        return list({block.id: block for block in blocks}.values())

    def name(self, block: Block) -> _Name:
        """Return what a block is called.

        Raises:
            WordingError: it has no number to call it by.
        """
        inside = _ANNEX.match(block.path)
        annex = None if inside is None else roman_value(inside[1] or "") or 0
        match block.kind:
            case Kind.PARAGRAPH if block.number is not None:
                return _Name(RefKind.PARAGRAPH, (block.number,), annex=annex)
            case Kind.RECOMMENDATION if block.number is not None:
                return _Name(RefKind.RECOMMENDATION, (block.number,))
            case Kind.HEADING:
                return self._heading(block, annex)
            case Kind.CAPTION:
                return self._table(block)
            case Kind.ITEM if block.number is not None:
                return self._item(block)
        raise WordingError("the clause that is referred to has no number here.")

    def _heading(self, block: Block, annex: int | None) -> _Name:
        if annex is not None and "/" not in block.path:
            return _Name(RefKind.ANNEX, (annex,) if annex else ())
        if annex is None and block.number is not None:
            if block.level == 1:
                return _Name(RefKind.CHAPTER, (block.number,))
            chapter = self._by_path.get(block.path.rpartition("/")[0])
            if block.level == 2 and chapter is not None and chapter.number is not None:
                part = block.path.rpartition("/")[2]
                return _Name(RefKind.CHAPTER, (chapter.number,), part)
        raise WordingError(f"the heading “{block.label or ''}” cannot be referred to by a number.")

    def _table(self, block: Block) -> _Name:
        """Name a table by its caption; captions are numbered where there are several."""
        captions = [one.id for one in self._blocks if one.kind is Kind.CAPTION]
        number = (captions.index(block.id) + 1,) if len(captions) > 1 else ()
        return _Name(RefKind.TABLE, number)

    def _item(self, block: Block) -> _Name:
        steps, marks = block.path.split("/"), list[str]()
        while steps and _MARK.search(steps[-1]):
            marks.insert(0, steps.pop())
        owner = self._by_path.get("/".join(steps))
        if owner is None or owner.number is None:
            raise WordingError("an item is referred to that belongs to nothing numbered.")
        if owner.kind is Kind.ITEM or owner is block:
            return _Name(RefKind.AGENDA_ITEM, (owner.number,), " ".join(marks))
        named = self.name(owner)
        return _Name(named.kind, named.numbers, " ".join(marks), named.annex)


def _shared(target: Piece, here: Piece) -> int:
    """Return how many of the rounds around a piece are also those of ``here`` and around it."""
    own = (*(scope for _, scope in here.within), here.scope)
    count = 0
    for (_, scope), other in zip(target.within, own, strict=False):
        if scope is not other:
            break
        count += 1
    return count


@dataclass(slots=True)
class Referrer:
    """Says references in ``language``; ``here`` is the piece that is being said.

    ``places`` None: nothing is numbered yet, and every reference says a stand-in, so that a first
    round can find out what there is. ``asked`` tells whether there was any reference.
    """

    language: Language
    places: Places | None = None
    here: Piece | None = None
    asked: bool = False

    def ref(self, value: object, *more: object) -> str:
        """Say what the clauses are called, by their names.

        Raises:
            WordingError: one is not in the document, or has no number.
        """
        self.asked = True
        if self.here is None:
            raise WordingError("a reference to a clause can stand in clauses only.")
        if self.places is None:
            return self.language.refer(RefKind.PARAGRAPH, (1,))
        names = [name for one in (value, *more) for name in self._names(str(one))]
        return self.language.join_list([self._said(group) for group in _together(names)])

    def _names(self, clause: str) -> Iterator[_Name]:
        if self.places is None or self.here is None:
            return
        found = self.places.of(clause, self.here)
        if not found:
            raise WordingError(
                f"the clause “{clause}” is referred to, but is not in this document; "
                "give this clause the same when."
            )
        yield from map(self.places.name, found)

    def _said(self, name: _Name) -> str:
        return self.language.refer(name.kind, name.numbers, name.part, name.annex)


def _together(names: Sequence[_Name]) -> Iterator[_Name]:
    """Yield names with the numbers of those side by side that can be said together."""

    def alike(one: _Name) -> tuple[object, ...]:
        return one.kind, one.annex, one.part, one.numbers if one.part else None

    for _, group in groupby(names, key=alike):
        first, *rest = group
        numbers = tuple(number for one in (first, *rest) for number in one.numbers)
        yield _Name(first.kind, numbers, first.part, first.annex)


def fault_of(known: Mapping[str, ClauseKind], clause: object) -> str:
    """Return what is wrong with a reference to a clause, "" for nothing.

    ``known`` are the clauses of the template with their kinds.
    """
    if not isinstance(clause, str):
        return "a reference names a clause in quotation marks: {{ 'clause'|ref }}."
    if clause not in known:
        return f"there is no clause “{clause}” to refer to.{did_you_mean(clause, sorted(known))}"
    kind = known[clause]
    if kind in _TABULAR:
        captions = [name for name, one in known.items() if one is ClauseKind.CAPTION]
        return (
            f"the clause “{clause}” is a {kind}; a table is referred to by its caption: name the "
            f"clause of kind caption before it.{did_you_mean(clause, captions)}"
        )
    if kind not in NUMBERED:
        return f"the clause “{clause}” is a {kind}, which has no number to refer to."
    return ""
