"""A straight double quotation mark in running text.

Published documents have curly marks in English and Chinese alike. A straight mark right behind a
figure is left alone, since it may stand for inches or seconds.
"""

import re
from collections.abc import Iterator

from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document

_STRAIGHT = re.compile(r'(?<!\d)"')
_ANY = re.compile(r'["“”＂]')


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has quotation marks."""
    for block in prose(document):
        if not _ANY.search(block.text):
            continue
        found = [rule.at(document, block, m.span()) for m in _STRAIGHT.finditer(block.text)]
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
