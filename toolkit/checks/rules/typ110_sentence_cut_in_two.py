"""A paragraph that breaks off, and goes on as a text of its own.

A page or line break in the source has become the end of a paragraph. Reported only where both
halves show it: the first ends in a letter or a comma, and the second, which has no number, begins
with a small letter or, in Chinese, goes on after a word or comma. Texts and Markdown are mended
when they are read, so that this mostly concerns Word files.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind

_OPEN = re.compile(r"[^\W\d_][,，、]?\s*$|[,，、]\s*$")
_GOES_ON = re.compile(r"[a-z\u4e00-\u9fff]")
_FIRST = (Kind.PARAGRAPH, Kind.RECOMMENDATION)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each paragraph or recommendation that unnumbered text follows."""
    for block, after in pairwise(document.blocks):
        if block.kind not in _FIRST or after.kind is not Kind.TEXT or not block.text:
            continue
        if _OPEN.search(block.text) and _GOES_ON.match(after.text):
            yield rule.at(document, after, (0, 1), before=block.text[-12:], after=after.text[:12])
        else:
            yield FINE


RULE = Rule(
    code="TYP110",
    name="sentence-cut-in-two",
    severity=Severity.ERROR,
    summary="A sentence is cut in two by the end of a paragraph",
    message="The sentence breaks off after “{before}” and goes on here with “{after}”. Join "
    "the two paragraphs.",
    authority="Usage of typed text",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. The Group considered\n\n**the lamps of the harbour.**\n"),
        zh("## 一. 导言\n\n1. 工作组审议了港口\n\n**灯具的问题。**\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The Working Group met.\n\nIt considered lamps.\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。\n\n会上审议了灯具。\n"),
    ),
)
