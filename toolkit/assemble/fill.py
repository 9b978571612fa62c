"""Fill a template in the language it is written in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from toolkit.assemble.blocks import frame
from toolkit.assemble.cells import cells, too_wide
from toolkit.assemble.clauses import Clause, ClauseKind, say
from toolkit.assemble.data import Data
from toolkit.assemble.expand import Piece, Source, at, expand
from toolkit.assemble.faults import Fault, raise_for
from toolkit.assemble.filled import Filled, Said, SaidPiece, compose
from toolkit.assemble.masthead import masthead
from toolkit.assemble.referring import Places, Referrer
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.say import EmptyValueError, NoWords
from toolkit.assemble.scope import verify
from toolkit.assemble.starring import with_stars
from toolkit.assemble.template import Template
from toolkit.assemble.unsaid import unsaid
from toolkit.languages.language import Language
from toolkit.model import Document

_OUTERMOST = 0  # above a chapter: nothing follows
_INNERMOST = 9  # below any heading: text follows


def fill(template: Template, data: Data, language: Language) -> Filled:
    """Make the document in ``language``, the first of the template's languages.

    Raises:
        TemplateError: a clause names a field there is not, or says nothing for these values, or
            a value is said by none; every fault is listed.
    """
    verdict = verify(template)
    raise_for(verdict.faults)
    pieces = expand(template, data, Renderer(language, template.text.forms))
    referrer = Referrer(language)
    filled = _filled(template, data, pieces, referrer)
    if referrer.asked:
        places = Places(filled.sources, filled.document.blocks)
        filled = _filled(template, data, pieces, Referrer(language, places))
    raise_for(unsaid(template, data, filled.sources, verdict.sayers))
    return filled


def _filled(template: Template, data: Data, unsaid: Sequence[Piece], referrer: Referrer) -> Filled:
    """Make the document once; references say what ``referrer`` knows."""
    faults: list[Fault] = []
    language = referrer.language
    renderer = Renderer(language, template.text.forms, refer=referrer.ref)
    pieces = []
    for piece in unsaid:
        referrer.here = piece
        pieces.append(_said(template, piece, renderer, faults))
    referrer.here = None
    head = masthead(template, data.values, renderer, language, faults)
    spoken = [piece for piece in pieces if piece.sentences or piece.clause.kind is ClauseKind.TABLE]
    sources = _under_headings(_sources(template, spoken, renderer, faults))
    raise_for(faults)
    raise_for(_unnumbered(template, data, renderer, sources))
    raise_for(_too_wide(template, sources))
    said = [[_own(piece) for piece in source.pieces] for source in sources]
    first = first_numbers(template, data, renderer)
    blocks, sentences = compose(frame(sources, language, first), sources, said, language)
    head = with_stars(head, template.text.clauses, sources)
    document = Document(
        profile=template.profile, language=language.code, masthead=head, blocks=blocks
    )
    return Filled(document=document, sentences=sentences, sources=sources)


def first_numbers(template: Template, data: Data, renderer: Renderer) -> dict[str, int]:
    """Return the first number of each series that the template sets and the data file gives."""
    found: dict[str, int] = {}
    for series, expression in template.text.starts.items():
        value = renderer.evaluate(expression, data.values)
        if isinstance(value, int) and value > 0:
            found[series] = value
    return found


def _unnumbered(
    template: Template, data: Data, renderer: Renderer, sources: Sequence[Source]
) -> list[Fault]:
    """Find series that go on from another part, and are not told where."""
    kinds = {source.clause.kind.value for source in sources}
    return [
        Fault(
            file=data.path,
            text=f"the field “{expression}” is missing: say with which number the {series}s begin, "
            "or give the part before this one with --after.",
        )
        for series, expression in template.text.starts.items()
        if series in kinds and renderer.evaluate(expression, data.values) is None
    ]


def _too_wide(template: Template, sources: Sequence[Source]) -> list[Fault]:
    """Find rows of tables with more cells than the head."""
    tables = (one.pieces for one in sources if one.clause.kind is ClauseKind.TABLE)
    rows = ([one for one in pieces if one.clause.kind is ClauseKind.ROW] for pieces in tables)
    return [
        at(template, piece.clause, f"{text}{_round(piece)}")
        for table in rows
        for piece, text in too_wide(table)
    ]


def _own(piece: Piece) -> SaidPiece:
    note = Said(text=piece.note, source=piece.note) if piece.note else None
    return SaidPiece([Said(text=one, source=one) for one in piece.sentences], note)


def _said(template: Template, piece: Piece, renderer: Renderer, faults: list[Fault]) -> Piece:
    """Return the piece with its sentences; none when its wording comes to nothing."""
    clause, code = piece.clause, renderer.language.code
    try:
        if clause.kind is ClauseKind.ROW:
            return _row(piece, renderer)
        text = renderer.render(say(clause.wording, code) or "", piece.scope)
        note = _note(clause, renderer, piece)
    except NoWords as missing:
        faults.append(at(template, clause, f"“{missing.words}” has no words in {code}."))
        return piece
    except WordingError as error:
        faults.append(at(template, clause, f"{error}{_round(piece)}"))
        return piece
    spans = renderer.language.segment(text)
    return replace(piece, sentences=tuple(span.of(text) for span in spans), note=note)


def _round(piece: Piece) -> str:
    """Say for which members of the data file's lists a piece was said; "" outside of repeats."""
    around = [*piece.within, (piece.clause, piece.scope)]
    rounds = [
        f"“{clause.each[1]}”, no. {scope['position']}" for clause, scope in around if clause.each
    ]
    return f" In the data file this is {', '.join(rounds)}." if rounds else ""


def _row(piece: Piece, renderer: Renderer) -> Piece:
    """Return a row with what its cells say as its sentences; a cell whose field is empty is too."""
    code = renderer.language.code
    said = tuple(
        said_or_empty(renderer, say(wording, code) or "", scope)
        for wording, scope in cells(piece, renderer)
    )
    return replace(piece, sentences=said)


def said_or_empty(renderer: Renderer, wording: str, scope: Scope) -> str:
    """Say the words of a cell, "" where the field it passes on is empty."""
    try:
        return renderer.render(wording, scope)
    except EmptyValueError:
        return ""


def _note(clause: Clause, renderer: Renderer, piece: Piece) -> str:
    """Return the footnote of a clause; none when the field it passes on is empty."""
    try:
        return renderer.render(say(clause.note, renderer.language.code) or "", piece.scope)
    except EmptyValueError:
        return ""


def _sources(
    template: Template, pieces: Iterable[Piece], renderer: Renderer, faults: list[Fault]
) -> tuple[Source, ...]:
    """Group pieces into blocks."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        kind = piece.clause.kind
        table = bool(groups) and groups[-1][0].clause.kind is ClauseKind.TABLE
        if kind not in (ClauseKind.SENTENCE, ClauseKind.ROW):
            groups.append([piece])
        elif groups and table is (kind is ClauseKind.ROW):
            groups[-1].append(piece)
        else:
            needs = "a table around it" if kind is ClauseKind.ROW else "a block before it"
            faults.append(at(template, piece.clause, f"a {kind} needs {needs}."))
    filled = (group for group in groups if any(one.sentences for one in group))
    return tuple(_source(template, tuple(group), renderer, faults) for group in filled)


def _under_headings(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Leave out headings that have nothing under them."""
    kept: list[Source] = []
    bare = _OUTERMOST  # the level down to which the next thing kept is a heading
    for source in reversed(sources):
        if source.clause.kind is ClauseKind.HEADING:
            if bare <= source.clause.level:
                continue
            bare = source.clause.level
        else:
            bare = 1 if source.clause.kind is ClauseKind.ANNEX else _INNERMOST
        kept.append(source)
    return tuple(reversed(kept))


def _source(
    template: Template, pieces: tuple[Piece, ...], renderer: Renderer, faults: list[Fault]
) -> Source:
    clause, scope = pieces[0].clause, pieces[0].scope
    try:
        number = renderer.evaluate(clause.number, scope) if clause.number else None
        if clause.number and number is None:
            raise WordingError(
                f"“{clause.number}” is empty; fill it in, or give the part before with --after."
            )
        continued = bool(renderer.evaluate(clause.continued, scope)) if clause.continued else False
    except WordingError as error:
        faults.append(at(template, clause, f"{error}{_round(pieces[0])}"))
        return Source(pieces)
    return Source(pieces, number if isinstance(number, int) and number > 0 else None, continued)
