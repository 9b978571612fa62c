"""What an editor must know of a renumbering, as findings."""

from collections.abc import Iterator
from typing import Final

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Block, Document
from toolkit.references import Reference
from toolkit.references.series import is_further
from toolkit.renumber.beside import Beside
from toolkit.renumber.footnotes import Misled
from toolkit.renumber.plan import Plan
from toolkit.renumber.rewrite import OnDropped, Question, Rewriting
from toolkit.renumber.series import series_of

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
    """Yield the questions, errors when they stop the run, and references to what is not there."""
    blocks = {block.id: block for block in document.blocks}
    for question in rewriting.questions:
        yield _asked(question, document, stops=on_dropped is OnDropped.STOP)
    for one in rewriting.dangling:
        yield _dangling(one, document, blocks[one.block_id])
    for beside in rewriting.beside:
        yield _beside(beside, document)


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
    code, name, template = STALE
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"shown": shown, "true": true},
        file=document.origin.path,
        path="" if block is None else block.path,
        label=None if block is None else block.label,
        place=place or "notes",
        snippet=words if block is None else block.text,
    )


def protected_file(document: Document) -> Finding:
    """Return the finding of a file whose tracked changes cannot be settled."""
    code, name, template = PROTECTED
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={},
        file=document.origin.path,
        place="first page",
    )


def misled_note(document: Document, one: Misled) -> Finding:
    """Return the finding of a note that says "ibid." and stands behind another note now."""
    code, name, template = IBID
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"words": one.words, "old": one.was or "—", "new": one.now or "—"},
        file=document.origin.path,
        path=one.block.path,
        label=one.block.label,
        place=one.block.place,
        snippet=one.block.text,
    )


def _beside(one: Beside, document: Document) -> Finding:
    code, name, template = BESIDE
    inside = one.spot.note is None and one.spot.cell is None
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"words": one.words, "number": str(one.number)},
        file=document.origin.path,
        path=one.block.path,
        label=one.block.label,
        place=one.block.place,
        snippet=one.block.text,
        start=one.start if inside else None,
        end=one.end if inside else None,
    )


def several(document: Document, plan: Plan) -> Iterator[Finding]:
    """Yield a finding where one report, or one annex, counts anew under a heading."""
    if not any(is_further(track.scope) for track in plan.tracks):
        return
    found = series_of(document, plan.operations.kind, through=plan.operations.through)
    further = [one for one in found if is_further(one.scope)]
    block = further[0].items[0].block
    code, name, template = SEVERAL
    yield Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"more": str(len(further) - 1)},
        file=document.origin.path,
        path=block.path,
        label=block.label,
        place=block.place,
        snippet=block.text,
    )


def _asked(question: Question, document: Document, *, stops: bool) -> Finding:
    code, name, template = DROPPED if stops else TAKEN
    severity = Severity.ERROR if stops else Severity.WARNING
    inside = question.spot.note is None and question.spot.cell is None
    return Finding(
        code=code,
        name=name,
        severity=severity,
        template=template,
        values={"words": question.words, "numbers": ", ".join(map(str, question.numbers))},
        file=document.origin.path,
        path=question.block.path,
        label=question.block.label,
        place=question.block.place,
        snippet=question.block.text,
        start=question.start if inside else None,
        end=question.end if inside else None,
    )


def _dangling(one: Reference, document: Document, block: Block) -> Finding:
    code, name, template = DANGLING
    inside = one.where.note is None and one.where.cell is None
    numbers = ", ".join(str(target.number) for target in one.dangling)
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        template=template,
        values={"words": one.words, "numbers": numbers},
        file=document.origin.path,
        path=block.path,
        label=block.label,
        place=block.place,
        snippet=block.text,
        start=one.span.start if inside else None,
        end=one.span.end if inside else None,
    )
