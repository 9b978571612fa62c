"""A straight double quotation mark in running text.

Published documents have curly marks in English and Chinese alike. A straight mark right behind a
figure is left alone, since it may stand for inches or seconds.
"""

import re
from collections.abc import Iterator, Sequence

from toolkit.checks.mending import puts
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Fix, Severity
from toolkit.model import Block, Document

_STRAIGHT = re.compile(r'(?<!\d)"')
_ANY = re.compile(r'["“”＂]')


def _curled(block: Block, marks: Sequence[int]) -> Fix | None:
    """Return the fix that makes pairs of the marks; None where they do not go by pairs."""
    if len(marks) % 2 or re.search("[“”＂]", block.text):
        return None
    pairs = zip(marks[::2], marks[1::2], strict=True)
    if any(not block.text[first + 1 : last].strip() for first, last in pairs):
        return None
    return puts(block, (((at, at + 1), "“”"[place % 2]) for place, at in enumerate(marks)))


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has quotation marks."""
    for block in prose(document):
        if not _ANY.search(block.text):
            continue
        marks = [m.start() for m in _STRAIGHT.finditer(block.text)]
        fix = _curled(block, marks)
        found = [rule.at(document, block, (at, at + 1), fix) for at in marks]
        yield from found or (FINE,)


RULE = Rule(
    code="TYP103",
    name="straight-quotation-mark",
    severity=Severity.WARNING,
    summary="A quotation mark is straight",
    message="The quotation mark is straight. Write “ or ”.",
    authority="Editorial Manual, Quotations",
    check=check,
    bad=(
        en('## I. Introduction\n\n1. The item was entitled "Lamps".\n'),
        zh('## 一. 导言\n\n1. 题为"灯具"的项目。\n'),
    ),
    good=(
        en('## I. Introduction\n\n1. The item was entitled “Lamps of 12" in diameter”.\n'),
        zh("## 一. 导言\n\n1. 题为“灯具”的项目。\n"),
    ),
)
