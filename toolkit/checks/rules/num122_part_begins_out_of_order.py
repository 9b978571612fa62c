"""A part of a draft whose paragraphs begin neither with 1 nor after those of the part before.

Addenda may number their paragraphs anew or go on; both are usual. Another first number means
that a paragraph, or a whole part, has gone missing.
"""

from collections.abc import Iterator

from toolkit.checks.places import annex_of
from toolkit.checks.rule import FINE, Case, Rule, Scope, SetInput
from toolkit.checks.sets import neighbours
from toolkit.checks.specimens import parts
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind


def _counted(document: Document) -> list[Block]:
    every = (one for one in document.blocks if one.kind is Kind.PARAGRAPH and not annex_of(one))
    return [one for one in every if one.number is not None]


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at the first paragraph of each part that has one before it."""
    for before, after in neighbours(given):
        ended, begun = _counted(before), _counted(after)
        if not ended or not begun:
            continue
        block, expected = begun[0], (ended[-1].number or 0) + 1
        if block.number in (1, expected):
            yield FINE
        else:
            symbol = before.masthead.symbol
            yield rule.at(after, block, found=block.number, expected=expected, part=symbol)


_EN = "## I. Summary\n\n{}. The Working Group met.\n"
_ZH = "## 一. 概述\n\n{}. 工作组举行了会议。\n"

RULE = Rule(
    code="NUM122",
    name="part-begins-out-of-order",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="The paragraphs of a part begin neither with 1 nor after the part before",
    message="The paragraphs begin with {found}; 1 was expected, or {expected} after those of "
    "{part}. Renumber, or see whether a paragraph is missing.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(
        parts(_EN.format(1), _EN.format(4)),
        parts(_ZH.format(1), _ZH.format(3), "zh"),
    ),
    good=(
        parts(_EN.format(1), _EN.format(2)),
        parts(_EN.format(1), _EN.format(1)),
        parts(_ZH.format(1), _ZH.format(2), "zh"),
    ),
)
