"""What an editor must know of a renumbering, as findings."""

from collections.abc import Iterator
from typing import Final

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Block, Document
from toolkit.references import Reference
from toolkit.renumber.rewrite import OnDropped, Question, Rewriting

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
TEMPLATES: Final = (DROPPED[2], TAKEN[2], DANGLING[2])


def findings_of(
    rewriting: Rewriting, document: Document, on_dropped: OnDropped
) -> Iterator[Finding]:
    """Yield the questions, errors when they stop the run, and references to what is not there."""
    blocks = {block.id: block for block in document.blocks}
    for question in rewriting.questions:
        yield _asked(question, document, stops=on_dropped is OnDropped.STOP)
    for one in rewriting.dangling:
        yield _dangling(one, document, blocks[one.block_id])


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
