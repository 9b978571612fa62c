"""A filled template: the document, and where each of its sentences comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from toolkit.assemble.cells import laid
from toolkit.assemble.expand import Source
from toolkit.languages.language import Language
from toolkit.model import Block, Document, Kind, Note, Remark


class Origin(StrEnum):
    """Where a sentence comes from; the words of the contract, best first."""

    TEMPLATE = "template"  # approved wording, or free text of the data file
    CONTEXT = "context"
    EXACT = "exact"
    SUBSTITUTED = "substituted"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence before it has a place in a document.

    ``source`` is the sentence of the template's language that it stands for, or the whole clause
    where the languages part their sentences differently. ``score`` is 0-100, None when nothing
    was matched. ``symbol`` and ``path`` are the place in the memory's document; ``note`` is for
    whoever revises it. ``changes`` are the words in which a fuzzy match differs, the memory's and
    the document's own; ``offered`` is what such a match says where it was not filled, and the
    score and the place are its then.
    """

    text: str
    source: str
    origin: Origin = Origin.TEMPLATE
    score: int | None = None
    symbol: str = ""
    path: str = ""
    note: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    offered: str = ""


@dataclass(frozen=True, slots=True)
class SaidPiece:
    """What one piece says: its sentences, of a row its cells, and its footnote if it has one."""

    sentences: Sequence[Said]
    note: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrigin:
    """Where ``target``, which is ``block.text[start:end]``, comes from.

    For a footnote ``block_id`` is "b3/note 1"; for a line of the masthead that is not the
    template's own (the others are not listed) it is "masthead/title". ``clause`` is the id of the
    clause. The rest is as in ``Said``.
    """

    block_id: str
    block_path: str
    start: int
    end: int
    clause: str
    origin: Origin
    score: int | None
    source: str
    target: str
    symbol: str
    path: str
    note: str
    changes: tuple[tuple[str, str], ...] = ()
    offered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A document made from a template.

    ``sentences`` covers the text of every block and note, in order, but for the number of a
    caption, which stands in its text as readers have it. ``sources`` is what each
    block was made of, one for each, so that another language can be made of the same.
    """

    document: Document
    sentences: tuple[SentenceOrigin, ...]
    sources: tuple[Source, ...]

    def counts(self) -> dict[str, int]:
        """Return how many sentences have each origin, all origins listed, best first."""
        found = Counter(sentence.origin for sentence in self.sentences)
        return {str(origin): found[origin] for origin in Origin}

    def alike(self) -> tuple[SentenceOrigin, ...]:
        """Return the sentences for which the memory has no more than something alike, in order.

        Those of origin fuzzy are filled with it; to the others it is only offered.
        """
        return tuple(one for one in self.sentences if one.origin is Origin.FUZZY or one.offered)

    def remarks(self) -> tuple[Remark, ...]:
        """Return a remark for each sentence in the text of a block, for a writer to show."""
        blocks = {block.id for block in self.document.blocks}
        return tuple(
            Remark(
                block_id=one.block_id,
                start=one.start,
                end=one.end,
                text=describe(one),
                tone=str(one.origin),
            )
            for one in self.sentences
            if one.block_id in blocks
        )


def describe(sentence: SentenceOrigin) -> str:
    """Say in English where a sentence comes from."""
    place = ", ".join(filter(None, (sentence.symbol, sentence.path)))
    head = _head(sentence)
    changes = differing(sentence)
    parts = (f"{head}: {place}" if place else head, changes[:1].upper() + changes[1:])
    said = [f"{one}." for one in (*parts, sentence.note) if one]
    return " ".join([*said, f"It says: “{sentence.offered}”"] if sentence.offered else said)


def _head(sentence: SentenceOrigin) -> str:
    score = "" if sentence.score is None else f" {sentence.score} %"
    if sentence.offered:
        return f"Not translated: the memory has only something alike,{score}"
    return {
        Origin.TEMPLATE: f"Template, clause {sentence.clause}",
        Origin.UNTRANSLATED: "Not translated: neither the template nor the memory has it",
    }.get(sentence.origin, f"Memory, {sentence.origin}{score}")


def differing(sentence: SentenceOrigin) -> str:
    """Say in English which words differ from the memory's sentence, "" where that is not known."""
    return "; ".join(
        f"here {_quoted(own)}, in the memory {_quoted(other)}" for other, own in sentence.changes
    )


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def compose(
    frame: Iterable[Block],
    sources: Sequence[Source],
    said: Sequence[Sequence[SaidPiece]],
    language: Language,
) -> tuple[tuple[Block, ...], tuple[SentenceOrigin, ...]]:
    """Put sentences and notes into blocks; notes are numbered through the document.

    Args:
        frame: the blocks without text, one for each of ``sources``.
        sources: what the blocks are made of.
        said: for each block what each of its pieces says.
        language: of the sentences; says how they are joined.
    """
    composer = _Composer(language)
    blocks = [
        composer.block(block, source, pieces)
        for block, source, pieces in zip(frame, sources, said, strict=True)
    ]
    return tuple(blocks), tuple(composer.sentences)


@dataclass(slots=True)
class _Composer:
    language: Language
    sentences: list[SentenceOrigin] = field(default_factory=list)
    notes: int = 0

    def block(self, block: Block, source: Source, pieces: Sequence[SaidPiece]) -> Block:
        if block.kind is Kind.TABLE:
            return self._table(block, source, pieces)
        text, notes = "", []
        if block.kind is Kind.CAPTION:
            text, block = block.label or "", replace(block, label=None, number=None)
        for piece, spoken in zip(source.pieces, pieces, strict=True):
            for one in spoken.sentences:
                text = self.language.beside(text, one.text)
                start = len(text) - len(one.text)
                self.sentences.append(place(one, block, start, piece.clause.id))
            if spoken.note is not None:
                notes.append(self._note(spoken.note, block, len(text), piece.clause.id))
        return replace(block, text=text, notes=tuple(notes))

    def _table(self, block: Block, source: Source, pieces: Sequence[SaidPiece]) -> Block:
        """Return a table: its text has a tab between cells and a line feed between rows."""
        said = [piece.sentences for piece in pieces if piece.sentences]
        clauses = [piece.clause.id for piece in source.pieces if piece.sentences]
        rows = laid([[one.text for one in row] for row in said])
        start = 0
        for row, texts, clause in zip(said, rows, clauses, strict=True):
            at = start
            for one in row:
                if one.text:
                    self.sentences.append(place(one, block, at, clause))
                at += len(one.text) + 1
            start += sum(map(len, texts)) + len(texts)
        return replace(block, text="\n".join(map("\t".join, rows)), rows=rows)

    def _note(self, said: Said, block: Block, at: int, clause: str) -> Note:
        self.notes += 1
        home = replace(block, id=f"{block.id}/note {self.notes}")
        self.sentences.append(place(said, home, 0, clause))
        return Note(number=str(self.notes), at=at, text=said.text)


def place(said: Said, block: Block, start: int, clause: str) -> SentenceOrigin:
    """Give a sentence its place in a block."""
    return SentenceOrigin(
        block_id=block.id,
        block_path=block.path,
        start=start,
        end=start + len(said.text),
        clause=clause,
        origin=said.origin,
        score=said.score,
        source=said.source,
        target=said.text,
        symbol=said.symbol,
        path=said.path,
        note=said.note,
        changes=said.changes,
        offered=said.offered,
    )


def as_json(filled: Filled) -> Mapping[str, object]:
    """Return a translation as the build's JSON lists it: language, counts, and every sentence."""
    return {
        "language": filled.document.language,
        "summary": filled.counts(),
        "sentences": list(_sentences(filled)),
    }


def _sentences(filled: Filled) -> Iterator[dict[str, object]]:
    for one in filled.sentences:
        yield {
            "block": one.block_id,
            "path": one.block_path,
            "start": one.start,
            "end": one.end,
            "clause": one.clause,
            "origin": str(one.origin),
            "score": None if one.offered else one.score,
            "source": one.source,
            "target": one.target,
            "memory": {"symbol": one.symbol, "path": one.path} if one.symbol else None,
            "note": one.note or None,
            "differs": [{"memory": other, "here": own} for other, own in one.changes],
            "offered": {"text": one.offered, "score": one.score} if one.offered else None,
        }
