"""What an editor must know of a renumbering, as findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Block, Document
from toolkit.model.edits import Spot
from toolkit.references import Reference
from toolkit.references.series import is_further
from toolkit.renumber.beside import Beside
from toolkit.renumber.footnotes import Misled
from toolkit.renumber.mentions import OnDropped, Question
from toolkit.renumber.rewrite import Rewriting
from toolkit.renumber.series import Series

_Kind = tuple[str, str, str]  # code, name, template

DROPPED: Final = (
    "REF203",
    "reference-to-dropped-item",
    "“{words}” names {numbers}, which is dropped. Say --on-dropped mark or keep, or change it.",
)
TAKEN: Final = (
    "REF203",
    "reference-to-dropped-item",
    "“{words}” named {numbers}, which was dropped. Read the sentence again.",
)
DANGLING: Final = (
    "REF204",
    "reference-left-dangling",
    "“{words}” names {numbers}, which is not in the document; it was left as it is.",
)
BESIDE: Final = (
    "REF209",
    "neighbour-named-by-place",
    "“{words}” meant number {number}, which does not stand there any more. Name it by its number.",
)
SEVERAL: Final = (
    "REF211",
    "several-series",
    "Numbers begin with 1 again here and at {more} more places: each series is numbered by itself. "
    "Say --through to count them in one.",
)
STALE: Final = (
    "REF213",
    "stale-field",
    "A field shows “{shown}” where what it points to has “{true}”. It was renumbered by what it "
    "shows: update the fields in Word first, or see to it afterwards.",
)
IBID: Final = (
    "REF212",
    "ibid-follows-another-note",
    "Note “{words}” followed “{old}” and follows “{new}” now; write out what it means.",
)
PROTECTED: Final = (
    "REF214",
    "protected-file",
    "The file is protected against editing, so that nobody can accept or reject the tracked "
    "changes: stop the protection in Word first (Review, Restrict Editing).",
)
TEMPLATES: Final = tuple(
    one[2] for one in (DROPPED, TAKEN, DANGLING, BESIDE, SEVERAL, STALE, IBID, PROTECTED)
)


def findings_of(
    rewriting: Rewriting, document: Document, on_dropped: OnDropped
) -> Iterator[Finding]:
    """Yield the questions, errors when they stop the run, and what is left to be looked at."""
    blocks = {block.id: block for block in document.blocks}
    for question in rewriting.questions:
        yield _asked(question, document, stops=on_dropped is OnDropped.STOP)
    for one in rewriting.dangling:
        yield _dangling(one, document, blocks[one.block_id])
    for beside in rewriting.beside:
        yield _beside(beside, document)
    for note in rewriting.misled:
        yield _misled(note, document)


def several(document: Document, series: Sequence[Series]) -> Iterator[Finding]:
    """Yield a finding where one report, or one annex, counts anew under a heading."""
    further = [one for one in series if is_further(one.scope)]
    if further:
        block = further[0].items[0].block
        yield _at(block, document, SEVERAL, {"more": str(len(further) - 1)})


def stale_field(document: Document, place: str, words: str, shown: str, true: str) -> Finding:
    """Return the finding of a field that was out of date before anything was renumbered.

    Args:
        document: as it was read.
        place: where the field stands, as the reader says it; "" in a note.
        words: of the paragraph it stands in.
        shown: the number it shows.
        true: the number of what it points to.
    """
    block = next((one for one in document.blocks if place and one.place == place), None)
    values = {"shown": shown, "true": true}
    if block is None:
        found = _found(document, STALE, values)
        return replace(found, place=place or "notes", snippet=words)
    return _at(block, document, STALE, values)


def protected_file(document: Document) -> Finding:
    """Return the finding of a file whose tracked changes cannot be settled."""
    return replace(_found(document, PROTECTED, {}), place="first page")


def _asked(question: Question, document: Document, *, stops: bool) -> Finding:
    values = {"words": question.words, "numbers": ", ".join(map(str, question.numbers))}
    found = _at(question.block, document, DROPPED if stops else TAKEN, values)
    found = _within(found, question.spot, question.start, question.end)
    return replace(found, severity=Severity.ERROR) if stops else found


def _dangling(one: Reference, document: Document, block: Block) -> Finding:
    numbers = ", ".join(str(target.number) for target in one.dangling)
    found = _at(block, document, DANGLING, {"words": one.words, "numbers": numbers})
    return _within(found, one.where, one.span.start, one.span.end)


def _beside(one: Beside, document: Document) -> Finding:
    values = {"words": one.words, "number": str(one.number)}
    return _within(_at(one.block, document, BESIDE, values), one.spot, one.start, one.end)


def _misled(one: Misled, document: Document) -> Finding:
    values = {"words": one.words, "old": one.was or "—", "new": one.now or "—"}
    return _at(one.block, document, IBID, values)


def _within(found: Finding, spot: Spot, start: int, end: int) -> Finding:
    """Return a finding with its place in the block's own words, where it is there."""
    inside = spot.note is None and spot.cell is None
    return replace(found, start=start, end=end) if inside else found


def _at(block: Block, document: Document, kind: _Kind, values: Mapping[str, str]) -> Finding:
    """Return a warning that is about a block."""
    return replace(
        _found(document, kind, values),
        path=block.path,
        label=block.label,
        place=block.place,
        snippet=block.text,
    )


def _found(document: Document, kind: _Kind, values: Mapping[str, str]) -> Finding:
    """Return a warning without a place."""
    code, name, template = kind
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values=values,
        file=document.origin.path,
    )
