"""A reference that says "above" for what stands below, or the other way round.

It mostly comes from a passage that was moved. Looked at where the paragraph or recommendation
is in the same document.
"""

from collections.abc import Iterator

from toolkit.checks.mending import put
from toolkit.checks.references import WHOLE, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Fix, Severity
from toolkit.languages import Direction, RefKind, by_code
from toolkit.model import Block, Document
from toolkit.references import Reference, direction_edit

_KINDS = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION)
_WORDS = {Direction.ABOVE: "above", Direction.BELOW: "below"}
_OTHER = {Direction.ABOVE: Direction.BELOW, Direction.BELOW: Direction.ABOVE}


def _turned(document: Document, block: Block, one: Reference) -> Fix | None:
    """Return the fix that says the other direction; the number may be what is wrong."""
    if one.direction is None:
        return None
    edit = direction_edit(one.found, one.text, by_code(document.language), _OTHER[one.direction])
    return put(block, (edit.span.start, edit.span.end), edit.text, safe=False) if edit else None


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each reference with a direction whose target is there."""
    places = {block.id: index for index, block in enumerate(document.blocks)}
    for kind in _KINDS:
        for block, one in of_kind(document, kind):
            target = one.targets[0]
            if one.direction is None or target.block_id is None:
                continue
            above = places[target.block_id] < places[block.id]
            if above == (one.direction is Direction.ABOVE):
                yield FINE
                continue
            yield rule.at(
                document,
                block,
                span_of(one),
                _turned(document, block, one),
                number=target.number or 0,
                found_word=_WORDS[one.direction],
                expected_word=_WORDS[_OTHER[one.direction]],
            )


RULE = Rule(
    code="REF102",
    name="reference-in-wrong-direction",
    severity=Severity.ERROR,
    summary="A reference says above for below, or below for above",
    message="The reference says “{found_word}”, but number {number} stands {expected_word}. "
    "Correct the direction or the number.",
    authority="Editorial Manual, Instructions: check of internal references",
    check=check,
    profiles=WHOLE,
    bad=(
        en("## I. Debate\n\n1. It met (see paragraph 2 above).\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n1. 开会（见上文第 2 段）。\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met (see paragraph 2 below).\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n1. 开会（见下文第 2 段）。\n\n2. 休会。\n"),
    ),
)
