"""Say a filled template in another language, sentence by sentence.

For each clause: the wording that the template has approved for the language, else what the
look-up function has for each sentence, else the sentence as it stands, marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from toolkit.assemble.blocks import frame
from toolkit.assemble.cells import cells, is_figure
from toolkit.assemble.clauses import EVERY, Clause, ClauseKind, Wording, say
from toolkit.assemble.data import Data
from toolkit.assemble.expand import Piece, Source, at
from toolkit.assemble.faults import Fault, raise_for
from toolkit.assemble.fill import first_numbers
from toolkit.assemble.filled import Filled, Origin, Said, SaidPiece, SentenceOrigin, compose, place
from toolkit.assemble.masthead import masthead
from toolkit.assemble.recall import SURE, Lookup, Recall, Suggestion, said
from toolkit.assemble.referring import Places, Referrer
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.say import NoWords
from toolkit.assemble.starring import with_stars
from toolkit.assemble.template import Template
from toolkit.languages.language import Language
from toolkit.languages.registry import by_code
from toolkit.model import Block, Document, Kind


def translate(
    filled: Filled,
    template: Template,
    data: Data,
    language: Language,
    lookup: Lookup,
    *,
    fuzzy: bool = True,
) -> Filled:
    """Make the document that ``filled`` is in ``language``: the same blocks, numbers and paths.

    With ``fuzzy`` the caller shows the remarks of the result to whoever reads it, and what is
    only alike is filled; without, such a sentence stays as it is. In footnotes and in lines of
    the masthead, which carry no remarks, it always does.

    Raises:
        TemplateError: an approved wording does not hold.
    """
    original = by_code(filled.document.language)
    translator = _Translator(template, language, lookup, filled, fuzzy)
    spoken = [translator.block(source) for source in filled.sources]
    translator.leave()
    head = masthead(
        template, data.values, translator.lending, original, translator.faults, translator.line
    )
    raise_for(translator.faults)
    first = first_numbers(template, data, translator.plain)
    blocks, sentences = compose(
        frame(filled.sources, language, first), filled.sources, spoken, language
    )
    head = with_stars(head, template.text.clauses, filled.sources)
    document = Document(
        profile=template.profile, language=language.code, masthead=head, blocks=blocks
    )
    return Filled(
        document=document,
        sentences=(*translator.lines, *sentences),
        sources=filled.sources,
    )


@dataclass(slots=True)
class _Translator:
    """Walks through the blocks once, in order; keeps its place among the sentences."""

    template: Template
    language: Language
    lookup: Lookup
    filled: Filled
    fuzzy: bool
    faults: list[Fault] = field(default_factory=list)
    lines: list[SentenceOrigin] = field(default_factory=list)
    original: Renderer = field(init=False)
    plain: Renderer = field(init=False)
    lending: Renderer = field(init=False)
    _referrers: tuple[Referrer, ...] = field(init=False)
    _borrowed: list[Suggestion] = field(default_factory=list)
    _recall: Recall = field(init=False)
    _at: int = 0

    def __post_init__(self) -> None:
        forms, named = self.template.text.forms, set[str]()
        original = by_code(self.filled.document.language)
        places = Places(self.filled.sources, self.filled.document.blocks)
        first, own = Referrer(original, places), Referrer(self.language, places)
        self._referrers = (first, own)
        self.original = Renderer(original, forms, mentioned=named, refer=first.ref)
        self.plain = Renderer(self.language, forms, mentioned=named, refer=own.ref)
        self.lending = Renderer(self.language, forms, self._borrow, named, own.ref)
        pieces = chain.from_iterable(source.pieces for source in self.filled.sources)
        texts = tuple(chain.from_iterable(piece.sentences for piece in pieces))
        self._recall = Recall(self.lookup, texts, self.fuzzy)

    def block(self, source: Source) -> list[SaidPiece]:
        """Return what each piece of a block says."""
        return [self._piece(piece) for piece in source.pieces]

    def leave(self) -> None:
        """Be done with the blocks: what is said from here on can refer to no clause."""
        for one in self._referrers:
            one.here = None

    def _piece(self, piece: Piece) -> SaidPiece:
        for one in self._referrers:
            one.here = piece
        return SaidPiece(list(self._sentences(piece)), self._note(piece))

    def line(self, name: str) -> str | None:
        """Return a line of the masthead that has no words in the language, and list it."""
        words: str | None = getattr(self.filled.document.masthead, name)
        if words is None:
            return None
        found = said(words, self.lookup(words, "", ""), "", fuzzy=False)
        block = Block(id=f"masthead/{name}", kind=Kind.TEXT, text=found.text)
        self.lines.append(place(found, block, 0, "masthead"))
        return found.text

    def _note(self, piece: Piece) -> Said | None:
        if not piece.note:
            return None
        approved, why = self._approved(piece.clause, piece.clause.note, piece.scope)
        if approved:
            return Said(text=approved, source=piece.note)
        return said(piece.note, self.lookup(piece.note, "", ""), why, fuzzy=False)

    def _sentences(self, piece: Piece) -> Iterator[Said]:
        start = self._at
        self._at += len(piece.sentences)
        if piece.clause.kind is ClauseKind.ROW:
            yield from self._cells(piece)
            return
        named = set(self.plain.mentioned)
        approved, note = self._approved(piece.clause, piece.clause.wording, piece.scope)
        if approved:
            yield from self._of_template(approved, piece.sentences)
            return
        self._mention(piece, named)
        yield from self._recall.run(start, self._at, note)

    def _cells(self, piece: Piece) -> Iterator[Said]:
        """Say the cells of a row, each by itself; figures are the same in every language."""
        wordings = cells(piece, self.plain)
        for source, (wording, scope) in zip(piece.sentences, wordings, strict=True):
            approved, why = self._approved(piece.clause, wording, scope) if source else ("", "")
            if approved:
                yield from self._whole(approved, source)
            elif is_figure(source):
                yield Said(text=source, source=source)
            else:
                yield said(source, self.lookup(source, "", ""), why, fuzzy=self.fuzzy)

    def _mention(self, piece: Piece, named: set[str]) -> None:
        """Note which States the sentences of a piece name, whoever says them.

        ``named`` are those named before it: what a wording that came to nothing added is undone.
        """
        self.plain.mentioned.intersection_update(named)
        wording = say(piece.clause.wording, self.filled.document.language)
        self.original.render(wording or "", piece.scope)

    def _approved(self, clause: Clause, wording: Wording, scope: Scope) -> tuple[str, str]:
        """Return what the template says in the language, or "" and a note why it says nothing.

        Free text that the clause only passes on ("both") is left to the memory as a sentence of
        its own; free text inside an approved wording may be borrowed.
        """
        self._borrowed.clear()
        words = say(wording, self.language.code)
        if words is None:
            return "", ""
        renderer = self.plain if EVERY in wording else self.lending
        try:
            return renderer.render(words, scope), ""
        except NoWords as missing:
            return "", f"The data file has no {self.language.name} for “{missing.words[:80]}”"
        except WordingError as error:
            self.faults.append(at(self.template, clause, str(error)))
            return "", ""

    def _borrow(self, words: str, _language: str) -> str | None:
        found = self.lookup(words, "", "")
        if found is None or found.kind not in SURE:
            return None
        self._borrowed.append(found)
        return found.text

    def _of_template(self, approved: str, sources: Sequence[str]) -> Iterator[Said]:
        """Part an approved wording into sentences, each with the sentence it stands for.

        Where the languages part differently, each stands for the whole clause.
        """
        texts = [span.of(approved) for span in self.language.segment(approved)]
        whole = (" ".join(sources),) * len(texts)
        for text, source in zip(
            texts, sources if len(sources) == len(texts) else whole, strict=True
        ):
            yield from self._whole(text, source)

    def _whole(self, text: str, source: str) -> Iterator[Said]:
        """Say a text of the template as it stands, telling what in it was lent by the memory."""
        lent = next((one for one in self._borrowed if one.text in text), None)
        yield Said(text=text, source=source) if lent is None else _with_loan(text, source, lent)


def _with_loan(text: str, source: str, lent: Suggestion) -> Said:
    """Return a sentence of the template in which free text is the memory's: origin exact."""
    return Said(
        text=text,
        source=source,
        origin=Origin.EXACT,
        score=lent.score,
        symbol=lent.symbol,
        path=lent.path,
        note=f"“{lent.text}” is from the memory, the rest from the template",
    )
