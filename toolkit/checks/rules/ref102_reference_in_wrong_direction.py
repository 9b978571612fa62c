"""A reference that says "above" for what stands below, or the other way round.

It mostly comes from a passage that was moved. Looked at where the paragraph or recommendation
is in the same document.
"""

from collections.abc import Iterator

from toolkit.checks.references import WHOLE, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import Direction, RefKind
from toolkit.model import Document

_KINDS = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION)
_WORDS = {Direction.ABOVE: "above", Direction.BELOW: "below"}
_OTHER = {Direction.ABOVE: Direction.BELOW, Direction.BELOW: Direction.ABOVE}


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
